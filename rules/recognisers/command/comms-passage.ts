import { PatternGate } from '../../engine/pattern-gate.ts';
import { PlacedGate } from '../../engine/placed-gate.ts';
import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { commandMakeup } from './command-makeup.ts';
import { mayTellState, statesIn } from './comms-state.ts';
import { type CommsTheme, commsThemes, THEME_WORDS, themesNear } from './comms-theme.ts';
import { credential } from './credential.ts';
import { candidate, oncePerWindow, spansOf, windowAt } from './grammar.ts';
import { joined, linkMakeup } from './link-makeup.ts';
import { linkProtection } from './link-protection.ts';
import { LOGIN_TALK } from './login-talk.ts';
import { NET_TALK } from './net-talk.ts';
import { POST_TALK } from './post-talk.ts';
import { RADIO_TALK } from './radio-talk.ts';
import { equipmentModel, sirenCount, sirenNumber } from './siren-facts.ts';
import { SIREN_TALK } from './siren-talk.ts';

/** A fact of sirens, radio, command posts or logins as people tell it; it counts only where the passage is of one of its themes. */
export interface TalkForm {
  readonly themes: readonly CommsTheme[];
  /** Flags `d` and `g`; the group `value` is the span. */
  readonly pattern: RegExp;
  readonly label: string;
  readonly confidence: number;
  /** Must be found in the sentence. */
  readonly said?: RegExp;
  /** Must not be found in the sentence. */
  readonly unless?: RegExp;
  readonly accept?: (scene: Scene, span: Range) => boolean;
}

const FORMS: readonly TalkForm[] = [...SIREN_TALK, ...RADIO_TALK, ...POST_TALK, ...LOGIN_TALK, ...NET_TALK];

const THEMES: readonly CommsTheme[] = ['siren', 'radio', 'post', 'net'];
/** Themes of which any form may stand in a stretch. */
const told = new PlacedGate(THEMES, (theme) =>
  FORMS.filter(({ themes }) => themes.includes(theme)).map(({ pattern }) => pattern),
);
const gate = new PatternGate(FORMS, (form) => form.pattern);

/** The exact grammars of the same facts: where they speak of a clause, it need not be told as a whole. */
const EXACT: readonly Recogniser[] = [
  linkMakeup,
  linkProtection,
  commandMakeup,
  sirenCount,
  sirenNumber,
  equipmentModel,
  credential,
];

const overlap = (one: Range, other: Range) => Math.min(one.end, other.end) - Math.max(one.start, other.start);
/** True where what is known covers a good part of the clause; one number in a long clause does not tell it. */
const saidAlready = (clause: Range, known: readonly Range[]): boolean =>
  known.some((span) => overlap(span, clause) * 20 >= (clause.end - clause.start) * 7);

const exactIn = (scene: Scene, clause: Range): readonly Candidate[] =>
  EXACT.flatMap((recogniser) => recogniser.recognise(scene, { start: clause.start, end: clause.start + 1 }));

/** Forms of the themes spoken of near by that may be found in a stretch; undefined where nothing at all can be told there. */
function formsIn(scene: Scene, range: Range, near: ReadonlySet<CommsTheme>): readonly TalkForm[] | undefined {
  if (near.size === 0) return undefined;
  const open = told.open(scene, range.start, range.end).some((theme) => near.has(theme))
    ? gate.open(scene.codes, range.start, range.end).filter((form) => form.themes.some((theme) => near.has(theme)))
    : [];
  return open.length > 0 || mayTellState(scene, range, near) ? open : undefined;
}

const readSentence = oncePerWindow((scene, sentence): readonly Candidate[] => {
  const open = formsIn(scene, sentence, themesNear(scene, scene.pieceAt(sentence.start)));
  if (!open) return [];
  const said = scene.text.slice(sentence.start, sentence.end);
  const themes = commsThemes(scene, sentence);
  if (themes.size === 0) return [];
  const told = open
    .filter((form) => form.themes.some((theme) => themes.has(theme)))
    .filter(({ said: needs, unless }) => (!needs || needs.test(said)) && !unless?.test(said))
    .flatMap((form) =>
      spansOf(scene, sentence, form.pattern)
        .filter((span) => !form.accept || form.accept(scene, span))
        .map((span) => candidate(scene, span, form.confidence, [{ label: form.label, range: span }], 'review')),
    );
  const clauses = statesIn(scene, sentence, themes);
  if (clauses.length === 0) return told;
  const known = [...told, ...clauses.flatMap((clause) => exactIn(scene, clause))];
  const states = joined(clauses.filter((clause) => !saidAlready(clause, known))).map((span) =>
    candidate(scene, span, 0.7, [{ label: '写明指挥、警报系统的组成', range: span }], 'review'),
  );
  // The exact grammars may not have been woken here by a word of their own.
  return [...known, ...states];
});

