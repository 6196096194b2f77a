import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, cutFront, oncePerWindow, readForms, surroundings, windowAt } from './grammar.ts';
import { clausesOf } from './passage.ts';
import { LEAD, RECEPTION, ROAD, TOWN } from './place-names.ts';
import { isEverydayTitle } from './plan-theme.ts';

const NAMES = `${TOWN}(?:[、和及与]${TOWN}){0,6}`;
const HEADS = '(?:\\d{1,3}(?:\\.\\d{1,2})?万|\\d{2,7}|[一二三四五六七八九十百千万]{1,6})\\s?(?:余|多)?(?:人|名|户)';

const PLAN = /疏散(?!楼梯|通道|出口|指示|宽度|距离|门|照明)|疏出|接收安置|对口|集结|撤离|转移安置|投亲/;
/** Evacuation of a building, of a flood, of a public drill: no plan of the city is told. */
const EVERYDAY =
  /调研|督导|一行|考察|移民(?!区划)|拆迁|征收|棚改|产权调换|易地搬迁|退役|转业|退捕|救助站|学区|校车|就读|转学|返乡|落户|绕行|逃生|火灾|消防通道|安全出口|应急照明|台风|洪水|汛|地震|泥石流|山洪|避险转移|施工|拥堵|客流|景区|堵塞|楼梯|教室|操场集合/;
const RULE_TEXT = /应当|第[一二三四五六七八九十百\d]+条|由[^，。]{0,10}(?:规定|制定)|按照[^，。]{0,12}(?:规定|要求)(?:执行|落实)/;
/** Another county or town that receives people is part of a plan, whatever the day is called. */
const RECEIVES =
  /(?:到|至|往|向|去|赴|达|目的地[是为:])[^，。；]{0,6}[\u4e00-\u9fff]{2}(?:县|镇|乡)|对口|接收点|接收安置|方案明确|疏散路线/;
/** 沿指定路线, 走安全通道: the plan has roads, this sentence does not name them. */
const NO_ROAD =
  /^[^，。；、]{0,6}(?:沿|经|走|按)(?:着|了?一遍|一遍|过)?(?:指定|规定|既定|预定|疏散|撤离|安全|应急|原定)(?:的)?(?:路线|线路|通道)$/;
const DRILL = /演练|演习|参演|观摩|师生|演练科目/;

/** A drill may be told; a pairing of districts that holds beyond the day of the drill may not. */
const beyondDrill = (scene: Scene, span: Range): boolean => {
  const text = surroundings(scene, span);
  const sentence = scene.sentence(span.start);
  const said = scene.text.slice(sentence.start, sentence.end);
  return !DRILL.test(text + scene.title()) || RECEIVES.test(said);
};

