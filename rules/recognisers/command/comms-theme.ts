import { PatternGate } from '../../engine/pattern-gate.ts';
import { PlacedGate } from '../../engine/placed-gate.ts';
import type { Range, Scene, ScenePiece } from '../../model.ts';
import { BEFORE_PIECE, context, rowText } from './grammar.ts';

/** What of command and communication a passage tells: by its own words, its row, its heading, the lines before it and the title. */
export type CommsTheme = 'siren' | 'radio' | 'post' | 'net';

const WORDS: Readonly<Record<CommsTheme, RegExp>> = {
  siren: /警报(?!信号|声响|知识|装置?故障灯)|电声|鸣响|警报器/,
  radio:
    /短波|超短波|(?<!广播)电台|呼号|通联|守听|频率|频点|信道|网系|网内|属台|主台|值机|对讲|手台|手持台|车台|车载台|中转台|中继台|基地台|差转|集群|通播|台站|各台|代号|无线电|省台|市台|县台|话筒|干扰大/,
  post: /指挥(?:信息|通信)?系统|防空指挥|指挥信息|指挥通信|指挥网|指挥所|指挥中心|指挥工程|指挥大厅|指挥部|作战值班|战备|军线|机要|空情|会商|指挥席/,
  net: /内网|专网|服务器|防火墙|机房|VPN|平台|登录|登陆|密码|口令|账号|账户|终端|视频会商|视频会议|系统|门禁/,
};

/** Specifications of goods, notices, teaching and shows: the same words with values that bind nobody and tell nothing. */
const PUBLIC_TITLE =
  /(?:招标|采购|磋商|询价|竞价|比选|谈判)(?:公告|文件|需求|邀请)|(?<!合同|中标|成交|结果|中选)公告|试鸣|科普|问答|知识|常识|(?<!值班|战备|值守|通联|操作)须知|解读|消防|火灾|防汛|抗洪|地震|预算|决算|条例|管理办法|办事指南|参观|展览|开放日|服务指南|填报说明|试题|竞赛|教案/;
const EVERYDAY =
  /消防控制|灭火|台风|洪水|防汛|山洪|地震|森林|电梯|宣教馆|展厅|展品|展区|展出|开放日|孩子|小朋友|小小|体验|填报?时|填表|模型|仿真|沙盘|复原|博物馆|镇馆|观众|参观|体验区|收音机|调频广播|公众号|网民|个人账户|银行|社保|学生|驾校/;
/** A demand on goods or people, not a state of things. */
const DEMAND =
  /应当|应具备|应支持|应满足|须支持|不低于|不少于|不小于|不大于|不超过\d|参数|技术要求|技术指标|投标|响应文件|弱口令|复杂度|之类|例如|比如|严禁|禁止|不得使用|不要使用/;

const titles = new WeakMap<Scene, boolean>();
const isPublic = (scene: Scene): boolean => {
  const known = titles.get(scene);
  if (known !== undefined) return known;
  const is = PUBLIC_TITLE.test(scene.title());
  titles.set(scene, is);
  return is;
};

/** What an office buys is told in public; what it has, told in the same paper to explain the purchase, is not. */
const TENDER_TITLE = /(?:招标|采购|磋商|询价|竞价|比选|谈判)(?:公告|文件|需求|邀请)/;
const STANDING = /现状|现有|已建|目前|在用|现用|利旧|原有|现为|既有/;

const NO_THEME: ReadonlySet<CommsTheme> = new Set();
const THEMES = Object.keys(WORDS) as CommsTheme[];
const mayTell = new PatternGate(THEMES, (theme) => WORDS[theme]);
const placed = new PlacedGate(THEMES, (theme) => [WORDS[theme]]);
/** Words whose places are asked for. */
export const THEME_WORDS = placed.words;

interface Told {
  readonly byTitle: ReadonlySet<CommsTheme>;
  /** By number of the piece. */
  readonly byPiece: Map<number, ReadonlySet<CommsTheme>>;
}
const told = new WeakMap<Scene, Told>();

/** Themes whose words may stand in what a sentence of the piece is judged by: a wider look than `context`, taken once a piece. */
export function themesNear(scene: Scene, piece: ScenePiece): ReadonlySet<CommsTheme> {
  let known = told.get(scene);
  if (!known) {
    known = { byTitle: new Set(mayTell.open(scene.title())), byPiece: new Map() };
    told.set(scene, known);
  }
  let themes = known.byPiece.get(piece.index);
  if (!themes) {
    const row = rowText(scene, piece.start);
    themes = new Set([
      ...known.byTitle,
      ...placed.open(scene, Math.max(0, piece.start - BEFORE_PIECE), piece.end),
      ...mayTell.open(scene.headingAbove(piece.start)),
      ...(row === '' ? [] : mayTell.open(row)),
    ]);
    known.byPiece.set(piece.index, themes);
  }
  return themes;
}

/** Themes of a sentence; empty where the draft or the sentence speaks to the public, of shows, or of what goods must be able to do. */
export function commsThemes(scene: Scene, sentence: Range): ReadonlySet<CommsTheme> {
  const may = [...themesNear(scene, scene.pieceAt(sentence.start))];
  if (may.length === 0) return NO_THEME;
  const said = scene.text.slice(sentence.start, sentence.end);
  const told = TENDER_TITLE.test(scene.title()) && (STANDING.test(said) || STANDING.test(scene.headingAbove(sentence.start)));
  if ((isPublic(scene) && !told) || EVERYDAY.test(said) || DEMAND.test(said)) return NO_THEME;
  const near = context(scene, sentence);
  return new Set(may.filter((theme) => WORDS[theme].test(near)));
}

/** Whether the draft by its title is a notice, a tender, a lesson: read for the tables of the room. */
export const isPublicComms = isPublic;
