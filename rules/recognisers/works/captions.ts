/**
 * Captions of columns about works, put together from the words offices join (抗力级别, 防核/防常, 原设计等级, 治理长度（m）): a list of the
 * captions met so far misses every second table. Pure: reads compact text, without unit and bracket.
 */

/** A caption without what explains it: unit, bracket, number of an item. (战时) stays: it tells the use. */
export function bareCaption(caption: string): string {
  return caption
    .replace(/\s+/g, '')
    .replace(/\((?!战时).*?\)/g, '')
    .replace(/[:：]$/, '')
    .replace(/[/,，、](?:㎡|m2|m²|平方米|平米|平|延米|公里|km|人|个|级|张|米|m)$/i, '')
    .replace(/(?<=[长宽]度|面积|建面|全长)(?:㎡|m2|m²|平方米|米|m)$/i, '')
    .replace(/^[0-9一二三四五六七八九十]+[、.]/, '');
}

/** Other gradings of buildings, firms and persons. */
const OTHER_GRADES =
  '(?!.*(?:耐火|防水|抗震|防火|混凝土|强度|资质|信用|安全|响应|绩效|风险|外壳|设备|网络|职称|职级|合格|抗渗|鉴定|质量|评定|考核))';
const WHOSE =
  '(?:人防|民防|工程|(?:防空)?地下室|设计|战时|主体|结构|原有?|现有?|改造[前后]|批复|批准|核定|核准|登记|备案|竣工|确定|拟定|所属|单元)*的?';
const RANK = '(?:等级|级别|标准|类别|级)';
const FORCE = `(?:抗力(?:${RANK}|要求)?|(?:防护|设防)(?:${RANK}|能力|要求|指标|抗力)?|防?(?:核|常规?)(?:武器?)?(?:抗力|防护)?${RANK}?|抗[核常]?${RANK}?|(?:人防|民防|工程|防空地下室)(?:抗力)?(?:${RANK}|要求))`;
const CLASS = '(?:甲类?[/、或]?乙类?别?|类别?)';
const CHEMICAL = '(?:防化|化|防毒|三防)';
const GRADE = `(?:${FORCE}|${CLASS}|${RANK}|几级|定级)`;

/** 抗力级别 · 防核 · 核/常 · 类别、级别 · 原设计等级 · 抗力与防化 */
export const GRADE_CAPTION = new RegExp(
  `^${OTHER_GRADES}${WHOSE}${GRADE}(?:[/、,及与和]?(?:${GRADE}|${CHEMICAL}${RANK}?)){0,2}$`,
);

/** 防核, 核级, 抗力: what only a table of shelters has; 类别 and 等级 alone stand in many. */
export const STRONG_GRADE_CAPTION = new RegExp(
  `^${OTHER_GRADES}${WHOSE}(?:抗力(?:${RANK}|要求)?|防?(?:核|常规?)武器?(?:抗力)?${RANK}?|防(?:核|常规?)(?:武器?)?(?:抗力)?${RANK}?|[核常]${RANK}?|抗[核常]${RANK}?)(?:[/、,及与和]?(?:${GRADE}|${CHEMICAL}${RANK}?)){0,2}$`,
);

/** 原设计等级, 治理长度: in a paper about works they are those of each work. */
export const RANKED_CAPTION = new RegExp(
  `^${OTHER_GRADES}(?:${WHOSE}(?:抗力|防护|设防|人防|工程)?(?:等级|级别)|(?:洞体?|坑道|地道|干道|总|治理|回填|加固|封堵)+长度?)$`,
);

/** 防化 · 化级 · 毒剂防护 */
export const CHEMICAL_CAPTION =
  /^(?:(?:设计|战时|人防|工程)*(?:防?化|防毒|(?:毒剂)?防护?生化|毒剂防护|三防))(?:等级|级别|标准|类别|设计(?:等级)?|要求|级)?$/;

