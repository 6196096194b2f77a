import { patternGuard } from '../../engine/pattern-gate.ts';
import { PlacedGate } from '../../engine/placed-gate.ts';
import type { Scene, ScenePiece } from '../../model.ts';

/** What part of a plan a piece tells of, by its own words, its heading, its neighbours and its table. */
export interface PlanTheme {
  readonly evacuation: boolean;
  readonly team: boolean;
  readonly target: boolean;
  /** The piece tells of a drill that was held: only what outlasts the drill counts in it. */
  readonly drill: boolean;
  /** The title, the heading or the paragraphs just above are of a plan: numbers and places in it are its details. */
  readonly plan: boolean;
}

const EVACUATION =
  /疏散(?!指示|通道|楼梯|标志|出口|宽度|照明|示意|练习)|疏出|接收安置|接收(?:点|地|乡镇|街道|村|县)|安置点|集结点|收容点|登车点|留城|转移安置|撤离(?!演练|现场)|投亲靠友|转移群众|防空袭(?:方案|预案|计划|行动)|(?:要是|真|一旦|万一)(?:要是)?(?:打|开)(?:起)?[仗战]|打起仗|(?:战备|打仗|空袭|敌机|战时)[^。]{0,40}真(?:有|到)了?[那这]么?一?天|[镇乡村县](?:可|能|计划)?接收\d|空袭(?:来|真来)|群众(?:紧急|应急)?转移|居民(?:紧急|应急)?转移/;
const TEAM =
  /动员潜力|潜力核查|手术队|可动员|(?<![田径象棋舞蹈体育])专业队|分队|抢[修险]队|救护队|消毒队|洗消队|群众防空组织|民防队|民兵|抽组|编成表|编组表|整组|队别|机动队|预备队/;
const STRICKEN = /遭袭|受袭|遭受?空袭|遭受?打击/;
const TARGET =
  /(?:重要|重点|经济|防护|保卫)(?:经济|防护)?目标|目标防护|防护对象|保卫对象|[一二三]类目标|[一二三]级目标|目标单位|目标名录|目标清单/;
/** Escapes from fire and flood, school drills, announcements: the same words, no plan of the city. */
const EVERYDAY =
  /火灾|消防安全|灭火|消防应急|消防通道|消防演练|安全出口|应急照明|台风|强降雨|特大暴雨|内涝|洪涝|洪灾|山体滑坡|洪水|抗洪|抢险救灾|防汛|汛期|地震|泥石流|山洪|避险转移|客流|景区|拥堵|绩效|目标管理|目标责任|奋斗目标|工作目标|年度目标/;
/** A title that says what the people flee from, and it is not an air raid. */
const EVERYDAY_TITLE = /消防|火灾|灭火|防汛|防台|防洪|抗洪|地震|山洪|地质灾害|避险转移|反恐|景区|校园安全/;
const TARGET_TITLE = /(?:重要|重点)(?:经济|防护)?目标|目标防护|防护目标|保卫目标|目标单位/;
const PUBLIC_TITLE = /公告|通告|新闻|报道|试鸣|科普|问答|问卷|公示|宣传|知识|教案|教育|班会|普法|法律|条例|办法|办事指南|倡议书/;
/** Papers that lay a drill down before it is held; what is told of a drill that was held is news. */
const PLAN_PAPER = /方案|预案|计划|脚本|想定|导调|纪要|记录|部署|任务|规定|明白卡|手册|台账|清单|一览表|编成|名册|点名册/;
/** Papers that are plans of evacuation, of teams or of reserves. */
const PLAN_SUBJECT =
  /疏散(?!演练|通道|指示)|接收安置|转移安置|应急转移|专业队|群众防空组织|民防队|动员潜力|潜力(?:核查|统计|调查)|力量编组|战时|临战|留城|集结点|运力/;
const DRILL = /拉动|集训|训练通知|演练|演习|参演|观摩|比武|展示|开放日/;

/** Most papers hold no word of any theme: one walk over what a piece is judged by says so. */
const mayTell = patternGuard(
  new RegExp([EVACUATION, TEAM, STRICKEN, TARGET, TARGET_TITLE].map(({ source }) => source).join('|')),
);

const placed = new PlacedGate(['any'], () => [EVACUATION, TEAM, STRICKEN, TARGET, TARGET_TITLE]);
/** Words whose places are asked for. */
export const PLAN_WORDS = placed.words;

