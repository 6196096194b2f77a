import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { candidate } from './grammar.ts';

/** A caption that says what the figures of the table below are: 二、频率（kHz）, 频点分配表. */
const CAPTION = /频率|频点|频段|信道|kHz|MHz|千赫|兆赫/i;
const NOT_RADIO = /抽查|检查|巡查|更新|访问|使用频率|调频|广播|电视|声|音频|次\/|工频|频率范围/;
/** Columns of such a table that hold something else. */
const OTHER_COLUMN = /时间|时段|日期|功率|序号|数量|电话|高度|人数|距离|备注|编号|年份|金额|面积|呼号|带宽|次数|海拔/;
const FIGURE = /^\D{0,4}\d{2,5}(?:\.\d{1,5})?(?:\s?[/、~／-]\s?\d{2,5}(?:\.\d{1,5})?)?\D{0,4}$/;
const SHORT = 40;
/** How many lines may lie between the caption and its table. */
const REACH = 2;

const textOf = (scene: Scene, piece: ScenePiece) => scene.text.slice(piece.start, piece.end);

function tableBelow(scene: Scene, caption: ScenePiece): readonly ScenePiece[] {
  for (let step = 1; step <= REACH; step++) {
    const piece = scene.pieces[caption.index + step];
    if (!piece?.cell) continue;
    const { table } = piece.cell;
    const cells: ScenePiece[] = [];
    for (let index = piece.index; scene.pieces[index]?.cell?.table === table; index++)
      cells.push(scene.pieces[index] as ScenePiece);
    return cells;
  }
  return [];
}

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const caption = scene.pieceAt(at.start);
  const said = scene.text.slice(caption.start, Math.min(caption.end, caption.start + SHORT + 1));
  if (caption.cell || said.length > SHORT || !CAPTION.test(said) || NOT_RADIO.test(said)) return [];
  return tableBelow(scene, caption)
    .filter((piece) => piece.cell && piece.cell.row > 0 && piece.cell.column > 0 && !OTHER_COLUMN.test(piece.cell.header))
    .filter((piece) => FIGURE.test(textOf(scene, piece)))
    .map((piece) => {
      const span = { start: piece.start, end: piece.end };
      return candidate(scene, span, 0.86, [{ label: '表题写明为频率、信道', range: { start: caption.start, end: caption.end } }]);
    });
}

/** Figures of a table whose caption, not its header, says that they are frequencies. */
export const frequencyList: Recogniser = {
  id: 'frequency-list',
  anchors: ['频率', '频点', '频段', '信道', 'kHz', 'MHz', '千赫', '兆赫'],
  recognise,
};
