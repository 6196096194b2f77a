/** Protection grades in running text: grammar of characters, then norms and teaching, then the tie to a work. */
import type { Level } from '../../../review/model/index.ts';
import type { Candidate, Fact, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { draftFacts } from './draft-facts.ts';
import { isOffSite, normOfGrade, OFF_SITE, sentenceOf } from './guards.ts';
import { readingRecogniser } from './per-piece.ts';
import { objectsBetween, pieceFacts } from './piece-facts.ts';
import type { GradeForm, GradeMatch } from './protection-grammar.ts';
import { EXPLAINS, isAboutWorks, isNearWork } from './stance.ts';
import { CONFIDENCE, candidate, isCivilContext, levelByTie, passedOver, tieOf } from './ties.ts';

const FORM_LABELS: Readonly<Record<GradeForm, string>> = {
  pair: '核、常抗力级别成对写法',
  grade: '“核/常N级”写法',
  noun: '“N级人防”写法',
  attribute: '抗力（防护）等级后写明级别',
  chemical: '防化等级写明级别',
  class: '写明甲类（乙类）工程',
  bare: '列举工程情况时单列级别',
  overpressure: '写明冲击波超压数值',
};

function levelOf(form: GradeForm, tie: ReturnType<typeof tieOf>, civil: boolean, hidden: boolean): Level {
  // What somebody struck out or hid is seldom teaching: a person must look.
  if (hidden && tie.strength === 'none') return 'review';
  if (tie.strength === 'none') return civil && form !== 'class' && form !== 'overpressure' ? 'review' : 'notice';
  if (form === 'class' && tie.strength !== 'sentence' && tie.strength !== 'reference' && tie.strength !== 'piece')
    return 'notice';
  return levelByTie(tie);
}

/** …地下室，框架结构，6级，1640㎡，位于…: a grade of its own between commas counts only where the rest describes a shelter. */
function isShelterList(sentence: string): boolean {
  return (
    /地下室|地下工程|附建|人防|防空|坑道|地道|洞/.test(sentence) &&
    /㎡|平方米|位于|建于|[0-9]年/.test(sentence) &&
    !/风|资质|耐火|防水|响应|医院等级|残|职/.test(sentence)
  );
}

/** Reads the grades of one piece, of the given forms. */
function readGrades(scene: Scene, piece: ScenePiece, forms: readonly GradeForm[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const facts = draftFacts(scene);
  if (piece.cell !== undefined && facts.tables.get(piece.cell.table)?.kind === 'off-site') return candidates;
  for (const match of pieceFacts(scene, piece).grades) {
    if (!forms.includes(match.form)) continue;
    const read = readGrade(scene, piece, match);
    if (read !== undefined) candidates.push(read);
  }
  return candidates;
}

function readGrade(scene: Scene, piece: ScenePiece, match: GradeMatch): Candidate | undefined {
  const compact = compactPiece(scene, piece);
  const [from, to] = sentenceOf(compact.text, match.start);
  const named = objectsBetween(pieceFacts(scene, piece), from, to).some((object) => object.kind !== 'siren');
  const norm = normOfGrade(compact.text, match.start, match.end, named);
  const offSite = draftFacts(scene).offSite && isOffSite(compact.text.slice(from, to)) ? OFF_SITE : undefined;
  const taught = !named && EXPLAINS.test(draftFacts(scene).title) ? '标准、教学文本中的表述' : undefined;
  const why = norm ?? offSite ?? taught;
  if (why !== undefined) return passedOver(compact, match.start, match.end, match.value, why);
  const civil = isCivilContext(scene, piece) || (isAboutWorks(scene) && isNearWork(scene, piece));
  if (
    !civil &&
    (match.form === 'grade' || match.form === 'attribute') &&
    !/[核常]|抗力/.test(compact.text.slice(match.start, match.end))
  )
    return undefined;
  if (match.form === 'bare' && !isShelterList(compact.text.slice(from, to))) return undefined;
  const tie = tieOf(scene, piece, match.start);
  const facts: (Fact | undefined)[] = [{ label: FORM_LABELS[match.form] }, tie.fact];
  const level = levelOf(match.form, tie, civil, !piece.visible || piece.kind.startsWith('tracked'));
  return candidate(compact, match.start, match.end, match.value, level, CONFIDENCE[tie.strength], facts);
}

const GRADE_ANCHORS = [
  '核',
  '常1',
  '常2',
  '常3',
  '常4',
  '常5',
  '常6',
  '常一',
  '常二',
  '常三',
  '常四',
  '常五',
  '常六',
  '常壹',
  '常贰',
  '常叁',
  '常肆',
  '常伍',
  '常陆',
  '常规武器',
  '甲类',
  '乙类',
];

const gradeReader: Recogniser = readingRecogniser({ id: 'protection-grade', anchors: GRADE_ANCHORS }, (scene, piece) =>
  readGrades(scene, piece, ['pair', 'grade']),
);
/** What may make a grade of 核, 常, 甲类: a level a few characters on, with no other word between. Blanks and drawing codes may stand there. */
const GRADE_NEAR =
  /[核常](?:规)?(?:武器)?(?:抗力)?[^\u4e00-\u9fff0-9，。；]{0,16}(?:[核常][^\u4e00-\u9fff0-9，。；]{0,16})?[1-6一二三四五六壹贰叁肆伍陆]|[甲乙]类?[^\u4e00-\u9fff0-9，。；]{0,16}[核常1-6一二三四五六壹贰叁肆伍陆]/y;

/** 审核5项, 经常五次: the character belongs to the word before. */
const IN_A_WORD: Readonly<Record<string, string>> = {
  核: '审考复稽初终评校抽会经已未待严细',
  常: '经通平日正非异反失如往时照惯家',
};

function mayBeGrade(scene: Scene, at: Range): boolean {
  const before = scene.text[at.start - 1] ?? ' ';
  if (IN_A_WORD[scene.text[at.start] ?? '']?.includes(before)) return false;
  GRADE_NEAR.lastIndex = at.start;
  return GRADE_NEAR.test(scene.text);
}

/** 核6级、常6级 · 核6常6 · 甲类6级 · 乙类常六级 */
export const protectionGrade: Recogniser = {
  ...gradeReader,
  // 审核, 考核, 核对 wake it on every page: a look at what follows spares reading the piece.
  recognise: (scene, at) => (mayBeGrade(scene, at) ? gradeReader.recognise(scene, at) : []),
};

/** 抗力等级六级 · 防护等级为6B · 工程等级：五级 */
export const protectionAttribute: Recogniser = readingRecogniser(
  {
    id: 'protection-attribute',
    anchors: [
      '抗力',
      '防护等级',
      '防护级别',
      '防护标准',
      '防护类别',
      '设防',
      '人防等级',
      '人防:',
      '人防指标',
      '人防部分',
      '人防要求',
      '人防级别',
      '人防类别',
      '等级',
    ],
  },
  (scene, piece) => readGrades(scene, piece, ['attribute']),
);

/** 五级人防 · 6B级防空地下室 · 人防六级 */
export const protectionNoun: Recogniser = readingRecogniser(
  {
    id: 'protection-noun',
    anchors: [
      '级人',
      '级的',
      '级民',
      '级防',
      '级掩',
      '级单',
      '级附',
      '级抗',
      '级设',
      '级物',
      '级一',
      '级二',
      '级，',
      '级；',
      '级,',
      '人防',
      '防空地下室',
      '民防',
    ],
  },
  (scene, piece) => readGrades(scene, piece, ['noun', 'bare']),
);

/** 防化丙级 · 防化等级为乙级 · 防化：丙 · 乙级防化 */
export const chemicalGrade: Recogniser = readingRecogniser({ id: 'chemical-grade', anchors: ['防化'] }, (scene, piece) =>
  readGrades(scene, piece, ['chemical']),
);

/** 甲类防空地下室 · 乙类附建式 */
export const protectionClass: Recogniser = readingRecogniser(
  { id: 'protection-class', anchors: ['甲类', '乙类'] },
  (scene, piece) => readGrades(scene, piece, ['class']),
);

/** 冲击波超压 with MPa or kPa */
export const blastPressure: Recogniser = readingRecogniser({ id: 'blast-pressure', anchors: ['超压'] }, (scene, piece) =>
  readGrades(scene, piece, ['overpressure']),
);

const DOOR = /(?:B?HFM|B?HM|B?FM|G[HS]*FM|G[HS]*M|L?FMDB|HHFM|BHHFM|BGFM|FMH)[0-9]{3,6}(?:-[0-9]{1,2}){0,2}(?:\([0-9A-Z]+\))?/g;

/** Door models near 人防: their digits hint at size and resistance (civil-defence-terms.md §6). */
export const doorModel: Recogniser = readingRecogniser(
  { id: 'door-model', anchors: ['HFM', 'FMDB', 'GSFM', 'BFM', 'BHM', 'GHM', '密闭门'] },
  (scene, piece) => {
    const compact = compactPiece(scene, piece);
    if (!isCivilContext(scene, piece) && !/密闭门/.test(compact.text)) return [];
    return [...compact.text.matchAll(DOOR)].map((match) => {
      const tie = tieOf(scene, piece, match.index);
      return candidate(compact, match.index, match.index + match[0].length, match[0], 'notice', 0.5, [
        { label: '防护设备型号' },
        tie.fact,
      ]);
    });
  },
);