const exactForms = readForms([
  {
    pattern: new RegExp(
      `(?<value>(?:${NAMES}|[\\u4e00-\\u9fff、]{2,16}(?:个|等)?(?:街道|社区|片区|乡镇|村))?(?:的?(?:居民|群众|人口|人员|职工|工人))?(?:经由?|沿着?|取道|循|走)\\s?${ROAD}(?:[、和及与，至到—~-]{1,2}${ROAD}){0,6}[^，。；”]{0,4}?(?:(?:向|往|至|到|进入|疏散|开进|撤至|撤到|撤往|转移)[^。；，”]{0,30})?)`,
      'dg',
    ),
    label: '写明疏散经过的道路与去向',
    confidence: 0.88,
    needs: PLAN,
    unless: EVERYDAY,
    trim: LEAD,
    accept: (scene, span) =>
      beyondDrill(scene, span) &&
      !RULE_TEXT.test(scene.text.slice(span.start, span.end)) &&
      !NO_ROAD.test(scene.text.slice(span.start, span.end)) &&
      !/(?:不再?|别|勿|避免|禁止)$/.test(scene.text.slice(Math.max(0, span.start - 4), span.start)),
  },
  {
    pattern: new RegExp(
      `(?<value>(?:${NAMES}|[\\u4e00-\\u9fff]{2,6}(?:的)?(?:居民|群众|人口|人员|职工|工人|师生))(?:统一|分别|主要|都|一律)?(?:疏散|转移|撤离|撤|安置|开进)?(?:往|至|到|向|去|赴|进入)${NAMES}(?:[一二两三四五六七八九十\\d]{1,2}个村)?(?:疏散|转移|安置|走|集中)?(?:[，,]走[^，。；]{2,14})?)`,
      'dg',
    ),
    label: '写明疏出地与接收地',
    trim: LEAD,
    confidence: 0.82,
    needs: /疏散|疏出|接收/,
    unless: EVERYDAY,
    accept: beyondDrill,
  },
  {
    pattern: new RegExp(
      `(?:疏散|转移|安置|撤离|疏散安置|疏散人口)(?:至|到|往|在|于|进入|去往|去|赴|向)(?<value>${NAMES}(?:[^，。；、]{0,10}${RECEPTION})?)`,
      'dg',
    ),
    label: '写明疏散去向',
    confidence: 0.78,
    unless: EVERYDAY,
    accept: beyondDrill,
  },
  {
    pattern: new RegExp(
      `(?:${RECEPTION}|接收乡镇|接收单位|疏散方向|安置区|疏散区域)(?:分别|主要|暂|统一|确定|选定|初步)?(?:设在|设置在|设于|选在|选定在|定在|定为|确定为|选定为|位于|安排在|包括|共有|有|为|是|在|:)\\s?(?<value>[^，。；:]{2,40})`,
      'dg',
    ),
    label: '写明疏散地域、接收地',
    confidence: 0.85,
    unless: EVERYDAY,
    accept: (scene, span) =>
      /[镇乡村县区场山湖岛洲街道校院馆园]|基地/.test(scene.text.slice(span.start, span.end)) &&
      !RULE_TEXT.test(scene.text.slice(span.start, span.end)),
  },
  {
    pattern: new RegExp(
      `(?<value>(?:${TOWN}[\\u4e00-\\u9fff]{0,6}?)(?:疏散基地|疏散地域|接收安置点|接收点|疏散点|安置点))(?!建设|管理办法)`,
      'dg',
    ),
    label: '写明接收点名称',
    trim: LEAD,
    confidence: 0.8,
    needs: /疏散|接收/,
    unless: EVERYDAY,
    accept: (scene, span) => !/建设|建立|设立|设置|加强|推进|完善|规范/.test(scene.text.slice(span.start, span.end)),
  },
  {
    pattern:
      /(?:去|到|往|赴|至|向|在|与)(?<value>(?!去|到|往)[\u4e00-\u9fff]{2,5}(?:县|区|市|镇|乡)[\u4e00-\u9fff]{0,8}(?:疏散基地|疏散地域|接收安置点|接收点|疏散点|安置点))/dg,
    label: '写明接收点名称',
    trim: LEAD,
    confidence: 0.8,
    unless: EVERYDAY,
  },
  {
    pattern:
      /(?<value>[\u4e00-\u9fff、]{2,24}(?:街道|社区|片区|镇|乡|区|县|村|小区)(?:与[\u4e00-\u9fff]{2,8})?(?:对口|结对)(?:接收|安置|疏散)?(?:至|到)?[\u4e00-\u9fff]{2,10})/dg,
    label: '写明疏散对口关系',
    trim: LEAD,
    confidence: 0.82,
    needs: /疏散|接收|安置/,
    unless: /帮扶|支援|扶贫|振兴|共建|援建|招商|合作/,
  },
  {
    pattern: new RegExp(
      `(?<value>${NAMES}(?:拟|将|可|已|同意|愿意)?(?:落实|承担|负责|安排|准备|腾出)[^，。；]{0,14}(?:接收|安置)[^，。；]{0,16})`,
      'dg',
    ),
    label: '写明接收安置任务的承担地',
    confidence: 0.78,
    unless: EVERYDAY,
    trim: LEAD,
    accept: beyondDrill,
  },
  {
    pattern: new RegExp(
      `(?<value>(?:${HEADS}|\\d{1,3}(?:\\.\\d{1,2})?万名?)(?:居民|群众|人口|人员|职工)?由[^，。；]{2,14}(?:接收|安置)[^，。；]{0,4})`,
      'dg',
    ),
    label: '写明接收人数与接收方',
    confidence: 0.8,
    unless: EVERYDAY,
  },
  {
    pattern: new RegExp(
      `(?:沿|经|走|由|从)?(?<value>(?:${ROAD}(?:[、和及至到转接上][^，。；]{0,2}?${ROAD}){0,4}[^，。；]{0,4}，)?(?:目的地|终点|落脚点|最终去向|去向)(?:分别|统一|暂)?(?:是|为|定在|定为|设在|选在|:)[^，。；]{0,4}?${TOWN}[^，。；]{0,24})`,
      'dg',
    ),
    label: '写明疏散的目的地',
    confidence: 0.84,
    needs: PLAN,
    unless: EVERYDAY,
  },
  {
    pattern: new RegExp(
      `(?:由|经|沿着?|走|从)(?<value>${ROAD}(?:(?:再|后|然后)?(?:驶?上|转入?|接|拐[上入进]|换)${ROAD}){1,4})`,
      'dg',
    ),
    label: '写明疏散经过的道路',
    confidence: 0.8,
    needs: PLAN,
    unless: EVERYDAY,
    accept: beyondDrill,
  },
  {
    pattern: /以(?<value>[^，。；以]{3,30})(?:为|作为)(?:主要)?(?:安置|接收|集结|疏散|宿营)(?:场所|点|地点?|区)/dg,
    label: '写明安置场所',
    confidence: 0.8,
    unless: EVERYDAY,
  },
  {
    pattern: new RegExp(
      `(?:在|于)(?<value>${NAMES})(?:分别)?(?:建立|设立|设置|新建|开辟|选定|落实)[^，。；]{0,8}(?:疏散|接收|安置)`,
      'dg',
    ),
    label: '写明设立接收点的乡镇',
    confidence: 0.84,
    unless: EVERYDAY,
  },
  {
    pattern: new RegExp(
      `(?:与|同|和)(?<value>${NAMES})(?:分别|正式|已经?)?(?:签订|签署|签|达成|建立)[^，。；]{0,10}(?:接收|安置|疏散)`,
      'dg',
    ),
    label: '写明签订接收安置协议的乡镇',
    confidence: 0.88,
  },
]);

