/**
 * Words of office language that tell whose name comes next. A private person is one who stands in a matter of their own
 * (case, complaint, application, illness, aid); a public person acts for a body.
 */

/** Parties and persons concerned: the name behind the word is private by the word alone. */
export const PARTY_WORDS: readonly string[] = (
  '当事人 来电人 来话人 紧急联系人 信访人 来信人 来访人 上访人 投诉人 举报人 反映人 申诉人 被处罚人 被罚款人 行政相对人 违法行为人 违法嫌疑人 被申请人 申请人 被征收人 被拆迁人 被补偿人 被安置人 患者 ' +
  '病人 伤者 死者 逝者 病患 产妇 受伤人员 遇难者 被救助人 受助人 救助对象 补助对象 帮扶对象 慰问对象 受益人 领取人 收款人 持卡人 开户人 户主 业主 住户 房主 产权人 ' +
  '产权所有人 承租人 原承租户 承租户 原承租人 租户 租客 出租人 买受人 购房人 竞租人 委托人 受托人 委托代理人 代理人 代办人 被委托人 授权人 被授权人 监护人 法定监护人 ' +
  '被监护人 应聘人 应聘者 报名人 被录用人 聘用人员 签收人 签收 收件人 寄件人 确认签字 签字确认 证人 被询问人 被调查人 见证人 第三人 被执行人 失信被执行人 失信人 债务人 ' +
  '债权人 原告 被告 上诉人 原审原告 原审被告 困难户 遗属 本名 真名 原名 曾用名 伤员 隔离人员 密接人员 确诊病例 报案人 报警人 求助人 咨询人 留言人 提问人 写信人 诉求人 ' +
  '联名人 乙方 丙方 借款人 担保人 拆迁户 搬迁户 安置户 被撤销人 被处分人 个人缴费人 缴费人 缴款人 退费人 产权户 现使用人 实际使用人 租用人 承包人'
).split(' ');

/** Standing that many people have in public too: private only where the sentence also bears a personal item. */
export const STANDING_WORDS: readonly string[] = (
  '退休干部 退休职工 退休人员 退休教师 退休工人 退役军人 退伍军人 离休干部 离休老干部 老干部 老党员 困难职工 困难党员 困难群众 低保户 五保户 特困户 贫困户 残疾人 军属 烈属 ' +
  '职工 工人 员工 已故职工 已故干部 已故老干部 村民 居民 市民 群众 商户 经营户 摊主 店主 个体户 个体工商户 个体经营者 经营者 值守人 值守员 管护人 管护员 看护人 看护员 ' +
  '看管人 留守人员 巡查人 巡查员 巡护员 维护人 维护责任人 责任人 保安员 保安 保洁员 门卫 机手 操作手 队员 志愿者 捐赠人 捐款人 乘客 学生 家长 驾驶员 驾驶人 司机 车主 ' +
  '临时用工 临时工 考生 网民 使用人 受灾户 老人 师傅 电工 焊工 护工 厨师 会计 干部 同事 邻居 台胞 房东 代表'
).split(' ');

/** Relatives: the person before and the person after the word are both private. */
export const RELATION_WORDS: readonly string[] = (
  '之妻 之夫 之子 之女 之母 之父 之兄 之弟 之姐 之妹 之孙 其妻 其夫 其子 其女 其父 其母 其兄 其弟 其姐 其妹 其孙 其儿子 其女儿 其妻子 其丈夫 其父亲 其母亲 其配偶 ' +
  '老伴 邻居 同住人 妻子 丈夫 儿子 女儿 父亲 母亲 爱人 配偶 婆婆 公公 岳父 岳母 儿媳 女婿 孙子 孙女 外孙 外孙女 哥哥 弟弟 姐姐 妹妹 侄子 侄女 外甥 亲属 家属 遗孀 长子 次子 长女 次女 嫂子 堂弟 表弟 堂兄 表兄 胞弟 胞兄 奶奶 爷爷 外婆 外公'
).split(' ');

/** Columns whose cells are names, of persons who are private when the row bears personal data. */
export const NAME_HEADERS: readonly string[] = (
  '来访人 来电人 上访人 诉求人 咨询人 报名人 缴款人 经营者 承包人 借款人 乙方 被申请人 见证人 证人 姓名 户主 业主 住户 申请人 当事人 承租人 租户 患者 学生 家长 监护人 驾驶员 驾驶人 司机 车主 巡查人 巡查员 管护人 管护员 看护人 看管人 值守人 值守员 维护人 责任人 ' +
  '保管人 受助人 补助对象 领取人 收款人 缴费人 缴款人 信访人 来信人 投诉人 举报人 反映人 被处罚人 代办人 委托人 代理人 签收人 家属 配偶 子女 留守人 操作员 机手 队员 人员 持卡人 户名 值班员 值班人 值班人员 家庭成员 残疾人 被征收人 被拆迁人 产权人 权利人 使用人 本人 保洁员 保安 成员姓名 联络员 信息员 网格员 楼长'
).split(' ');

/** Offices and duties: who is named with them acts for a body, and their name is public. */
export const OFFICE_TITLES =
  /(?:主任|副主任|局长|副局长|处长|副处长|科长|副科长|股长|书记|副书记|站长|所长|队长|市长|县长|区长|镇长|乡长|院长|校长|部长|厅长|主席|委员|常委|政委|司令员?|参谋长?|指挥长|调研员|主任科员|科员|巡视员|专员|处级|干事|工程师|总工|教授|研究员|专家|记者|通讯员|编辑|责编|校对|审核|审校|摄影|作者|撰稿|供稿|签发|编审|讲解员|主持人?|出席|列席|参加|参会|记录人?|记录|执法人员|检查人员|监督员|审查员|普查员|解读人|发言人|经办人|承办人|联系人|法定代表人|法人代表|法人|负责人|项目经理|项目负责人|总监理工程师|技术负责人|建造师|评委|评标委员会成员|评审专家|组长|副组长|成员|带班领导|值班领导|分管领导|主要领导|领导|会长|秘书长|董事长|总经理|经理)$/;

/** Columns of public roles: award lists, duty of leaders, members of groups. */
export const PUBLIC_HEADERS =
  /项目负责人|项目经理|法定代表人|法人|负责人|组长|副组长|成员|评委|专家|领导|建造师|总监|技术负责人|联系人|经办人|承办人|执法人员|编制人|审核人|作者|职务|主持|记录/;
