/**
 * What turns a value into something harmless (civil-defence-terms.md §3.3, §14.2): norms, teaching, fees, totals of a city,
 * off-site cases. All read compact text and answer with the Chinese reason, so that an explanation can name it.
 */

import { NUMBER, parseNumber } from './numbers.ts';

/** Sentence of compact text round an index, bounded so that hostile text costs no more. */
export function sentenceOf(text: string, index: number, reach = 300): readonly [number, number] {
  return spanBetween(text, index, '。;!?', reach);
}

/** Comma-clause of compact text round an index. */
export function clauseOf(text: string, index: number, reach = 160): readonly [number, number] {
  return spanBetween(text, index, '。;!?,:', reach);
}

function spanBetween(text: string, index: number, edges: string, reach: number): readonly [number, number] {
  let start = index;
  while (start > 0 && index - start < reach && !edges.includes(text[start - 1] ?? '。')) start--;
  let end = index;
  while (end < text.length && end - index < reach && !edges.includes(text[end] ?? '。')) end++;
  return [start, end];
}

const TEACHING =
  /(?:判断|填空|选择|单选|多选)题?[:：]|答案[:：]|(?:规范|标准|规定|办法|条例|体系|范围|手册|国家标准)[^。]{0,14}(?:适用|包括|包含|分为|划分为|写到|明确了)|适用(?:于|的(?:级别|等级|范围))|比如|例如|什么意思|一般|常见|通常|多为|大多|高于|优于|越高|越低|打个比方|所谓|是指|从高到低|由高到低|常听说|依次(?:[递降升增减提]|为?[1-6一二三四五六核常])|数字越小|一般分为|通常分为|分为[^。]{0,6}(?:级|类|等)|加数字表示|听说|这样的说法|啥意思|是啥|为啥|常听人说|冷知识|填写示范|格式填写|样式|示例|,如(?=[核常甲乙])|如[“"]/;
const MODAL =
  /(?:应当|应该|应按|应修建|应建设|应配建|应达到|应设|应不|须按|须修|须达|必须|不得|不应|不低于|不少于|不小于|至少|要求达到|原则上)/;
const BY_RULE =
  /(?:按照?|依照?|根据|参照)[^,。级]{0,24}(?:标准|规范|规定|比例|面积|要求)[^,。级]{0,16}(?:修建|建设|配建|结建|设置|征收|缴纳)/;
const FEE = /每平方米[^,。;]{0,6}[0-9]+元|元[/每]平方米|收费标准|征收标准|[0-9]元\([^)]*$/;
/** 第九条 … at the head of a sentence: the text of a rule. */
const ARTICLE = /(?:^|[。;])第[一二三四五六七八九十百0-9]+条/;
/** Articles of a contract tell facts; those of a rule never say 坐落 or 全长. */
const FACTUAL = /甲方|乙方|出租方|承租方|租赁物|押金|标的|移交|坐落|位于|全长|现有|原为|竣工|[0-9]{4}年/;

/** True when a value stands in the text of a rule. */
export function isArticle(text: string, from: number, index: number): boolean {
  return ARTICLE.test(text.slice(Math.max(0, from - 40), index)) && !FACTUAL.test(text.slice(Math.max(0, from - 40), index + 60));
}

const REFERENCE =
  /(?:该|本|此|上述|这[座处个])(?:平战结合)?(?:的)?(?:人防|防空|单体)?(?:工程|项目|地下室|防空地下室|标的|小区|防空洞)/;

/** A specimen to be filled in, not a fact. */
const SPECIMEN = /××|_{2,}|□|仅作[^,。]{0,6}(?:示例|参考)|(?:示例|样例):/;

/** A grade spoken of as a word: what it means, whether it is better, what somebody asked or said of it. */
const DEFINING =
  /叫法|指的是|说的是|(?<!同)意思是|什么是|是什么|概念|听说|有人[说问]|是不是|网友|网上|黑板|课堂|学生|术语|行业|选项|题[目是,:]|[比较][^,。;]{0,8}(?:强|弱|高|低|差|好|贵)(?=$|[,。;])|对不对|不能说|不便透露|(?:这些|这种|此类|上述)(?:说法|叫法|称呼)|原子弹|直接命中|不能(?:简单|直接)|标准化|星级|某(?:市|县|地|小区|工程)|外地/;
const OWN_WORK = /(?:该|本|此|上述|这[处座个项]|咱们?|我们|我办)[^,。;]{0,6}(?:工程|项目|地下室|小区|楼|洞|库|坑道|地道|标的)/;
/** 定为“五级”, 铭牌上写着“核6级”: quoted, but a fact. */
const QUOTED_FACT = /(?:为|按|属于?|是|成|[标写注刻印登填][^,。;“]{0,4}|铭牌[^,。;“]{0,6}|等级|级别|抗力)[:]?[“"‘]$/;

/** “六级人防工程……”的表述缺乏依据: a wording is judged. */
const WORDING = /^[^。;“”]{0,30}”(?:的|之)?(?:表述|提法|说法|字样|措辞|写法|用语)/;

function isSpokenOf(text: string, start: number, end: number, sentence: string): boolean {
  if (DEFINING.test(sentence) && !OWN_WORK.test(sentence)) return true;
  const open = text[start - 1] ?? '';
  return (
    /[“"‘]/.test(open) && /^[”"’]/.test(text.slice(end, end + 1)) && !QUOTED_FACT.test(text.slice(Math.max(0, start - 10), start))
  );
}

/** Why a grade at [start, end) of compact text is a norm or teaching, or undefined. `named`: an identifiable work stands in the sentence. */
export function normOfGrade(text: string, start: number, end: number, named: boolean): string | undefined {
  const [from, to] = sentenceOf(text, start);
  const sentence = text.slice(from, to);
  const [clauseFrom, clauseTo] = clauseOf(text, start);
  const clause = text.slice(clauseFrom, clauseTo);
  const after = text.slice(end, end + 8);
  const settled = /^以下/.test(after) && /(?:评|定|判|属|划|列)[为入]?$/.test(text.slice(Math.max(from, start - 3), start));
  if (!settled && (/^(?:\([含]\))?(?:及|和|或)?以[上下]/.test(after) || /^\(含/.test(after))) return '“(含)以上”为规范性要求';
  if (FEE.test(clause) || FEE.test(text.slice(Math.max(from, start - 30), start))) return '收费标准';
  const families = [...sentence.matchAll(/([核常])([1-6一二三四五六][Bb]?)/g)];
  const nuclear = new Set(families.filter((m) => m[1] === '核').map((m) => m[2]));
  if (nuclear.size >= 3) return '列举等级序列，属规范或科普';
  if (SPECIMEN.test(sentence)) return '填写示例';
  if (isSpokenOf(text, start, end, sentence) || WORDING.test(text.slice(end, end + 40))) return '对等级用语的解释、转述';
  if (named || REFERENCE.test(sentence)) return undefined;
  if (text[to] === '?') return '问句';
  if (isArticle(text, from, start)) return '条文';
  const chemical = new Set([...sentence.matchAll(/防?化?[^,。;]{0,4}?([甲乙丙丁])级/g)].map((m) => m[1]));
  if (
    chemical.size >= 2 &&
    /防化/.test(sentence) &&
    /掩蔽[所部]|专业队|医疗救护/.test(sentence) &&
    !/单元|面积|[0-9]/.test(sentence)
  )
    return '用途与防化等级的一般对应关系';
  if (TEACHING.test(sentence)) return '规范或科普表述';
  if (MODAL.test(clause) || BY_RULE.test(clause) || BY_RULE.test(text.slice(from, end + 12))) return '规范性要求，未指向具体工程';
  return undefined;
}

const TOTAL =
  /全(?:市|省|县|区|州|国|系统|年|盟|镇)|各(?:县|市|区|地|乡)|累计|人均|力争|总量|年度|上半年|下半年|季度|每年|十[三四五]五/;
const NEWLY = /新增|审批|竣工备案\d+个|共(?:有|建成)/;
const NORM_BEFORE =
  /(?:不[少大小低高]于|不超过|不得超过|至少|超过|每个?|应按|按(?!容纳|掩蔽|可)|上限|下限|大于|小于|低于|高于|最[小大]|多于|少于|≥|≤|<|>)[^,。;]{0,4}$/;
const NORM_AFTER = /^(?:以[上下内]|\(?含\)?以|及以|的?,?(?:每|应当|应|免收|按比例)|\/人|每人|每个)/;

const LARGEST: readonly (readonly [RegExp, number])[] = [
  [/[人名]$/, 50_000],
  [/(?:平方米|㎡|m2|m²|平米|平)$/i, 200_000],
  [/单元$|个$/, 80],
];

/** No single shelter is so large: a figure beyond is a total of a city. */
function isTotalSize(written: string): boolean {
  const value = parseNumber(new RegExp(NUMBER).exec(written)?.[0] ?? '');
  return value !== undefined && LARGEST.some(([unit, most]) => unit.test(written) && value >= most);
}

/** 新开工人防面积2.1万平方米，竣工1.4万平方米: what an office did in a year; a work that is placed or pointed at is not meant. */
const YEARLY =
  /(?:开工|竣工|审批|核发|受理|验收|备案|办结|新建|在建|续建|建成|结建|新增|许可)(?:的)?(?:结建|人防|防空地下室|民防)?(?:工程)?(?:总)?(?:建筑)?(?:面积)?(?:约|共|达|为|合计)*$/;
const PLACED = /位于|坐落|地处|[0-9]号|地下[一二]层|[该本]|这[座处个]/;

/** True for the sum of what was permitted or finished in a stretch of time: ten thousands of square metres with no work beside them. */
export function isYearlySum(text: string, start: number, end: number): boolean {
  const [from] = sentenceOf(text, start);
  const value = parseNumber(new RegExp(NUMBER).exec(text.slice(start, end))?.[0] ?? '');
  return (
    value !== undefined &&
    value >= 10_000 &&
    YEARLY.test(text.slice(from, start).replace(/(?:约|近)$/, '')) &&
    !PLACED.test(text.slice(from, start))
  );
}

/** 墙面铲除重刷，约640平方米: how much is done, not how large it is. */
const WORK_DONE =
  /(?:喷锚|抹灰|支护|开挖|多计|工程量|铲除|重刷|粉刷|涂刷|修补|铺贴|铺设|清洗|清扫|拆除|翻新|刷漆|吊顶|找平|打磨|注浆|更换|渗漏|积水|漏振|空鼓|裂缝|占用|侵占|堆放)[^。;0-9]{0,8}[,:]?(?:面积|长度)?(?:约|共|计|合计|为)*$/;
/** 应建未建防空地下室312㎡: what is not there. */
const NOT_BUILT =
  /(?:应建未建|未建|漏建|少建|欠建|不足|免建|核减|差额)(?:的)?(?:防空地下室|人防(?:地下室|工程)?)?(?:部分)?(?:建筑)?(?:面积)?(?:约|共|计|为)*$/;
/** Why a size at [start, end) is a norm, a price or a total of a whole city, or undefined. */
export function harmlessSize(text: string, start: number, end: number, named: boolean): string | undefined {
  const [from] = sentenceOf(text, start);
  const before = text.slice(from, start);
  const [clauseFrom] = clauseOf(text, start);
  const clauseBefore = text.slice(clauseFrom, start);
  if (NORM_BEFORE.test(clauseBefore) && !(named || REFERENCE.test(before))) return '限值或比例，属规范性要求';
  if (WORK_DONE.test(before.slice(-24)) || NOT_BUILT.test(before.slice(-24))) return '施工数量或未建差额，不是工程规模';
  if (!named && isArticle(text, from, start)) return '条文';
  if (NORM_AFTER.test(text.slice(end, end + 6))) return '限值或比例，属规范性要求';
  if (/模拟|模型|仿真|复原|沙盘|缩微|布展/.test(text.slice(from, end))) return '展陈模型';
  if (!named && /一般|通常|例如|比如|原则上|左右即可|所谓/.test(text.slice(from, end + 20))) return '规范或科普表述';
  if (SPECIMEN.test(text.slice(from, end + 40))) return '填写示例';
  if (/多大|多少/.test(text.slice(end, end + 8))) return '问句';
  if (isTotalSize(text.slice(start, end))) return '数量级为全市总量';
  const lastTotal = Math.max(...[...before.matchAll(new RegExp(TOTAL, 'g'))].map((m) => m.index), -1);
  const lastReference = Math.max(...[...before.matchAll(new RegExp(REFERENCE, 'g'))].map((m) => m.index), -1);
  if (lastTotal >= 0 && lastReference < lastTotal && !named) return '全市（县、年度）统计总量';
  if (!named && ((NEWLY.test(clauseBefore) && lastReference < 0) || isYearlySum(text, start, end))) return '统计总量';
  return undefined;
}

const COUNTED_AFTER =
  /^(?:单元|方面|方向|项目|子项目|科目|环节|阶段|类别|部分|单位|小组|批次|季度|问题|重点|领域|层次|步骤|维度|指标|课题|栏目|[省市县区镇乡村](?!里)|街道|社区|标段|专业|岗位|科室|部门|月|工作日|年|课时|学校)/;
const NO_THING =
  /^[和及与并]|^其中|电脑|计算机|打印|复印|投影|家具|桌|椅|文件柜|沙发|空调|折页|展板|传单|读本|手册|资金|补助|经费|训练|宣传|预算|制度|安排|计划|培训|累计|组织|活动/;

/** True for 训练补助四个方向, 共安排21个子项目: what is counted is no thing that lies in a store. */
export const isNoStock = (text: string, start: number, end: number): boolean =>
  COUNTED_AFTER.test(text.slice(end, end + 4)) || NO_THING.test(text.slice(start, end));

export const OFF_SITE = '易地建设，该处不建防空地下室';

/** True when the passage is about building elsewhere instead: there is no shelter at that place. */
export function isOffSite(passage: string): boolean {
  return /易地(?:建设|修建)/.test(passage) && !/(?:无|没有|不存在|未办理|不属于|非)[^,。]{0,4}易地(?:建设|修建)/.test(passage);
}
