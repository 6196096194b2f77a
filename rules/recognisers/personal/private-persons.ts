import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { maskName } from './masks.ts';
import { namesInCell } from './name-cells.ts';
import { nameLengthAt, nameStartBefore, surnameAt } from './name-reading.ts';
import { beginsName, isOfficial, nearestName } from './person-mention.ts';
import { NAME_HEADERS, PARTY_WORDS, RELATION_WORDS, STANDING_WORDS } from './person-words.ts';
import { CONDITION_ANCHORS } from './personal-conditions.ts';
import { isPersonalItem, personalItemIn } from './personal-items.ts';
import { publicPersons } from './public-persons.ts';
import { fact, near } from './surroundings.ts';

/** A name and why it is private. `firm`: the words beside it say so themselves, whatever else the draft calls the person. */
interface Seed extends Range {
  readonly because: Fact;
  readonly firm: boolean;
}

const PARTY = new Set(PARTY_WORDS);
const STANDING = new Set(STANDING_WORDS);
const RELATION = new Set(RELATION_WORDS);
const HONORIFICS = ['女士', '先生', '同志', '同学', '老人'];
const SALUTED = [
  '你们于',
  '你们反映',
  '你们提',
  '您于',
  '您提',
  '您反映',
  '您好',
  '您申请',
  '您通过',
  '您的',
  '你于',
  '你提交',
  '你反映',
  '你好',
  '你户',
];
const DEEDS = ['反映', '投诉', '举报', '上访', '来信', '来访', '来电', '信访', '提出申请', '申请公开', '起诉', '息访', '息诉'];
const PENALTIES = ['行政处罚', '罚款', '立案', '处罚', '拘留', '处分', '强制执行', '约谈'];
/** Words whose personal value has the name before it in the sentence. */
const ITEMS = [
  ...'身份证 证件号 公民身份 护照 住址 户籍 住 出生 卡号 账号 社保 公积金 手机 电话 微信 日生 通行证 回乡证 台胞证 军官证 士兵证'.split(
    ' ',
  ),
  ...CONDITION_ANCHORS,
];

/** A person of standing (志愿者某某) is told of over a few sentences: 他…, 为他登记:…. */
const STANDING_REACH = 160;

/** Occurrences of one name that are reported at once; a name that stands more often is reported round each place that tells. */
const MOST_OCCURRENCES = 64;

/**
 * Names of private persons: by party word, relation, salutation, deed, column, or beside a personal item; then every further
 * occurrence of the same name in the draft. Officials, experts, contacts on duty and masked names are left alone.
 */
export const privatePersonName: Recogniser = {
  id: 'private-person-name',
  anchors: [
    ...new Set([
      ...PARTY_WORDS,
      ...STANDING_WORDS,
      ...RELATION_WORDS,
      ...HONORIFICS,
      ...SALUTED,
      ...DEEDS,
      ...PENALTIES,
      ...ITEMS,
    ]),
  ],
  digits: 11,
  headers: NAME_HEADERS,
  recognise(scene, at) {
    const seeds = seedsAt(scene, at).filter((seed) => seed.firm || !isPublic(scene, seed));
    return seeds.flatMap((seed) => [toCandidate(scene, seed, seed.because), ...furtherOccurrences(scene, seed)]);
  },
};

function seedsAt(scene: Scene, at: Range): Seed[] {
  const word = scene.text.slice(at.start, at.end);
  const piece = scene.pieceAt(at.start);
  if (piece.cell && at.start === piece.start && at.end === piece.end) return namesInCell(scene, piece);
  if (PARTY.has(word)) return afterWord(scene, at, word, true);
  if (STANDING.has(word)) return afterWord(scene, at, word, false);
  if (RELATION.has(word)) return relatives(scene, at, word);
  if (HONORIFICS.includes(word)) return saluted(scene, at, word);
  if (SALUTED.includes(word)) return salutationAbove(scene, at);
  if (DEEDS.includes(word)) return doer(scene, at, word);
  if (PENALTIES.includes(word)) return punished(scene, at);
  return beforeItem(scene, at);
}

