/**
 * Whether a draft is ABOUT identifiable works (civil-defence-terms.md §1): then a place, a size, a use or a grade counts in the plain
 * words of everyday writing too. A draft that only explains, orders, counts or invites is not, however often it says 人防.
 */
import type { Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { placesByEnding } from './described-place-grammar.ts';
import { draftFacts, givesValues, namesWork } from './draft-facts.ts';
import { harmlessSize, normOfGrade, sentenceOf } from './guards.ts';
import { pieceFacts } from './piece-facts.ts';
import { PUBLIC_SUBJECT, WORK } from './vocabulary.ts';

const work = new RegExp(WORK);
const publicSubject = new RegExp(PUBLIC_SUBJECT);
/** Papers that explain a standard or teach; only an identifiable work named in the sentence speaks against it. */
export const EXPLAINS = /编制说明|规程|教案|课程|课件|培训(?:班)?的?通知|条文说明/;
const GENERAL_TITLE =
  /教案|教学|课程|课件|办法|条例|规定|规范|细则|知识|科普|问答|招聘|面试|表彰|绩效|预算|决算|试鸣|志愿|一封信|温馨提示|倡议书|通告|公约|须知|保密|自查|总结|专项治理|开放日|宣传|倡议|博物馆|记忆馆|陈列馆|纪念馆|展馆/;

/** 核6B， · 五级的 · 登记为五级 in everyday words. */
const SPOKEN_GRADE =
  /(?<![审考复稽初终评校抽会经已未待严细通正日])[核常][1-6一二三四五六][Bb]?(?:级|(?![0-9A-Za-z.项家个份次处名条户批万人月日年号种类张套点]))|(?<=[为按属报是到定][的为是]?)[1-6一二三四五六][Bb]?级(?=[的,。;、]|工程|管理)|[一二三四五六]级的(?!大?风)/;
const CIVIL_TITLE = /人防|民防|防空|指挥所|坑道|地道/;
const FLOOR = /(?:地下|负)[一二三四1-4]层的?(?:人防|防空)/;
/** What is under the ground, spoken of in the sentence of a place. */
const DUG = /人防(?!办|宣|窗|系|部门)|防空(?!警报)|坑道|地道(?!战)|洞|口部|竖井|风[井亭口]|防护门/;
const ELSEWHERE = /一般|通常|应当|不得|易地|办公|地址|开放|参观|疏散|集合/;
const TELLING: readonly string[] = ['persons', 'length', 'units', 'area'];
const LEAD = 160;
/** Tunnels of scaffolding, of museums and of school books. */
const PLAYED = /模拟|研学|遗址|展陈|展线|打卡|门票|成人票|课本|讲解员|“(?:坑道|地道|防空洞)”/;

/** Letters to whoever lives there. */
const TO_ALL = /一封信|温馨提示|倡议书|告(?:业主|居民)书|通告$|须知/;
/** Papers of other offices name a 人防 area in passing. */
const OTHER_OFFICE = /消防|环境影响|防雷|节能审查/;

/** Points of one piece: values of its own count twice, spoken ones near the word of a work once. */
function weigh(scene: Scene, piece: ScenePiece): number {
  const facts = pieceFacts(scene, piece);
  if (facts.describing.length > 0) return 2;
  const { text } = compactPiece(scene, piece);
  if (PLAYED.test(text)) return 0;
  const lead = scene.text.slice(Math.max(0, piece.start - LEAD), piece.start);
  if (!work.test(text) && !work.test(lead) && !DUG.test(text) && !CIVIL_TITLE.test(draftFacts(scene).title)) return 0;
  const own = (index: number): boolean => {
    const [from, to] = sentenceOf(text, index);
    return !publicSubject.test(text.slice(from, to));
  };
  const spoken = SPOKEN_GRADE.exec(text);
  const grade =
    spoken !== null && own(spoken.index) && normOfGrade(text, spoken.index, spoken.index + spoken[0].length, false) === undefined;
  const size =
    /[人米平个㎡²]/.test(text) &&
    facts.described.some((match) => {
      if (!TELLING.includes(match.form) || !own(match.start)) return false;
      const [from, to] = sentenceOf(text, match.start);
      if (match.form === 'area' && !work.test(text.slice(from, to))) return false;
      return harmlessSize(text, match.start, match.end, false) === undefined;
    });
  const placed = placesByEnding(text).some((place) => {
    const [from, to] = sentenceOf(text, place.start);
    return own(place.start) && !ELSEWHERE.test(text.slice(from, to)) && DUG.test(text.slice(place.start, to));
  });
  const store = /人防(?:战备)?物资(?:储备)?仓?库/.test(text);
  return Number(store) + Number(grade) + Number(size) + Number(placed) + Number(FLOOR.test(text));
}

function readStance(scene: Scene): boolean {
  const facts = draftFacts(scene);
  if (!facts.civil || facts.offSite) return false;
  if (OTHER_OFFICE.test(facts.title) || TO_ALL.test(facts.title)) return givesValues(scene);
  let points = [...facts.tables.values()].some((table) => table.kind === 'stores' || (table.kind === 'works' && table.named))
    ? 2
    : 0;
  if (work.test(facts.title) && !GENERAL_TITLE.test(facts.title)) points += 1;
  if (namesWork(scene)) points += 1;
  // 工程名录: what the office itself lists is a work, however the draft calls it.
  if (scene.listedWorks.length > 0) return true;
  for (const piece of scene.pieces) {
    if (points >= 2) return true;
    points += weigh(scene, piece);
  }
  return points >= 2;
}

const cache = new WeakMap<Scene, boolean>();

/** True when the draft gives facts of works that can be told apart. */
export function isAboutWorks(scene: Scene): boolean {
  let about = cache.get(scene);
  if (about === undefined) {
    about = readStance(scene);
    cache.set(scene, about);
  }
  return about;
}

/** Papers that lay down the figures of one work: what must be 不少于 so much there is what it will have. */
const LAYS_DOWN =
  /决定书|许可|批[复准]|审[批查]意见|规划条件|设计(?:条件|要求|方案|说明|任务书)|任务书|核[实定]意见|意见书|复函|函$|备案|合同|协议|招标|中标|询价|磋商/;

/** What is asked of whoever bids, and of each unit or flat. */
const ASKED = /业绩|承担过|资质|资格|每[个户平]|类似/;

/** True where 不少于 tells, in a sentence, the size of the work the paper is about. */
export const laysDownFigure = (scene: Scene, sentence: string): boolean =>
  LAYS_DOWN.test(draftFacts(scene).title) && !ASKED.test(sentence) && isAboutWorks(scene);

/** Words that keep the talk on a work: looser than those that start it. */
const TOPIC =
  /应建面积|结建面积|口子|拱顶|被覆|岔道|救护站|急救|[道扇]门|门在|疏散口|出口|入口|[井洞]口|门扇|井盖|除湿|渗漏|物资|器材|存放|寄放|储备|人防|防空|民防|战时|掩蔽|防化|抗力|[核常甲乙][1-6一二三四五六]|坑道|地道|洞|口部|[主次]要?口|[竖风]井|风[口亭机]|密闭|防护|指挥所|地下|地库|底下|下面|工程|[库仓]|警报|单元|滤毒|电站|出入口|通道/;
/** What is never said of other buildings: a sentence that holds one of these speaks of a work, whatever the draft is about. */
const UNMISTAKABLE =
  /那[条个]洞|洞[子顶]|岔[道洞]|没有?被覆|指挥(?:所|室|中心|组设|车)|掩蔽[部所]|防空洞|早期(?:人防)?工程|人防(?:工程|工事|库|仓|地下室|洞|门|物资|指挥|坑道|地道|干道|通道)|防空地下室|警报(?:器|终端|台|点)|大喇叭|坑道|(?<!冉村|战)地道(?!战|遗址)|洞[里口内中]|(?<!应急)物资(?:储备)?(?:仓)?库|备件库|战备|竖井|[核常][1-6一二三四五六]|(?<=[属为按定])的?[1-6一二三四五六][Bb]?级(?=工程|[,。;的修建设])|急救医院|扩散室|滤毒|战时|躲飞机|抗力|防化/;
const EXPLAINING =
  /一般|通常|应当|不得|可以|宜|必须|请|如何|怎么|什么|哪里|是否|比如|例如|遗址|参观|划分|分为|由高到低|展[厅馆]|宣教|试鸣(?!保障)|模拟|易地|电影里|课本|规定|[《》]/;

const TOTALS = /全[市县省区](?!最|抗力|唯一|第一|较|少有)|累计|计划新增|力争/;

/** True where the sentence itself tells of a work of the office, in a draft that is not about works as a whole. */
export function isPlainlyOfWork(scene: Scene, text: string, from: number, to: number): boolean {
  const facts = draftFacts(scene);
  if (!facts.civil || facts.offSite || GENERAL_TITLE.test(facts.title) || OTHER_OFFICE.test(facts.title)) return false;
  const around = text.slice(Math.max(0, from - 40), Math.min(text.length, to + 1));
  if (TOTALS.test(text.slice(Math.max(0, from - 60), to))) return false;
  return UNMISTAKABLE.test(around) && !EXPLAINING.test(text.slice(from, to));
}

const NEAR = 160;
const topical = new WeakMap<ScenePiece, boolean>();

function isTopicalPiece(scene: Scene, piece: ScenePiece): boolean {
  let is = topical.get(piece);
  if (is === undefined) {
    is = TOPIC.test(scene.text.slice(piece.start, piece.end));
    topical.set(piece, is);
  }
  return is;
}

/** True where the piece or the few lines before it speak of a work. */
export function isNearWork(scene: Scene, piece: ScenePiece): boolean {
  if (isTopicalPiece(scene, piece)) return true;
  return TOPIC.test(scene.text.slice(Math.max(0, piece.start - NEAR), piece.start));
}

/** True where the sentence itself, or its neighbours in the piece, speak of a work. */
export function isTopical(text: string, from: number, to: number): boolean {
  return TOPIC.test(text.slice(Math.max(0, from - 60), to));
}
