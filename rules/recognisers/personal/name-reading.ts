import { leadingUnits } from '../../engine/needed-text.ts';
import { isLikelyName } from './given-names.ts';
import { COMPOUND_SURNAMES, FIRM_SURNAMES, LOOSE_SURNAMES, NOT_NAMES, RARE_SURNAMES, SAMPLE_NAMES } from './surnames.ts';

/** How much the place itself promises a name: a label with a colon, a role word run into the text, or nothing. */
export type Expectation = 'labelled' | 'role' | 'free';

const COMPOUND = new Set(COMPOUND_SURNAMES);
interface Surname {
  readonly length: number;
  readonly loose: boolean;
}
const NO_SURNAME: Surname = { length: 0, loose: false };
const FIRM_SURNAME: Surname = { length: 1, loose: false };
const LOOSE_SURNAME: Surname = { length: 1, loose: true };
const COMPOUND_SURNAME: Surname = { length: 2, loose: false };
const HAN = /^[\u3400-\u9fff]$/;
/** What ends a name beyond doubt. */
const STOP = /^(?:$|[\s，。、；;：:（()）！？!?“”"'‘’《》〈〉【】[\]/|—\-·.*＊\d])/;
/** Words that follow a name in the running text of offices; the first characters suffice. */
const FOLLOWER =
  /^(?:之[妻子女父母夫兄弟姐妹]|女士|先生|同志|同学|老人|本人|系|为[^民国军华]|因[^为]|在|于|的|等|与|和|及|同[意时]|反映|称|表示|提出|陈述|认为|要求|申请|提交|提供|补[发缴]|缴|住|家住|现[住居年在]|户籍|户口|身份证|公民身份|证件|电话|手机|联系|微信|QQ|邮箱|代[办为领签收取缴交]|签[收字名]|收|诉|向|被|患|确诊|查出|诊断|已|未|其|名下|去世|病|所[有述反]|有|到|来[信访电]|留[下言有存]|从|不服|曾|是|以|上个?月|上[次周]|白天|晚上|夜里|作证|在场|顶班|代[班管]|保管|看管|管护|值守|接(?:替|送|回|走|管|到|手|受)|送|[一二两三四五六七八九十几数多半]{1,3}(?:余|多|来)?(?:年|载|天|个月|辈子)|看护|照看|照管|承担|代为|作业[时中]|上工|下井|值班时|出车时|去年|今年|目前|近|报名|多次|领取|购买|拖欠|擅自|违|作|自|对|一次|一家|共[用同有]|找|打|发|带|做|办|买|卖|搬|拿|交|付|借|居|陪|照[顾料]|种|养|私|多年|长年|早年|生前|辩|不知|同住|[一二三四五六七八九十]+岁|次日|当[天日晚]|随后|随即|后[来因在]|今|持|凭|参[加与]|负责|坚持|主动|积极|家属|独自|前往|前来|一案|案|家|户|父|母|妻|丈夫|儿|女儿|老伴|出生|生于|男|女|[，,]|住院|怀孕|离异|丧偶|失业|退休|残疾|车辆|驾驶|使用|账户|账号|银行|卡号|工资|月收入|没有|无|不|已故|健在|也|将|应|须|需|可|请|说|拟|获|得|用|就|并|再|又|均|仍|还|给予|处|罚|承租|租|当场|当时|现场|承认|拒|发生|受|死亡|伤|负|欠|另|夫妇|夫妻|父子|母女|兄弟|姐妹|等人|一行|遗|原|转|汇|户名|开户|经|只|刚|正|每|平时|常年|长期|年龄|现|个人|信[仰奉佛基教天伊]|抹|哭|双[手脚眼目耳腿]|两[眼腿]|半身|下肢|全身|她[爸妈夫]|他[爸妈妻]|孤身|独自|头[皮顶]|面部|腰部|背部|胸部|[左右][手脚腿眼臂]|头部|上午|下午|中午|昨[天晚日]|明[天早]|晚上|凌晨|清晨|早上|前[天年]|本[周月]|爱人|老[公婆]|岳[父母]|爸|妈妈|过世|离世|突[发然]|走的|及其|叔叔|阿姨|大[爷妈姐哥]|奶奶|爷爷|坠|摔|触电|溺|酒后|醉|饮|骑|涉嫌|犯|盗|侵|利用|隐瞒|虚报|伙同|委托|致电|称|属|则|却|一直|始终|先后|缠|闹|扬言|阻|堵|至今|送医|休|靠|名字|[一二三四1-4]级|智力|肢体|腾|名叫|担任|办理|糖尿|高血|腿|脚|工|体检|面试|考试|政审|报到|入职|离职|调)/;
/** Forms of address behind a surname: 王女士, 杨师傅, 罗工, 张某, 李主任 name nobody in full. */
const ADDRESS =
  /^(?:某|女士|先生|师傅|工(?![一-龥])|总(?![一-龥])|老师|同志|同学|大爷|大妈|大娘|大姐|大哥|阿姨|叔|奶奶|爷爷|氏|姓|主任|副|科|处长?|局|书记|经理|队长?|站长|所长|院长|校长|医生|律师|警官|法官|教授|家(?:村|庄|巷|湾|沟|坝|口|河|洼|园|屯|营|镇|店|岗)|庄|村|府|[××xX*＊○〇□]|×)/;
/** Characters that do not stand in a given name. */
const NOT_GIVEN =
  /[的了另不没与及或是被把们这那哪什么您你我他她它某吗呢吧呀啊该此省市县区乡街巷号室院局处科厅部委所队司厂店校馆×卡款账额罚讼缴拆欠损坏购卖租借询问答辩述址码票函吃喝死伤病症患残疾痛癌瘤药费税债赔偿贴钱薪险违犯偷盗骗赌毒杀抢骂吵闹拒阻拦砸撞摔跌坠溺触漏渗裂缝塌陷灾祸墙窗屋柜桌椅床辆吨亩页份套件项条批届须勿皆既却虽啦嘛]/;
/[的了和与及或是被把们这那哪什么您你我他她它某吗呢吧呀啊省市县区镇乡村路街巷道号楼幢栋室院局处科股厅部委会所站队司厂店校馆系统××]/;
const DOTTED_END = /[\u4e00-\u9fff]{2,6}(?:[·・•‧∙][\u4e00-\u9fff]{1,8}){1,3}$/;
const DOTTED = /^[\u4e00-\u9fff]{2,6}(?:[·・•‧∙][\u4e00-\u9fff]{1,8}){1,3}/;
/** 付 建 军: the blanks that the folding leaves where they might have parted labels. */
const SPACED = /^[\u4e00-\u9fff] ?[\u4e00-\u9fff](?: [\u4e00-\u9fff])(?=$|[\s，。、；;:：()（）])/;

/** What a unit can be in a name or beside it: names are read at every fourth place of some drafts, and no text is cut to tell. */
const FIRM_UNIT = 1;
const LOOSE_UNIT = 2;
const COMPOUND_UNIT = 4;
const GIVEN_UNIT = 8;
const STOP_UNIT = 16;
const RARE_UNIT = 32;
const FOLLOWS = leadingUnits(FOLLOWER);
const UNITS = readUnits();

function readUnits(): Uint8Array {
  const units = new Uint8Array(65536);
  const mark = (characters: Iterable<string>, kind: number): void => {
    for (const each of characters) units[each.charCodeAt(0)] = (units[each.charCodeAt(0)] as number) | kind;
  };
  mark(FIRM_SURNAMES, FIRM_UNIT);
  mark(LOOSE_SURNAMES, LOOSE_UNIT);
  mark(COMPOUND_SURNAMES, COMPOUND_UNIT);
  mark(RARE_SURNAMES, RARE_UNIT);
  for (let code = 0; code < units.length; code++) {
    const each = String.fromCharCode(code);
    if (isHan(each) && !NOT_GIVEN.test(each)) mark([each], GIVEN_UNIT);
    if (STOP.test(each)) mark([each], STOP_UNIT);
  }
  return units;
}

const TAIL_STOPS = '为因在于之等系称住被患已其以到来从曾向由经将应须需可请报诉对男女有说购欠缴领签收交';

/** Surnames that are prepositions and adverbs far more often: 从工资, 曾因阻…, 由其子…. */
const FUNCTION_SURNAME = /^[从和由同向应时都以才能须归位要经曾通连来全]/;

/** Everyday nouns that run on behind a character that is also a surname: (住址)和电话…, 工程使用…. */
const NOUN_GIVEN =
  /.(?:商行|信社|储蓄|银行|电话|手机|微信|邮箱|住址|地址|账号|卡号|身份|号码|姓名|性别|年龄|单位|职务|备注|情况|工资|收入|金额|时间|日期|工程|监督|举报|投诉|管理|规定|材料|部门|人员|问题|工作|服务|标准|要求|办法|政策|有关|相关)$/;

/** Rarer as surnames than as verbs and adverbs (经协商, 买房子): believed only behind a label or role, or in a column. */
const VERB_SURNAME = /^[区经要应须从同以能才都归曾买占双终法寸么答妥居]/;

const opensSentence = (text: string, at: number): boolean => at === 0 || /[\n。；.:：、(]/.test(text[at - 1] ?? '');

/** True for a Han character. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** Length of the surname at an offset: 2 compound, 1 single, 0 none. `loose` tells that the surname begins everyday words too. `rare`: the place promises a name. */
export function surnameAt(text: string, at: number, rare = false): Surname {
  const kind = at >= 0 && at < text.length ? (UNITS[text.charCodeAt(at)] as number) : 0;
  // The first characters of compound surnames are few: most offsets are answered without cutting text.
  if ((kind & COMPOUND_UNIT) !== 0 && COMPOUND.has(text.slice(at, at + 2))) return COMPOUND_SURNAME;
  if ((kind & FIRM_UNIT) !== 0) return FIRM_SURNAME;
  if ((kind & LOOSE_UNIT) !== 0 || (rare && (kind & RARE_UNIT) !== 0)) return LOOSE_SURNAME;
  return NO_SURNAME;
}

/** True for words that only look like a name, and for sample persons of forms. */
export function isNoName(name: string): boolean {
  return SAMPLE_NAMES.has(name) || NOT_NAMES.has(name) || /[某*＊×]/.test(name);
}

/** Words that are also common names; where a label or a column says 姓名 they are believed. */
const WORDY_NAMES = new Set('高新 平安 文明 和平 安全 方案 常委 高峰 成功 满意 平均 明亮 国强'.split(' '));

function edge(text: string, at: number): 'stop' | 'follower' | 'none' {
  if (at >= text.length) return 'stop';
  const code = text.charCodeAt(at);
  if (((UNITS[code] as number) & STOP_UNIT) !== 0) return 'stop';
  return FOLLOWS[code] === 1 && FOLLOWER.test(text.slice(at, at + 6)) ? 'follower' : 'none';
}

/**
 * Reads a name that begins exactly at an offset and answers its length in characters, or 0.
 * The right edge decides between two and three characters: punctuation first, then words that follow names.
 */
export function nameLengthAt(text: string, at: number, expectation: Expectation): number {
  const dotted = hasDot(text, at) ? DOTTED.exec(text.slice(at, at + 30))?.[0] : undefined;
  if (dotted && !/某/.test(dotted)) return dotted.length;
  const spaced =
    text.charCodeAt(at + 2) === BLANK || text.charCodeAt(at + 3) === BLANK ? SPACED.exec(text.slice(at, at + 6))?.[0] : undefined;
  if (spaced && surnameAt(text, at).length === 1 && isGiven(spaced.slice(1).replaceAll(' ', ''))) return spaced.length;
  const minority = expectation === 'free' ? 0 : surnameless(text, at);
  if (minority >= 4) return minority;
  const surname = surnameAt(text, at, expectation === 'labelled');
  if (surname.length === 0) return minority;
  const short = surname.length + 1;
  const long = surname.length + 2;
  if (!isGivenUnit(text, at + surname.length)) return 0;
  const shortEdge = edge(text, at + short);
  const longEdge = isGivenUnit(text, at + short) ? edge(text, at + long) : undefined;
  const length = chooseLength(short, long, shortEdge, longEdge, text[at + long - 1] ?? '', expectation, surname.loose);
  if (length === 0 || ADDRESS.test(text.slice(at + surname.length, at + surname.length + 4))) return 0;
  const name = text.slice(at, at + length);
  if (isNoName(name)) return expectation === 'labelled' && WORDY_NAMES.has(name) ? length : 0;
  if (
    expectation === 'role' &&
    /^[从和由同向应时都以才能归位要经曾通连来全何][因为于被已在与其该此自本多未不按当依将及予对先持提办缴]/.test(name)
  )
    return 0;
  if (NOUN_GIVEN.test(name) && expectation !== 'labelled') return 0;
  if (/^初[一二三四五六七八九十]/.test(name)) return 0;
  // 责任人和监督…: behind a word for a person a preposition is likelier than a rare surname.
  if (
    expectation === 'role' &&
    (/^和/.test(name) || (/^[由同向应都以归]/.test(name) && longEdge !== 'stop' && longEdge !== 'follower'))
  )
    return 0;
  if (!isLikelyName(name.slice(0, surname.length), name.slice(surname.length), expectation, surname.loose)) return 0;
  if (expectation === 'free' && VERB_SURNAME.test(name)) return 0;
  if (expectation === 'free' && FUNCTION_SURNAME.test(name) && longEdge !== 'stop' && !opensSentence(text, at)) return 0;
  // 方向东 behind 姓名: is a person; 住户方向感… is not.
  const wordy = length > 2 && NOT_NAMES.has(text.slice(at, at + 2));
  return wordy && !(expectation === 'labelled' && longEdge === 'stop') ? 0 : length;
}

const BLANK = 0x20;

const isHanUnit = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const DOT_UNITS: readonly number[] = [...'·・•‧∙'].map((dot) => dot.charCodeAt(0));
const isDot = (text: string, at: number): boolean => DOT_UNITS.includes(text.charCodeAt(at));

/** True where a point stands before the last one to eight Han. */
function hasDotBefore(text: string, end: number): boolean {
  let at = end - 1;
  while (at >= 0 && at >= end - 8 && isHanUnit(text.charCodeAt(at))) at--;
  return at >= 0 && at < end - 1 && isDot(text, at);
}

/** True where a point stands behind two to six Han: most places are told at a glance from those where it does not. */
function hasDot(text: string, at: number): boolean {
  for (let next = at; next <= at + 6; next++) {
    if (isHanUnit(text.charCodeAt(next))) continue;
    return next >= at + 2 && isDot(text, next);
  }
  return false;
}

const isGivenUnit = (text: string, at: number): boolean =>
  at < text.length && ((UNITS[text.charCodeAt(at)] as number) & GIVEN_UNIT) !== 0;

function isGiven(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (((UNITS[text.charCodeAt(at)] as number) & GIVEN_UNIT) === 0) return false;
  return text.length > 0;
}

type Edge = 'stop' | 'follower' | 'none' | undefined;

function chooseLength(
  short: number,
  long: number,
  shortEdge: Edge,
  longEdge: Edge,
  third: string,
  expectation: Expectation,
  loose: boolean,
): number {
  if (shortEdge === 'stop') return short;
  if (longEdge === 'stop') return long;
  if (shortEdge === 'follower' && (longEdge !== 'follower' || TAIL_STOPS.includes(third)))
    return loose && expectation === 'free' ? 0 : short;
  if (longEdge === 'follower') return long;
  // Nothing on the right tells: three characters are the rule, but only where a role word promises a person.
  return longEdge === 'none' && expectation !== 'free' && !loose ? long : 0;
}

/** 扎西卓玛, 巴特尔: no surname; believed by its first syllables, up to the next punctuation or a word that follows names. */
function surnameless(text: string, at: number): number {
  if (MINORITY_FIRST[text.charCodeAt(at)] !== 1 || !MINORITY_SOUND.test(text.slice(at, at + 4))) return 0;
  for (const length of [6, 5, 4, 3, 2]) {
    const run = text.slice(at, at + length);
    if (run.length < length || ![...run].every(isHan) || NOT_GIVEN.test(run)) continue;
    const after = edge(text, at + length);
    if (after === 'stop' || (after === 'follower' && length >= 3)) return length;
  }
  return 0;
}

/** Syllables that Tibetan, Mongolian, Yi, Uygur and Kazakh names are written with. */
const MINORITY_SOUND =
  /^(?:拉毛|才旺|仁增|旺姆|加措|嘉措|次旦|达娃|南杰|阿里木|吐尔|艾合|帕提|迪丽|努尔|高娃|塔娜|图雅|扎西|次仁|卓玛|格桑|尼玛|达瓦|拉姆|丹增|多吉|平措|洛桑|旦增|边巴|普布|仁青|索朗|白玛|央金|德吉|才让|才旦|桑吉|阿旺|贡布|巴桑|巴特|布和|其其格|乌云|娜仁|斯琴|那日|呼和|苏和|苏木|吉克|阿依|阿木|沙马|马海|曲比|吉木|木乃|俄木|尔古|依火|买买|阿卜|阿不|艾买|古丽|玛依|热孜|哈斯|孟和|额尔|特木|朝鲁|宝音|萨仁|托娅|巴图|吉日|阿拉|敖特|旺堆|强巴|加央|赤列|益西|曲珍|卓嘎|土登|晋美|嘎玛|罗布|顿珠|欧珠|米玛|拉巴)/;

const MINORITY_FIRST = leadingUnits(MINORITY_SOUND);

/**
 * Reads a name that ends exactly at an offset (before a bracket or a comma) and answers where it begins, or -1.
 * Longest first, so that 尉迟刚 is not read as 迟刚; a title that ends in a surname (主任|高明) is not taken for one.
 */
export function nameStartBefore(text: string, end: number, floor: number): number {
  const dotted = hasDotBefore(text, end) ? DOTTED_END.exec(text.slice(Math.max(floor, end - 24), end))?.[0] : undefined;
  if (dotted && !/某/.test(dotted)) return end - dotted.length;
  for (const length of [4, 3, 2]) {
    const start = end - length;
    if (start < floor) continue;
    const surname = surnameAt(text, start);
    if (surname.length === 0 || (length === 4 && surname.length !== 2) || !isGivenUnit(text, end - 1)) continue;
    const name = text.slice(start, end);
    if (!isGiven(name.slice(surname.length)) || isNoName(name) || NOT_NAMES.has(name.slice(0, 2))) continue;
    if (!isLikelyName(name.slice(0, surname.length), name.slice(surname.length), 'role', surname.loose)) continue;
    if (ADDRESS.test(name.slice(surname.length)) || TITLE_END.test(text.slice(Math.max(floor, start - 2), start + 1))) continue;
    return start;
  }
  return -1;
}

/** Words for what somebody is: 代表|黄女士, 蒙古族. */
const NO_OWNER = /^(?:代表|干部|司机|管理|经办|经理|包工|后勤|成员|应聘|原告|家长|师傅|店主|党员|住户)|[族党派系]$/;

/**
 * True where a whole stretch between a mark before it and an item of a person behind it (…；高原，手机…) is a name: the place says so, and
 * words are let be only where they are known for none.
 */
export function isOwnedName(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (hasDot(text, start)) return DOTTED.exec(name)?.[0].length === name.length && !/某/.test(name);
  if (name.length > 6) return false;
  if (MINORITY_FIRST[name.charCodeAt(0)] === 1 && MINORITY_SOUND.test(name)) return isGiven(name);
  const surname = surnameAt(text, start, true).length;
  const given = name.length - surname;
  if (surname === 0 || given < 1 || given > 2 || !isGiven(name.slice(surname))) return false;
  if (SAMPLE_NAMES.has(name) || NOUN_GIVEN.test(name) || ADDRESS.test(name.slice(surname))) return false;
  if (NOT_NAMES.has(name) || NO_OWNER.test(name)) return WORDY_NAMES.has(name);
  return (
    surname > 1 ||
    given === 1 ||
    !NOT_NAMES.has(name.slice(0, 2)) ||
    isLikelyName(name.slice(0, 1), name.slice(1), 'labelled', false)
  );
}

/** Words of office and standing whose last character is a surname too. */
const TITLE_END =
  /(?:主任|委任|责任|担任|现任|时任|原任|历任|留任|党委书|主席|委员|会计|设计|统计|合计|代表之|退休干|住户|户主|工程|总经|客商|厂商|承包|老师|教师|律师|医师|工程师|师傅|保安|治安|公安|司马|同时|当时|及时|其中|家中|途中|村里|一方|对方|双方|本人|病人|家人|老人|工人|夫人|证人|民警|职工|员工|全国|中国|办公|单于|由于|关于|属于|位于|居于|等于|基于|对于|鉴于)$/;