/** 当事人:郑炳坤 · 住户尤桂兰( · 信访人张三、李四 */
function afterWord(scene: Scene, at: Range, word: string, party: boolean): Seed[] {
  const text = scene.text;
  const piece = scene.pieceAt(at.start);
  const lead =
    /^(?:姓名|名称|代表)?(?:\([^()]{0,12}\))?(?:[:：][ ]?|为|是|系|[ ])?["“]?/.exec(
      text.slice(at.end, Math.min(piece.end, at.end + 24)),
    )?.[0] ?? '';
  const labelled = /[:：]/.test(lead);
  const seeds: Seed[] = [];
  let from = at.end + lead.length;
  for (let count = 0; count < 30 && from < piece.end; count++) {
    const length = nameLengthAt(text, from, labelled ? 'labelled' : 'role');
    if (length === 0 || (labelled && isOrganisation(text, from, piece.end))) break;
    const range = { start: from, end: from + length };
    // A lawyer acts by profession; the client's name is the private one.
    const lawyer = /^[，,(][^。；]{0,24}(?:律师|法律服务)/.test(text.slice(range.end, range.end + 30));
    if (lawyer) break;
    if (party || personalItemIn(scene, range, STANDING_REACH))
      seeds.push({ ...range, because: near(word), firm: party && labelled });
    from += length;
    const next = /^(?:\([^()]{0,20}\))?[、和与及]/.exec(text.slice(from, from + 24))?.[0].length ?? 0;
    if (next === 0) break;
    from += next;
  }
  return seeds;
}

/** 申请人:王军农资店: the run up to the next mark ends in a word for a body. */
function isOrganisation(text: string, from: number, end: number): boolean {
  const run = /^[^，。、；;:：()（）\s]*/.exec(text.slice(from, Math.min(end, from + 40)))?.[0] ?? '';
  return (
    run.length > 4 &&
    /(?:公司|集团|局|厂|店|中心|合作社|经营部|商行|超市|工作室|委员会|办公室|学校|医院|支行|分行|事务所|研究院|设计院|村委会|居委会|财政|物业|部队|农场|酒店|饭店|门市|协会)$/.test(
      run,
    )
  );
}

/** 郑炳坤之妻姜美芬 · 其弟罗淑平 · 我婆婆莫四妹 */
function relatives(scene: Scene, at: Range, word: string): Seed[] {
  const seeds: Seed[] = [];
  const piece = scene.pieceAt(at.start);
  if (word.startsWith('之')) {
    const start = nameStartBefore(scene.text, at.start, piece.start);
    if (start >= 0) seeds.push({ start, end: at.start, because: near(word), firm: false });
  }
  const lead = /^(?:姓名)?(?:\([^()]{0,8}\))?[:：]?/.exec(scene.text.slice(at.end, at.end + 12))?.[0].length ?? 0;
  const from = at.end + lead;
  const length = nameLengthAt(scene.text, from, 'role');
  if (length > 0) {
    const range = { start: from, end: from + length };
    if (word.startsWith('之') || isPersonalDraft(scene) || personalItemIn(scene, range))
      seeds.push({ ...range, because: near(word), firm: true });
  }
  return seeds;
}

/** 欧阳秀珍女士: */
function saluted(scene: Scene, at: Range, word: string): Seed[] {
  const piece = scene.pieceAt(at.start);
  const start = nameStartBefore(scene.text, at.start, piece.start);
  if (start < 0 || isOfficial(scene, start)) return [];
  const range = { start, end: at.start };
  const alone = start === piece.start && /^[:：]/.test(scene.text.slice(at.end, at.end + 1));
  const polite = word === '女士' || word === '先生';
  if ((alone && isAnswer(scene)) || personalItemIn(scene, range) || (polite && isPersonalDraft(scene) && isAnswer(scene))) {
    return [{ ...range, because: fact(alone ? '答复文书的称呼' : `称“${word}”`), firm: false }];
  }
  return [];
}

function isAnswer(scene: Scene): boolean {
  return (
    /答复|告知书|意见书|决定书|回复|回函|复函|通知书|信访|来信/.test(scene.title()) ||
    /答复如下|告知如下|回复如下/.test(scene.text.slice(0, 3000))
  );
}

/** A line that is a name and a colon, above the line that says 您于…. */
function salutationAbove(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  if (at.start - piece.start > 6 || piece.start === 0) return [];
  const above = scene.pieceAt(piece.start - 1);
  const line = scene.text.slice(above.start, above.end);
  if (!/^[\u4e00-\u9fff·、]{2,40}[:：]$/.test(line)) return [];
  const seeds: Seed[] = [];
  for (const part of line.matchAll(/[\u4e00-\u9fff·]+/g)) {
    const name = part[0].replace(/(?:女士|先生|同志|等人?)$/, '');
    if (nameLengthAt(`${name}:`, 0, 'labelled') !== name.length) continue;
    const start = above.start + part.index;
    seeds.push({ start, end: start + name.length, because: fact('答复文书的称呼'), firm: true });
  }
  return seeds;
}

/** 孟令凯反映…: the name stands right before the deed and begins a clause. */
function doer(scene: Scene, at: Range, word: string): Seed[] {
  const clause = scene.clause(at.start);
  const others = /等(?:人|\d+人|[一二三四五六七八九十]+人|户)?$/.exec(scene.text.slice(clause.start, at.start))?.[0].length ?? 0;
  const end = at.start - others;
  const start = nameStartBefore(scene.text, end, clause.start);
  if (start < 0 || !beginsName(scene, start) || isOfficial(scene, start)) return [];
  if (end - start === 2 && surnameAt(scene.text, start).loose) return [];
  return [{ start, end, because: near(word), firm: false }];
}

/** 对刘志强处以罚款 · 给予赵某处分: the name behind 对 or 给予. */
function punished(scene: Scene, at: Range): Seed[] {
  const clause = scene.clause(at.start);
  const text = scene.text.slice(clause.start, at.start);
  const seeds: Seed[] = [];
  for (const match of text.matchAll(/(?:对|给予|责令)(?=[\u4e00-\u9fff])/g)) {
    const from = clause.start + match.index + match[0].length;
    const length = nameLengthAt(scene.text, from, 'free');
    if (length > 0) seeds.push({ start: from, end: from + length, because: fact('被处罚、处分的人'), firm: false });
  }
  return seeds;
}

/** The nearest name before a personal item in the same sentence. */
function beforeItem(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return [];
  const item = isPersonalItem(scene, at);
  if (!item) return [];
  const sentence = scene.sentence(at.start);
  const beside = nameBeside(scene, item, sentence.start);
  if (beside) return [{ ...beside, because: item.because, firm: false }];
  const name = nearestName(scene, item.start, item.adjacent ? Math.max(sentence.start, item.start - 24) : sentence.start);
  if (!name || (item.adjacent && !isAdjacent(scene.text.slice(name.end, item.start)))) return [];
  return [{ ...name, because: item.because, firm: false }];
}

const BESIDE = /[(（，,:：\s]{0,2}(?:男|女)?[，,]?(?:身份证|公民身份|手机|联系|电话)?(?:号码|电话|方式|号)?[:：为\s+]{0,2}$/;

/** 帮厨车建设,身份证…: a full name right before the item needs no known word before it. */
function nameBeside(scene: Scene, item: Range, floor: number): Range | undefined {
  const left = scene.text.slice(Math.max(floor, item.start - 24), item.start);
  const lead = BESIDE.exec(left)?.[0].length ?? 0;
  const end = item.start - lead;
  if (lead === 0) return undefined;
  const start = nameStartBefore(scene.text, end, floor);
  if (start < 0 || end - start < 3 || surnameAt(scene.text, start).loose || isOfficial(scene, start)) return undefined;
  return nameLengthAt(scene.text, start, 'free') === end - start ? { start, end } : undefined;
}

/** Between a name and a mobile number only labels, brackets and other data of the same person may stand. */
function isAdjacent(between: string): boolean {
  return /^[(（，,:：、\s]*(?:男|女)?[，,]?(?:的)?(?:本人|个人)?(?:联系)?(?:手机|电话|移动电话|联系方式|微信)?(?:号码|号)?(?:兼微信|同微信)?[是为:：(（\s+]*$/.test(
    between,
  );
}

function isPublic(scene: Scene, seed: Seed): boolean {
  return publicPersons(scene).has(scene.text.slice(seed.start, seed.end));
}

const personalDrafts = new WeakMap<Scene, boolean>();

/** True when the draft holds a mobile or identity number: relatives named in it belong to somebody's matter. */
function isPersonalDraft(scene: Scene): boolean {
  const known = personalDrafts.get(scene);
  if (known !== undefined) return known;
  const answer =
    /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\dA-Za-z])/.test(scene.text) ||
    /信访|来信|申请人|当事人|投诉/.test(scene.text.slice(0, 2000));
  personalDrafts.set(scene, answer);
  return answer;
}

function toCandidate(scene: Scene, range: Range, because: Fact): Candidate {
  const name = scene.text.slice(range.start, range.end).replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '');
  return {
    start: range.start,
    end: range.end,
    value: name,
    confidence: 0.88,
    evidence: [fact('姓名用字', range), because],
    suggestion: maskName(name),
  };
}

const occurrencesByScene = new WeakMap<Scene, Map<string, readonly number[]>>();

/** Where else the name stands. Found once a name and scene; only names of two or more characters that do not run on in a longer name. */
function furtherOccurrences(scene: Scene, seed: Seed): Candidate[] {
  const name = scene.text.slice(seed.start, seed.end).replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '');
  let names = occurrencesByScene.get(scene);
  if (!names) {
    names = new Map();
    occurrencesByScene.set(scene, names);
  }
  let starts = names.get(name);
  if (!starts) {
    starts = names.size < MOST_NAMES ? occurrences(scene.text, name) : [];
    names.set(name, starts);
  }
  const close = (starts.length <= MOST_OCCURRENCES ? starts : neighbours(starts, seed.start)).filter(
    (start) => start !== seed.start,
  );
  return close.map((start) => ({
    ...toCandidate(
      scene,
      { start, end: start + name.length },
      fact('同一姓名在文中他处与个人信息并列', { start: seed.start, end: seed.end }),
    ),
    confidence: 0.8,
  }));
}

/** The occurrences next to a place: where a name stands in every line, each line tells for itself. */
function neighbours(starts: readonly number[], place: number): readonly number[] {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return starts.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS);
}
const NEIGHBOURS = 4;

/** Above so many different names the draft is a roster: its columns are read cell by cell, no search through the text is needed. */
const MOST_NAMES = 400;

function occurrences(text: string, name: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    // 高新 the person and 高新区 the zone: a two-character name must not run on into a word.
    if (name.length === 2 && /^[区技产城路县市镇村]/.test(text.slice(at + 2, at + 3))) continue;
    starts.push(at);
  }
  return starts;
}