/** How far round a word of the theme its sentences reach, and how many paragraphs below it when it stands in a short line. */
const PASSAGE = 220;
const SHORT = 60;
const BELOW_LINE = 6;
const BELOW_PARAGRAPH = 2;
const BELOW_TITLE = 40;
const TITLE_LINES = 4;

function sentencesIn(scene: Scene, from: number, to: number): readonly Range[] {
  const sentences: Range[] = [];
  for (let offset = from; offset < to; ) {
    const sentence = windowAt(scene, offset, 'sentence');
    sentences.push(sentence);
    offset = Math.max(sentence.end, offset) + 1;
  }
  return sentences;
}

/** Pieces below a word of the theme that belong to it still. */
function below(scene: Scene, piece: ScenePiece): readonly ScenePiece[] {
  const short = piece.end - piece.start <= SHORT;
  const count = piece.index < TITLE_LINES && short ? BELOW_TITLE : short ? BELOW_LINE : BELOW_PARAGRAPH;
  return scene.pieces.slice(piece.index + 1, piece.index + 1 + count);
}

/** Up to where each piece has been read: neighbouring words of the theme must not hand in the same sentences once each. */
const readTo = new WeakMap<Scene, Map<number, number>>();

const worth = new WeakMap<Scene, Map<number, boolean>>();

/** Asked once a piece, before its sentences are cut: most pieces hold no form of a theme that is spoken of near them. */
function isWorthReading(scene: Scene, piece: ScenePiece): boolean {
  const pieces = worth.get(scene) ?? new Map<number, boolean>();
  worth.set(scene, pieces);
  const known = pieces.get(piece.index);
  if (known !== undefined) return known;
  const is = formsIn(scene, piece, themesNear(scene, piece)) !== undefined;
  pieces.set(piece.index, is);
  return is;
}

function unread(scene: Scene, piece: ScenePiece, from: number, to: number): readonly Range[] {
  if (!isWorthReading(scene, piece)) return [];
  const reached = readTo.get(scene) ?? new Map<number, number>();
  readTo.set(scene, reached);
  const start = Math.max(from, reached.get(piece.index) ?? 0);
  if (start >= to) return [];
  const sentences = sentencesIn(scene, start, to);
  reached.set(piece.index, Math.max(to, sentences.at(-1)?.end ?? to));
  return sentences;
}

/** Pieces whose neighbours below have been read already: a table of a thousand sirens must not read them a thousand times. */
const woken = new WeakMap<Scene, Set<number>>();

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const sentences = [...unread(scene, piece, Math.max(piece.start, at.start - PASSAGE), Math.min(piece.end, at.end + PASSAGE))];
  const known = woken.get(scene) ?? new Set<number>();
  woken.set(scene, known);
  if (!known.has(piece.index)) {
    known.add(piece.index);
    for (const next of below(scene, piece))
      sentences.push(...unread(scene, next, next.start, Math.min(next.end, next.start + 2 * PASSAGE)));
  }
  return sentences.flatMap((sentence) => readSentence(scene, sentence));
}

/** Facts of sirens, radio nets, command posts and logins in talk, logs, notes and reports. */
export const commsPassage: Recogniser = {
  id: 'comms-passage',
  anchors: [
    '警报',
    '鸣响',
    '短波',
    '电台',
    '呼号',
    '主台',
    '属台',
    '指挥通信',
    '指挥信息',
    '防空指挥',
    '指挥车',
    '动中通',
    '会商系统',
    '频率',
    '频点',
    '信道',
    '守听',
    '通联',
    '网系',
    '对讲',
    '手台',
    '中转台',
    '中继台',
    '台站',
    '集群',
    '省台',
    '市台',
    '指挥所',
    '指挥中心',
    '指挥工程',
    '指挥值班',
    '作战值班',
    '战备',
    '军线',
    '机要',
    '空情',
    '服务器',
    '防火墙',
    'VPN',
    '登录',
    '登陆',
    '密码',
    '口令',
    '账号',
    '管理员账户',
    '入会号',
  ],
  words: [...new Set([...THEME_WORDS, ...told.words])],
  recognise,
};