const ROUTE_VERB = /经|沿|走|由|从|转|绕|取道|过|接|上/;
const GO = new RegExp(`(?:到|至|往|去|进|向|赴)(?<value>${TOWN})`);
const NAMED_ROAD = new RegExp(ROAD);
const NAMED_TOWN = new RegExp(TOWN);
const FOLLOWS = /^(?:再|后|然后|最后)?(?:到|至|去|往|进|转|沿|走|经)/;
/** Office talk that has roads and towns too. */
const OTHER_ERRAND =
  /调研|检查|督查|参观|慰问|培训|施工|改造|交口|交叉口|位于|坐落|地址|门牌|号院|公交|车站|路口|开会|报名|缴费|赴外|倾向于|致力于|面向|意向/;

/** Whether a clause tells who goes where, or by which road. */
/** 再转乡道: on by a kind of road, which names neither road nor town. */
const ONWARD = /^(?:然后|最后|再|后)?(?:转|换|改|走|上|经|沿)*(?:国道|省道|县道|乡道|村道|高速|水路|铁路|公路|山路)$/;

function tellsRoute(text: string): boolean {
  if (ONWARD.test(text)) return false;
  if (text.length > 60 || EVERYDAY.test(text) || RULE_TEXT.test(text) || OTHER_ERRAND.test(text)) return false;
  const goes = text.search(GO);
  const road = NAMED_ROAD.test(text) && ROUTE_VERB.test(text);
  return (road && NAMED_TOWN.test(text)) || (goes > 0 && NAMED_TOWN.test(text.slice(0, goes)));
}

/** Joins neighbouring clauses that tell one movement: 南湖区走迎宾大道，到安和县花桥镇. */
const movements = oncePerWindow((scene, sentence) => {
  const text = scene.text.slice(sentence.start, sentence.end);
  if (/调研|督导|一行|考察|参观|慰问/.test(text)) return [];
  if (DRILL.test(text + scene.title()) && !RECEIVES.test(text)) return [];
  const spans: { start: number; end: number }[] = [];
  for (const clause of clausesOf(scene, sentence)) {
    const said = scene.text.slice(clause.start, clause.end);
    const last = spans.at(-1);
    const goesOn = last?.end === clause.start - 1 && FOLLOWS.test(said) && (GO.test(said) || NAMED_ROAD.test(said));
    if (last && goesOn) last.end = clause.end;
    else if (tellsRoute(said)) spans.push({ start: clause.start, end: clause.end });
  }
  return spans.map((span) => {
    const label = '上下文为人口疏散，写明起止地名或道路';
    return candidate(scene, cutFront(scene, span, LEAD), 0.72, [{ label, range: span }], 'review');
  });
});

/** How far round the word 疏散 places count, and how many paragraphs under a heading that has it. */
const PASSAGE = 260;
const UNDER_HEADING = 8;

/** Sentences in which places may belong to the word at `at`: those near it, and the paragraphs below when it stands in a heading. */
function sentencesNear(scene: Scene, at: Range): readonly Range[] {
  const piece = scene.pieceAt(at.start);
  const sentences: Range[] = [];
  const read = (from: number, to: number) => {
    for (let offset = from; offset < to; ) {
      const sentence = windowAt(scene, offset, 'sentence');
      sentences.push(sentence);
      offset = Math.max(sentence.end, offset) + 1;
    }
  };
  if (piece.cell) return [windowAt(scene, at.start, 'sentence')];
  read(Math.max(piece.start, at.start - PASSAGE), Math.min(piece.end, at.end + PASSAGE));
  if (piece.end - piece.start > 40) return sentences;
  for (const below of scene.pieces.slice(piece.index + 1, piece.index + 1 + UNDER_HEADING))
    if (!below.cell) read(below.start, Math.min(below.end, below.start + PASSAGE));
  return sentences;
}

/** What the exact grammar of evacuation says of one sentence. */
export const evacuationIn = (scene: Scene, sentence: Range): readonly Candidate[] =>
  isEverydayTitle(scene.title()) ? [] : [...exactForms(scene, sentence), ...movements(scene, sentence)];

/** Routes, areas and receiving towns of evacuation plans, told in sentences. */
export const evacuation: Recogniser = {
  id: 'evacuation',
  anchors: ['疏散', '疏出', '接收安置', '接收乡镇', '接收点', '安置点', '安置协议', '对口'],
  recognise: (scene, at) => sentencesNear(scene, at).flatMap((sentence) => evacuationIn(scene, sentence)),
};
