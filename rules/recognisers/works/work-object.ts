import type { Recogniser } from '../../model.ts';
import { compactPiece, toScene } from './compact.ts';
import { draftFacts } from './draft-facts.ts';
import { readingRecogniser } from './per-piece.ts';
import { pieceFacts } from './piece-facts.ts';

const KINDS = {
  estate: '项目（小区）名称',
  labelled: '栏目写明的工程名称',
  cave: '洞、地道名称',
  command: '指挥所',
  siren: '警报点（器）',
  store: '人防物资库',
} as const;

/** What identifies a work: the object of object + attribute + value (civil-defence-terms.md §1). Never a finding by itself. */
export const workObject: Recogniser = readingRecogniser(
  {
    id: 'work-object',
    anchors: [
      '人防',
      '民防',
      '人民防空',
      '防空地下室',
      '防空洞',
      '地道',
      '坑道',
      '号洞',
      '工程名称',
      '项目名称',
      '工程概况',
      '项目概况',
      '建设单位',
      '地块',
      '项目',
      '小区',
      '指挥所',
      '指挥工程',
      '警报点',
      '警报器',
      '标的',
    ],
    headers: ['工程名', '项目', '标的', '名称', '小区', '安装位置', '点位'],
  },
  (scene, piece) => {
    const compact = compactPiece(scene, piece);
    const objects = pieceFacts(scene, piece).objects.map((object) => ({
      ...toScene(compact, object.start, object.end),
      value: object.name,
      confidence: 0.9,
      evidence: [{ label: KINDS[object.kind] }],
    }));
    const table = piece.cell === undefined ? undefined : draftFacts(scene).tables.get(piece.cell.table);
    const caption = piece.cell === undefined ? '' : `${piece.cell.header} ${piece.cell.left}`;
    if (
      piece.cell !== undefined &&
      piece.cell.row > 0 &&
      (table?.kind === 'works' || table?.kind === 'sirens') &&
      /工程名|项目|标的|名称|小区|安装位置|点位/.test(caption) &&
      compact.text.length > 1
    )
      objects.push({
        ...toScene(compact, 0, compact.text.length),
        value: compact.text,
        confidence: 0.95,
        evidence: [{ label: `表中“${caption.trim().split(' ')[0]}”栏` as (typeof KINDS)['estate'] }],
      });
    return objects;
  },
);