/** Sizes of something else that stand in the same tables. */
const OTHER_SIZES = '(?!.*(?:用地|占地|绿地|地上|应缴|收费|展|首层|地面|平时|租|渗漏|裂缝|维修|涂刷))';
const AREA =
  '(?:人防|掩蔽|防护|有效|使用|建筑|实测|核实|核定|核查|核准|批准|批建|测绘|复测|验收|认定|测量|完工|设计|许可|补建|保留|结建|竣工|工程|防空地下室|总|净|实建|应建|备案|审批|报建|战时|地下|洞内|库房|仓库|库区|可用|单元|辅助)*(?:面积(?:合计)?|建面)|㎡|m2|m²|多少平米?|平方?米?数?|方数|掩蔽面';
const PERSONS =
  '(?:战时|设计|额定|可|最大|人防)*(?:(?:掩蔽|容纳|收容|隐蔽)(?:人数|人员数?量?|人员|能力|容量|数量?|量)?|容量|定员|可容|人数)|(?:人员)?掩蔽(?:人数|能力)|(?:能|可)?(?:装|藏|躲|住|蹲)多少人?';
const UNITS =
  '(?:人防)?(?:防护|抗爆|防爆)?(?:单元|分区)(?:数量?|个数)?(?:[/、和及](?:防护|抗爆|防爆)单元(?:数量?)?)?|(?:战时)?(?:床位|病床|手术台)数?';
const LENGTH =
  '(?:洞体|洞|坑道|地道|干道|主洞|主体|内部|总|工程|现存|治理|回填|加固|封堵|可用|实测)*(?:长度|全长|总长|长|延米|进深)';

/** 建面 · 掩蔽人数 · 防护单元/抗爆单元 · 治理长度 · ㎡ */
export const SCALE_CAPTION = new RegExp(
  `^${OTHER_SIZES}(?:${AREA}|${PERSONS}|${UNITS}|${LENGTH}|体量|多大|大小|(?:建设|工程)?规模)$`,
);

/** 战时功能 · 用途（战时） · 战时/平时 · 平战功能 */
export const USE_CAPTION =
  /^(?:(?:战时|战用|战|人防|设计|转换)*(?:使用|主要)?(?:用途|功能|性质|类别|作用|性能)(?:分类|类别)?|战时?|战用|平战(?:用途|功能|性质)|(?:平时|战时)\/(?:平时|战时)(?:用途|功能)?|战时(?:使用)?功能\/.*|(?:用途|功能)\(战时\)|工程(?:类别|类型|性质)|掩蔽类[型别]|类型|战时[一-龥]{0,2}(?:谁用|做什么|干什么|当什么|怎么用))$/;

const NOT_SITE =
  '(?!.*(?:办公|集合|集结|会议|活动|报名|受理|办理|服务|家庭|户籍|通信|联系|注册|单位地址|企业|公司|建设单位|开标|培训|学习|演练|接收|疏散|安置))';

/** 建设地点 · 坐落 · 楼号 · 洞口 · 所在楼宇 */
export const SITE_CAPTION = new RegExp(
  `^${NOT_SITE}(?:[一-龥/]{0,8}(?:地点|地址|位置|坐落|座落|四至|选址|所在地|安装楼宇|所在楼宇|楼栋|地段|部位|安装处所|安装单位|设置楼宇|点位|地块|宗地|场址|库址|处所|安装处|存放处|所在处|范围|方位|所在建筑|分布)|(?:所在)?(?:楼号|楼层|层位|层数及位置)|分布(?:情况)?|所在(?:建筑物?|单位|楼)|安装(?:建筑物?|场所)|设置场所|(?:坐落|四至|所在)[一-龥]{0,4}|(?:口部|[主次]?洞口|[主次]口|备用口|(?:主要|次要|备用|[主次])?(?:出入口|出口|入口)|竖井)(?:位置)?|点位名称|安装建筑物?|楼宇名称|建筑物名称|在哪[儿里]?|何处|点着|地方|位于)$`,
);

/** What names the place of a siren only in a table of sirens: 点名, 依托建筑, 站名. */
export const SIREN_SITE_CAPTION =
  /^(?:安装|设置|架设|布设|挂|设|警报|布)?(?:器)?(?:点|站)位?(?:名称?|楼宇|单位|建筑)?$|^(?:依托|所依托|附着|承载)(?:建筑物?|单位|楼宇)$|^(?:楼宇?|建筑物?|楼)名?称?$|^(?:点名|站名|何处)$/;
