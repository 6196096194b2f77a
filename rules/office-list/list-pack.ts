import { LIST_KINDS, type ListInForce, type ListKind } from '../../review/model/index.ts';
import type { Pack, Rule } from '../model.ts';

/** Name of the pack that stands for a list: one name a kind, so that findings keep their identity from version to version. */
export const listPackName = (kind: ListKind): string => `office-${kind}`;

const common = { since: '1', boundary: 'none', refuses: false, examples: { hit: [], miss: [] } } as const;

/** The value alone is the span: 建筑面积约⟦3200平方米⟧, 掩蔽人数⟦1200人⟧. */
const SCALE =
  '(?:(?:建筑|人防|工程|掩蔽|有效|使用|总)面积|掩蔽|容纳|收容)(?:人员|人数|约|共计|共|合计|为|是|达|可|[:])*(?<value>[0-9][0-9.,]*余?万?(?:平方米|平米|㎡|m2|m²|人))';

const WORKS_RULES: readonly Rule[] = [
  {
    ...common,
    id: 'office-works-address',
    title: '本单位工程名录中的地址',
    category: 'project-location',
    level: 'block',
    basis: ['BMF-13', 'JSF-17', 'TL-14'],
    reason: '此处与本单位工程名录登记的地址一致，可能涉及人防工程地理位置，请核对。',
    advice: '删去地点，或概括到县（区）一级',
    suggestion: '（略）',
    match: { listed: 'address' },
  },
  {
    ...common,
    id: 'office-works-scale',
    title: '本单位工程名录中工程的规模',
    category: 'project-scale',
    level: 'block',
    basis: ['BMF-13', 'TL-14', 'BMF-35'],
    reason: '同一句（行）写有本单位工程名录中的工程和规模，可能涉及人防工程建设规模，请核对。',
    advice: '删去数值，或概括为“一定规模”',
    suggestion: '（略）',
    match: { pattern: SCALE, anchors: ['面积', '掩蔽', '容纳', '收容'] },
    combine: { with: 'listed-work', scope: 'sentence', otherwise: 'drop' },
  },
  {
    ...common,
    id: 'office-works-scale-cell',
    title: '本单位工程名录中工程的规模（表格）',
    category: 'project-scale',
    level: 'block',
    basis: ['BMF-13', 'TL-14', 'BMF-35'],
    reason: '表格同一行写有本单位工程名录中的工程和规模，可能涉及人防工程建设规模，请核对。',
    advice: '删去数值，或概括为“一定规模”',
    suggestion: '（略）',
    match: {
      column: {
        header: '(?:建筑|人防|工程|掩蔽|有效|使用|总)面积|^面积|掩蔽人数|容纳人数|建设规模',
        cell: '^(?:约)?(?<value>[0-9][0-9.,]*余?万?(?:平方米|平米|㎡|m2|m²|人)?)$',
      },
    },
    combine: { with: 'listed-work', scope: 'row', otherwise: 'drop' },
  },
  {
    ...common,
    id: 'office-works-level-cell',
    title: '本单位工程名录中工程的等级（表格）',
    category: 'protection-level',
    level: 'block',
    basis: ['BMF-13', 'TL-14', 'BMF-35'],
    reason: '表格同一行写有本单位工程名录中的工程和等级，可能涉及人防工程防护等级，请核对。',
    advice: '删去级别，或改写为“符合规定的防护等级”',
    suggestion: '（略）',
    match: {
      column: {
        header: '(?:防护|抗力|人防|防化|设防|工程)(?:等级|级别)|^等级$|^级别$',
        cell: '^(?<value>(?:[甲乙]类)?[核常]?[0-9一二三四五六](?:B|b)?级?(?:[、,，/]?[核常][0-9一二三四五六](?:B|b)?级?)*|[甲乙丙丁]级?)$',
      },
    },
    combine: { with: 'listed-work', scope: 'row', otherwise: 'drop' },
  },
];

const NEGATIVE_RULES: readonly Rule[] = [
  {
    ...common,
    id: 'office-negative',
    title: '本单位负面清单事项',
    category: 'internal-work',
    level: 'review',
    basis: ['TL-14'],
    reason: '可能涉及本单位负面清单所列事项，请核对。',
    advice: '删去，或改写为不涉及该事项的概括说法',
    suggestion: '',
    match: { listed: 'negative' },
  },
];

const RULES: Readonly<Record<ListKind, readonly Rule[]>> = { works: WORKS_RULES, negative: NEGATIVE_RULES, contacts: [] };

/**
 * The pack that a list is to the engine: its rules, and the list itself as facts (names that identify works, keywords, numbers that are
 * published). Its digest is the list's, so that reviews and signatures are bound to exactly these rows.
 */
export function listPack(inForce: ListInForce): Pack {
  const { kind } = inForce.list;
  return {
    name: listPackName(kind),
    title: `本单位${LIST_KINDS[kind]}`,
    version: String(inForce.version),
    issuer: '本单位',
    inForceFrom: inForce.since,
    rules: RULES[kind],
    builtIn: false,
    sha256: inForce.digest,
    inForce,
  };
}
