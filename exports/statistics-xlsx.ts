import type { ExportedFile, StatisticsView, Tally } from '../review/contract.ts';
import { CATEGORIES, type Result, STEPS } from '../review/model/index.ts';
import type { StatisticsModel } from '../review/usecases/exports/statistics.ts';
import { DEPARTMENT_COLUMNS } from './assessment-xlsx.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const decided = (row: Tally): number => row.findings - row.undecided;

const MONTHS: readonly TableColumn<StatisticsView['months'][number]>[] = [
  { header: '月份', width: 12, value: (row) => row.month },
  { header: '送审件数', width: 12, value: (row) => row.registered },
  { header: '办结：同意公开', width: 16, value: (row) => row.agreed },
  { header: '办结：处理后公开', width: 16, value: (row) => row.treated },
  { header: '办结：不予公开', width: 16, value: (row) => row.refused },
];

const TALLY: readonly TableColumn<Tally>[] = [
  { header: '疑点处数', width: 10, value: (row) => row.findings },
  { header: '涉及件数', width: 10, value: (row) => row.cases },
  { header: '脱敏删除改写', width: 13, value: (row) => row.treated },
  { header: '保留', width: 8, value: (row) => row.kept },
  { header: '误报', width: 8, value: (row) => row.falseAlarms },
  { header: '送上级', width: 8, value: (row) => row.escalated },
  { header: '未处置', width: 8, value: (row) => row.undecided },
  { header: '误报率', width: 9, value: (row) => share(row.falseAlarms, decided(row)), format: '0.0%' },
];

const CATEGORY: readonly TableColumn<StatisticsView['categories'][number]>[] = [
  { header: '类别', width: 22, value: (row) => CATEGORIES[row.category] },
  ...TALLY,
];
const RULE: readonly TableColumn<StatisticsView['rules'][number]>[] = [
  { header: '规则', width: 16, value: (row) => row.rule },
  { header: '名称', width: 30, value: (row) => row.title },
  { header: '类别', width: 20, value: (row) => CATEGORIES[row.category] },
  ...TALLY,
];
const STEP: readonly TableColumn<StatisticsView['steps'][number]>[] = [
  { header: '步骤', width: 16, value: (row) => STEPS[row.step] },
  { header: '办理次数', width: 12, value: (row) => row.acts },
  { header: '合计（工作日）', width: 14, value: (row) => row.days },
  { header: '平均（工作日）', width: 14, value: (row) => share(row.days, row.acts), format: '0.0' },
];

const percent = (part: number, whole: number): string => (whole === 0 ? '无' : `${((100 * part) / whole).toFixed(1)}%`);

/** 统计表: the figures of the statistics screen, one sheet each; names of rules and 处室 only, no title and no text of a draft. */
export function statisticsXlsx({ view, office, madeOn, mark }: StatisticsModel): Promise<Result<ExportedFile>> {
  const { period, mistakes } = view;
  const { foundCases, missedCases, falseAlarms } = mistakes;
  const foot = mark ? { mark } : {};
  const title = (what: string): string => `${office} ${period.name}信息公开保密审查统计：${what}`;
  const notes = [
    `误报率＝误报处数÷已处置处数：${percent(falseAlarms, mistakes.decided)}（${falseAlarms}÷${mistakes.decided}）。`,
    `发现率按件估算＝机检有确认疑点的件数÷（该件数＋机检没有确认疑点而被退回或撤下的件数）：${percent(foundCases, foundCases + missedCases)}（${foundCases}÷${foundCases + missedCases}）。没有被任何人发现的遗漏，记录里看不出来。`,
    `月份按各自的登记日、审查完成日统计，其余按期内登记的事项统计。制表日期 ${madeOn}。`,
  ];
  const sheets = [
    tableSheet({ name: '各月', title: title('各月'), columns: MONTHS, rows: view.months, notes, ...foot }),
    tableSheet({
      name: '各处室',
      title: title('各处室'),
      columns: DEPARTMENT_COLUMNS,
      rows: [...view.departments, view.total],
      frozen: 1,
      filter: false,
      ...foot,
    }),
    tableSheet({ name: '疑点类别', title: title('疑点类别'), columns: CATEGORY, rows: view.categories, ...foot }),
    tableSheet({ name: '规则', title: title('规则'), columns: RULE, rows: view.rules, frozen: 2, ...foot }),
    tableSheet({ name: '各步骤用时', title: title('各步骤用时'), columns: STEP, rows: view.steps, ...foot }),
  ];
  return workbook(`统计表-${period.name}.xlsx`, '统计表', sheets);
}
