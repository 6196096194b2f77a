import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { CONDITION_ANCHORS } from './condition-groups.ts';
import { FACT_WORDS, isAppointment } from './draft-facts.ts';
import { maskName } from './masks.ts';
import { namesInCell } from './name-cells.ts';
import { listedWith } from './name-lists.ts';
import { placesOfName } from './name-places.ts';
import { isOfficial } from './person-mention.ts';
import { NAME_COLUMNS, PARTY_WORDS, RELATION_WORDS, STANDING_WORDS } from './person-words.ts';
import { ITEM_WORDS, personalItemIn } from './personal-items.ts';
import { isPublicPerson, ROLE_WORDS } from './public-persons.ts';
import { accused, addressee, standsIn } from './seeds-by-deed.ts';
import { besideItem } from './seeds-by-item.ts';
import {
  afterWord,
  aided,
  called,
  counted,
  described,
  doer,
  formName,
  household,
  punished,
  relatives,
  type Seed,
  salutationAbove,
  saluted,
} from './seeds-by-word.ts';
import { fact } from './surroundings.ts';

const HONORIFICS = ['女士', '先生', '同志', '同学', '老人', '叔叔', '阿姨', '大爷', '大妈', '大姐', '大哥'];
/** Who is complained of stands behind the word. */
const COMPLAINTS = ['反映', '举报', '检举', '控告', '指控'];
/** Who stands in for whom. */
const STANDS_IN = ['代', '替', '顶'];
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
const HOUSEHOLDS = '两户 三户 四户 五户 户与 户已 户因 户的 户对 户于 等户 夫妇 一家'.split(' ');
const COUNTS = [...'一二两三四五六七八九十0123456789'].map((digit) => `等${digit}`);
const AIDS = ['救助', '补助', '慰问金'];
const CALLED = ['名叫', '名字', '个叫', '人叫', '他叫', '她叫', '我叫', '叫做', '叫作'];
const SEXES = ['(男', '(女', '，男', '，女', ',男', ',女'];
const DEEDS = [
  '反映',
  '投诉',
  '举报',
  '上访',
  '来信',
  '来访',
  '来电',
  '信访',
  '提出申请',
  '申请公开',
  '起诉',
  '息访',
  '息诉',
  '为由',
  '诉求',
  '要求赔偿',
  '要求补偿',
  '扬言',
  '在场',
  '作证',
  '可以作证',
  '代班',
  '顶班',
];
const PENALTIES = ['行政处罚', '罚款', '立案', '处罚', '拘留', '处分', '强制执行', '约谈'];
/** Words whose personal value has the name before it in the sentence. */
const ITEMS = [
  ...'身份证 证件号 公民身份 护照 住址 户籍 住 出生 卡号 账号 社保 公积金 手机 电话 微信 日生 通行证 回乡证 台胞证 军官证 士兵证'.split(
    ' ',
  ),
  ...CONDITION_ANCHORS,
];

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
      ...HOUSEHOLDS,
      ...SEXES,
      ...COUNTS,
      ...CALLED,
      ...AIDS,
      ...COMPLAINTS,
      ...STANDS_IN,
      '@',
      '姓名',
      ...ITEMS,
    ]),
  ],
  words: [...ROLE_WORDS, ...FACT_WORDS, ...ITEM_WORDS],
  digits: 11,
  headers: NAME_COLUMNS,
  recognise(scene, at, anchor) {
    const first = seedsAt(scene, at, anchor);
    if (first.length === 0) return [];
    const listed = first.flatMap((seed) =>
      scene.pieceAt(seed.start).cell ? [] : listedWith(scene, seed).map((name) => ({ ...seed, ...name, firm: false })),
    );
    const seeds = [...first, ...listed].filter(
      (seed) => seed.firm || !isPublicPerson(scene, scene.text.slice(seed.start, seed.end)),
    );
    return seeds.flatMap((seed) => [toCandidate(scene, seed, seed.because), ...furtherOccurrences(scene, seed)]);
  },
};

type Reader = (scene: Scene, at: Range, word: string) => Seed[];
/** Who reads the name beside a word; where a word stands in two lists, the first counts. */
const READERS: ReadonlyMap<string, Reader> = new Map(
  (
    [
      [['姓名'], formName],
      [PARTY_WORDS, (scene, at, word) => afterWord(scene, at, word, true)],
      [RELATION_WORDS, relatives],
      [STANDING_WORDS, (scene, at, word) => afterWord(scene, at, word, false)],
      [AIDS, aided],
      [CALLED, called],
      [HONORIFICS, saluted],
      [SALUTED, salutationAbove],
      [COMPLAINTS, (scene, at, word) => [...doer(scene, at, word), ...accused(scene, at)]],
      [STANDS_IN, standsIn],
      [['@'], addressee],
      [DEEDS, doer],
      [PENALTIES, punished],
      [HOUSEHOLDS, household],
      [COUNTS, counted],
      [SEXES, described],
    ] as const satisfies readonly (readonly [readonly string[], Reader])[]
  )
    .toReversed()
    .flatMap(([words, reader]) => words.map((word): [string, Reader] => [word, reader])),
);

function seedsAt(scene: Scene, at: Range, anchor: string | undefined): Seed[] {
  const piece = scene.pieceAt(at.start);
  if (piece.cell && at.start === piece.start && at.end === piece.end) return namesInCell(scene, piece);
  const word = anchor ?? scene.text.slice(at.start, at.end);
  return (READERS.get(word) ?? besideItem)(scene, at, word);
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
    starts = names.size < MOST_NAMES ? occurrences(scene, name) : [];
    names.set(name, starts);
  }
  const close = (starts.length <= MOST_OCCURRENCES ? starts : neighbours(starts, seed.start)).filter(
    (start) => start !== seed.start && !isPublicPlace(scene, { start, end: start + name.length }),
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

/** Where a name stands in office, or in a notice of appointment without anything of private life, it stays though its owner's data leaked elsewhere. */
function isPublicPlace(scene: Scene, range: Range): boolean {
  if (scene.pieceAt(range.start).cell) return false;
  if (/^之[妻夫子女父母]/.test(scene.text.slice(range.end, range.end + 2))) return false;
  return isOfficial(scene, range.start) || (isAppointment(scene) && !personalItemIn(scene, range));
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

/** 高新 the person and 高新区 the zone: a two-character name must not run on into a word. */
const occurrences = (scene: Scene, name: string): readonly number[] =>
  placesOfName(scene, name).filter((at) => name.length > 2 || !RUNS_ON.includes(scene.text[at + 2] ?? ' '));
const RUNS_ON = '区技产城路县市镇村';