const NONE: PlanTheme = { evacuation: false, team: false, target: false, drill: false, plan: false };
const cache = new WeakMap<Scene, Map<number, PlanTheme>>();
const titles = new WeakMap<Scene, { readonly isPublic: boolean; readonly isPlan: boolean; readonly text: string }>();
const LONGEST = 600;
const SPOKEN = 90;
const SPOKEN_LINES = 6;
const SPEAKER = /^[\u4e00-\u9fff]{1,6}:/;

/** Flight from fire or flood, unless the paper is about air raids as well. */
export const isEverydayTitle = (title: string): boolean => EVERYDAY_TITLE.test(title) && !/防空|人防|空袭/.test(title);

function titleOf(scene: Scene) {
  const known = titles.get(scene);
  if (known) return known;
  const text = scene.title();
  const read = {
    isPublic: (PUBLIC_TITLE.test(text) && !/(?<!设计|规划|建筑|装修|布展)方案|预案/.test(text)) || isEverydayTitle(text),
    isPlan: PLAN_PAPER.test(text),
    text,
  };
  titles.set(scene, read);
  return read;
}

/** True where the draft is a notice, news or teaching by its title. */
export const isPublicPaper = (scene: Scene): boolean => titleOf(scene).isPublic;

/** Minutes of what was said: the subject was named some short lines above. */
function dialogue(scene: Scene, piece: ScenePiece): string {
  if (piece.cell || piece.end - piece.start > SPOKEN || !SPEAKER.test(scene.text.slice(piece.start, piece.start + 8))) return '';
  const lines: string[] = [];
  for (let index = piece.index - 1; index >= 0 && lines.length < SPOKEN_LINES; index--) {
    const before = scene.pieces[index];
    if (!before || before.cell || before.end - before.start > SPOKEN) break;
    const line = scene.text.slice(before.start, before.end);
    if (/^[一二三四五六七八九十]、/.test(line)) break;
    lines.push(line);
  }
  return lines.join(' ');
}

/** Minutes and talks name their subject in a paragraph and go on in the next ones. */
const ABOVE = 3;
const ABOVE_CHARACTERS = 160;
function minuted(scene: Scene, piece: ScenePiece, isPlan: boolean): string {
  if (!isPlan || piece.cell) return '';
  return scene.pieces
    .slice(Math.max(0, piece.index - ABOVE), piece.index)
    .filter((before) => !before.cell)
    .map((before) => scene.text.slice(before.start, Math.min(before.end, before.start + ABOVE_CHARACTERS)))
    .join(' ');
}

function read(scene: Scene, piece: ScenePiece): PlanTheme {
  const title = titleOf(scene);
  if (title.isPublic) return NONE;
  const before = scene.pieces[piece.index - 1];
  const previous = before && before.end - before.start <= 60 ? scene.text.slice(before.start, before.end) : '';
  const table = piece.cell ? `${scene.headers(piece).join(' ')} ${piece.cell.label}` : '';
  const heading = scene.headingAbove(piece.start);
  const ownEnd = Math.min(piece.end, piece.start + LONGEST);
  const spoken = `${dialogue(scene, piece)} ${minuted(scene, piece, title.isPlan)}`;
  if (
    placed.open(scene, piece.start, ownEnd).length === 0 &&
    ![previous, table, heading, title.text, spoken].some((text) => mayTell(text))
  )
    return NONE;
  const own = scene.text.slice(piece.start, ownEnd);
  const near = `${own} ${heading} ${previous} ${table}`;
  // A scheme against air raids speaks of floods and fires as well.
  if (EVERYDAY.test(/防空袭(?:方案|预案|计划|行动)/.test(title.text) ? own.replace(/汛期?/g, '') : near)) return NONE;
  const drill = DRILL.test(`${own} ${heading} ${title.text}`) && !title.isPlan;
  const all = `${near} ${title.text} ${spoken}`;
  return {
    evacuation: EVACUATION.test(all),
    team: TEAM.test(all),
    target: TARGET.test(near) || STRICKEN.test(own) || TARGET_TITLE.test(title.text),
    drill,
    plan: PLAN_SUBJECT.test(`${title.text} ${heading} ${spoken} ${/^【[^】]{2,12}】/.exec(own)?.[0] ?? ''}`),
  };
}

/** Theme of a piece, read once. */
export function planTheme(scene: Scene, piece: ScenePiece): PlanTheme {
  const themes = cache.get(scene) ?? new Map<number, PlanTheme>();
  cache.set(scene, themes);
  const known = themes.get(piece.index);
  if (known) return known;
  const theme = read(scene, piece);
  themes.set(piece.index, theme);
  return theme;
}
