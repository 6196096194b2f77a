import { ok } from '../../model/index.ts';
import { within } from '../../workflow/period.ts';
import { type CaseRecord, caseRecords } from '../figures/case-record.ts';
import { draftingDepartments } from '../figures/departments.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** 月度汇总表: what was published in the month; a 处室 without entries is named too, and a month without any is a 零报告. */
export interface MonthSummaryModel extends SheetHead {
  /** 2026年9月. */
  readonly month: string;
  readonly rows: readonly {
    readonly title: string;
    readonly department: string;
    readonly channels: readonly CaseRecord['publications'][number]['channel'][];
    readonly publishedOn: string;
    readonly drafter: string;
    readonly reviewer: string;
    readonly leader: string;
    readonly attachments: number;
    readonly takenDown: boolean;
  }[];
  /** 处室 that published nothing in the month. */
  readonly silent: readonly string[];
  /** Matters settled in the month, by 审查结论. */
  readonly settled: Readonly<Record<string, number>>;
}

export const monthSummary: Exporting<MonthSummaryModel> = {
  name: '月度汇总表',
  needs: 'month',
  may: BUSINESS,
  model(parts, { period }) {
    const records = caseRecords(parts);
    const shown = records.filter(({ publications }) => publications.some(({ on }) => within(period, on)));
    const settled: Record<string, number> = {};
    for (const { settledOn, conclusion } of records)
      if (within(period, settledOn)) settled[conclusion] = (settled[conclusion] ?? 0) + 1;
    const rows = shown.map((record) => {
      const here = record.publications.filter(({ on }) => within(period, on));
      return {
        title: record.title,
        department: record.department,
        channels: [...new Set(here.map(({ channel }) => channel))],
        publishedOn: here[0]?.on ?? '',
        drafter: record.drafter,
        reviewer: record.signed.secrecy.name,
        leader: record.signed.approve.name,
        attachments: record.attachments,
        takenDown: record.takenDown,
      };
    });
    const spoke = new Set(rows.map(({ department }) => department));
    const silent = draftingDepartments(parts, records).filter((department) => !spoke.has(department));
    return ok({ ...sheetHead(parts), month: period.name, rows, silent, settled });
  },
};
