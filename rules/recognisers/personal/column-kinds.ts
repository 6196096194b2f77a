/** What the columns of a table of persons hold, told by header or by the label of a form. */
export type ColumnKind =
  | 'name'
  | 'actor'
  | 'post'
  | 'identity'
  | 'account'
  | 'birth'
  | 'health'
  | 'family'
  | 'income'
  | 'record'
  | 'school'
  | 'address'
  | 'place'
  | 'contact'
  | 'plate'
  | 'story'
  | 'other';

/** First match wins: 残疾证号 is a paper before it is a state of health, 病情备注 is health before it is a remark. */
const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['identity', /身份证|证件|护照|通行证|公民身份|残疾证|军官证|士兵证|驾驶?证号|社会?保障?号|社保号|医保号|学籍号|居民证/],
  ['account', /卡号|银行|账号|账户|帐号|开户|存折|收款账|社保卡/],
  ['contact', /电话|手机|联系方式|联络(?!员)|微信|QQ|邮箱|号码|通讯方式|E-?mail/i],
  ['plate', /车牌|号牌|车号|自驾车/],
  ['birth', /出生|生日|生辰|^生$|^生年月日?$/],
  [
    'health',
    /血型|心率|脉搏|血压|血糖|旧伤|病|过敏|健康|身体(?!素质)|残疾|残情|伤残|伤情|诊断|用药|服药|孕|视力|体质|体检(?:情况|结论|异常|结果|$)|医疗情况|心理/,
  ],
  ['family', /婚姻|婚否|婚况|宗教|信仰|生育|子女数/],
  [
    'income',
    /月收入|年收入|家庭收入|人均收入|收入(?!合计|预算|决算|科目|来源)|工资|养老金|退休金|退休费|薪酬|薪资|实发|应发|奖金|低保金|抚恤金/,
  ],
  ['record', /征信|失信|处分情况|犯罪|前科|违法记录|奖惩|涉法/],
  ['school', /就读|子女学校|指纹|人脸/],
  [
    'address',
    /住址|住处|住所|家庭地址|家庭所在|住房(?!面积|补贴|公积)|现住|现居|居住|户籍|户口|常住|暂住|租住|住宅|居所|家住|^住$/,
  ],
  ['place', /地址|坐落|(?:被?(?:搬迁|拆迁|征收|拆除|腾退))?房屋(?!面积|结构|用途|性质|类型)|所在村|门牌|楼栋|房号/],
  [
    'story',
    /困难|贫困|致贫|致困|原因|家庭(?:情况|状况|人口|背景|经济)|备注|情况|说明|事由|理由|类别|类型|类|异常|结果|结论|性质|身份|特征|注$/,
  ],
  ['post', /职务|职级|职称|级别|岗位|工种|职业|单位/],
];

/** Columns and labels that may only mean the person whose matter the table is. */
const NAME =
  /姓名|名字|名单|户主|(?:[人员者友户]|[业房车机摊店事]主|司机|队员|民兵|战士|老兵|军人|对象|配偶|子女|父亲|母亲|妻子|丈夫|家长|学生|考生|患者|本人|同志|职工|干部|机手|代表|楼长|哨长|站长|签名|签字|签收|成员|遗属|家属|亲属|成员及关系|操作手)$/;
const NO_NAME =
  /数$|率$|账户|帐户|专户|用户|客户|窗口|意见|情况|证|地址|住址|单位|部门|日期|时间|号|比例|费|金额|标准|结论|家庭人口|年龄|是否|有无|职务|职级|类别|方式|措施|事项|名称/;
/** Who stands in such a column acts for a body. */
const ACTOR =
  /负责人|(?<!帮扶|救助|补助)责任人|帮扶(?:责任人|干部|人)|包[联保抓村](?:领导|干部|人|责任人)|结对|走访|组长|副组长|(?<!家庭|队|家属)成员(?!姓名|及关系)|评委|专家|领导|建造师|总监|联系人|联络员|经办人?|承办|执法|编制人|审核人?|审批人?|作者|主持|记录人?|制表|填表|填报人|检查人|验收人|监督人|监督员|接待人|接访|办理人|受理人|带队|带班|班主任|教官|审查人|审查员|复核人?|核稿|校对|拟稿|起草人?|登记人|录入|采集人?|发布人|签发|会签|批准人?|审定|核准|把关|管理员|监考|考官|评分|主讲|授课|讲师|解说|撰稿|整理人|移交人|接收人|交接人|监交|医师|医生|护士长|法定代表人|法人|项目经理|主管|分管/;

/** The bare header: remarks in brackets and blanks taken away. */
export const bareHeader = (header: string): string => header.replace(/\([^()]*\)/g, '').replace(/\s/g, '');

/** 配偶及工作单位, 子女姓名、学校: the name comes first in the cell. */
export const KIN_AND =
  /^(?:配偶|妻子|丈夫|家属|子女|父母|父亲|母亲|监护人|家庭成员|主要家庭成员|亲属|紧急联系人)(?:姓名|情况)?(?:[及和与、，,/]|以及)?(?:与本人关系|关系|工作单位|单位|职业|职务|学校|电话|联系方式|手机|情况)$/;

/** Kind of a column by its header; `other` for everything that tells nothing about a person. */
export function columnKind(header: string): ColumnKind {
  const bare = bareHeader(header);
  if (bare === '' || bare.length > 16) return 'other';
  if (KIN_AND.test(bare)) return 'name';
  if (/紧急联系人(?:姓名)?$|姓名及(?:工作)?单位/.test(bare)) return 'name';
  // The number of a health certificate says nothing of health.
  if (/是否|进入|健康证|准考证|上岗证|资格证|证书/.test(bare)) return 'other';
  if (NAME.test(bare) && !NO_NAME.test(bare)) return ACTOR.test(bare) ? 'actor' : 'name';
  if (ACTOR.test(bare) && !/电话|手机|意见/.test(bare)) return 'actor';
  return KINDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other';
}

/** Kinds whose presence makes every name of the table private. */
export const PRIVATE_KINDS: ReadonlySet<ColumnKind> = new Set([
  'identity',
  'account',
  'health',
  'family',
  'income',
  'record',
  'address',
  'plate',
]);

/** Matters that make the persons of a list private by the list's own headers or heading. */
export const MATTER =
  /困难|贫困|低保|特困|救助|抚恤|慰问|补助对象|受助|帮扶(?!责任)|残疾|伤残|患者|病(?!房|害)|信访|上访|来访|投诉|举报|诉求|反映|处罚|处分|违法|违规|失信|矫正|拆迁|征收|搬迁|安置户|被征|欠租|欠费|遗属|优抚|死亡|伤亡|受害|隔离/;

/** Kinds that make a list more than a directory of people with posts and telephones. */
export const INTIMATE_KINDS: ReadonlySet<ColumnKind> = new Set([
  'identity',
  'account',
  'address',
  'health',
  'family',
  'income',
  'record',
]);

/** Columns of kin: the persons of the list themselves stand in another column. */
export const isKinColumn = (header: string): boolean =>
  /家庭成员|成员及关系|家属|亲属|子女|配偶|监护|父|母|应急|紧急/.test(header);
