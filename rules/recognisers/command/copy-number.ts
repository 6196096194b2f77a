import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { candidate, spansOf } from './grammar.ts';
import { isApart, isHeadPiece, pieceText } from './mark-form.ts';
import { readSecretMark, SECRET_WORDS } from './secret-mark.ts';
import { secretNumber, secretNumbers } from './secret-number.ts';

/** 份号 with its label needs no neighbour: only numbered (classified) copies have one. */
const LABELLED =
  /(?:份号|本[份册件](?:序号|编号|号)|份(?:数)?序号|印制序号|领用序号)[:\s]{0,2}(?:第|No\.?|NO\.?|№)?\s?(?<value>\d{1,8})(?!\d)/dg;
const COPIES =
  /(?<value>第\s?\d{1,6}\s?份)[，,、\s]{0,2}共\s?\d{1,6}\s?份|共\s?(?:印)?\d{1,6}\s?份(?:[，,、;；\s]{0,2}|[，,][\u4e00-\u9fff]{2,8}[，,])(?<second>第\s?\d{1,6}\s?份)/dg;
/** Forms that are a copy number only beside a mark or a classified document number. */
const BESIDE = /(?<!\d{4}[〕\])])(?<value>第\s?\d{3,6}\s?号)|(?:No\.?|NO\.?|№|编号:?)\s?(?<number>\d{3,6}|0\d{6,7})(?!\d)/dg;
const BARE = /^\d{6}$/;
/** On the line of the mark itself the number needs no zeros. */
const SAME_LINE = /(?<!\d{4}[〕\])])(?<value>第\s?\d{1,6}\s?号)/dg;
/** A numbered copy away from the head: zeros in front, and the draft says of the thing that it is secret or goes back. */
const NUMBERED = /(?<![\dA-Za-z])(?<value>(?:No\.?|NO\.?|№)\s?0\d{2,6}|第\s?0\d{2,6}\s?号)(?!\d)/dg;
const COPY =
  /复印件|副本|图纸|文件|名册|手册|方案|资料|材料|本册|本件|台账|光盘|图册|原件|抄件|本本|册号|件号|该件|此件|编号管理/;
const GUARDED = /密|收回|上缴|上交|清退|交回|内部|回收|销毁/;
const OTHER_NUMBER =
  /合同|证书|发票|票据|流水|受理|工单|股票|邮编|许可|工号|样品|检测|检验|批号|标段|车牌|资质|执照|编制|令$|公告$/;

function bareNumber(scene: Scene, piece: ScenePiece): readonly Range[] {
  const tokens = pieceText(scene, piece).matchAll(/\S+/g);
  return [...tokens]
    .filter((token) => BARE.test(token[0]))
    .map((token) => ({ start: piece.start + token.index, end: piece.start + token.index + token[0].length }));
}

/** All groups of a match, whichever alternative it took. */
function groupSpans(scene: Scene, range: Range, pattern: RegExp): readonly Range[] {
  const text = scene.text.slice(range.start, range.end);
  return [...text.matchAll(pattern)].flatMap((match) =>
    Object.values(match.indices?.groups ?? {}).flatMap((pair) =>
      pair ? [{ start: range.start + pair[0], end: range.start + pair[1] }] : [],
    ),
  );
}

function besideMark(scene: Scene, at: Range): readonly Candidate[] {
  const marked =
    readSecretMark(scene, at)?.standing === 'mark' || secretNumbers(scene, at).some((number) => number.level === undefined);
  const own = scene.pieceAt(at.start);
  if (!marked || !isHeadPiece(own)) return [];
  const near = [own.index - 1, own.index, own.index + 1]
    .flatMap((index) => scene.pieces[index] ?? [])
    .filter((piece) => !piece.cell);
  return near
    .filter((piece) => piece.end - piece.start <= 120)
    .flatMap((piece) => [...groupSpans(scene, piece, BESIDE), ...bareNumber(scene, piece)])
    .concat(groupSpans(scene, own, SAME_LINE))
    .filter((span) => !/^第/.test(scene.text.slice(span.start, span.end)) || isApart(scene, span))
    .map((span) => candidate(scene, span, 0.9, [{ label: '与密级标志或密件文号相邻的份号', range: span }]));
}

function numberedCopy(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const window = { start: Math.max(piece.start, at.start - 60), end: Math.min(piece.end, at.end + 60) };
  const said = scene.text.slice(window.start, window.end);
  if (!COPY.test(said) || !GUARDED.test(said)) return [];
  return groupSpans(scene, window, NUMBERED)
    .filter((span) => !OTHER_NUMBER.test(scene.text.slice(Math.max(window.start, span.start - 8), span.start)))
    .map((span) => candidate(scene, span, 0.85, [{ label: '须收回或涉密的件、册的编号', range: span }]));
}

function labelled(scene: Scene, at: Range): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const piece = scene.pieceAt(at.start);
  const window = { start: sentence.start, end: Math.min(piece.end, sentence.start + 200) };
  const numbers = spansOf(scene, window, LABELLED).map((span) =>
    candidate(scene, span, 0.95, [{ label: '“份号”之后的编号', range: span }]),
  );
  if (!isHeadPiece(piece)) return numbers;
  const copies = groupSpans(scene, window, COPIES).map((span) =>
    candidate(scene, span, 0.8, [{ label: '“共×份第×份”', range: span }]),
  );
  return [...numbers, ...copies];
}

/** 份号 of a numbered copy, by label or by its place beside a mark. */
export const copyNumber: Recogniser = {
  id: 'copy-number',
  anchors: [
    '份号',
    '本份',
    '本册',
    '本件',
    '序号',
    '份第',
    '份，第',
    '份，共',
    '份共',
    ...SECRET_WORDS,
    'No.',
    'NO.',
    'No0',
    '№',
    '第0',
    ...secretNumber.anchors,
  ],
  recognise: (scene, at) =>
    /^(?:N|№|第)/.test(scene.text.slice(at.start, at.end))
      ? numberedCopy(scene, at)
      : [...labelled(scene, at), ...besideMark(scene, at)],
};
