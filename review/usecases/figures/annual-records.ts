import { type AnnualCells, CHANNELS, type Channel, REQUEST_COLUMNS } from '../../model/index.ts';
import type { Period } from '../../workflow/period.ts';
import { within } from '../../workflow/period.ts';
import { type RequestRecord, requestTable } from '../../workflow/request-table.ts';
import type { CaseRecord } from './case-record.ts';

/** Cells of table three that the register of applications can fill. */
export function recordedCells(requests: readonly RequestRecord[], year: number): AnnualCells {
  const cells: Record<string, number> = {};
  for (const { key, cells: counts, total } of requestTable(requests, year).rows)
    REQUEST_COLUMNS.forEach((column, at) => {
      cells[`request.${key}.${column}`] = column === 'sum' ? total : (counts[at] ?? 0);
    });
  return cells;
}

/** First sentences of 一、总体情况 from the ledger; the rest is for people to write. */
export function overviewDraft(records: readonly CaseRecord[], requests: readonly RequestRecord[], period: Period): string {
  const published = records.filter(({ attribute, publishedOn }) => attribute === 'active' && within(period, publishedOn));
  const byChannel = new Map<Channel, number>();
  for (const { publications } of published)
    for (const channel of new Set(publications.map((one) => one.channel)))
      byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
  const ways = [...byChannel].map(([channel, count]) => `${CHANNELS[channel]}${count}条`).join('、');
  const reviewed = records.filter(({ settledOn }) => within(period, settledOn));
  const refused = reviewed.filter(({ state }) => state === 'refused').length;
  const received = requests.filter(({ receivedOn }) => within(period, receivedOn)).length;
  return [
    `（一）主动公开。${period.name}主动公开政府信息${published.length}条${ways ? `，其中${ways}（同一信息在多个渠道公开的分别计数）` : ''}。`,
    `（二）依申请公开。${period.name}新收政府信息公开申请${received}件。`,
    `（三）政府信息管理。坚持先审查后公开，全年完成公开前保密审查${reviewed.length}件，其中不予公开${refused}件。`,
    '（四）政府信息公开平台建设。',
    '（五）监督保障。',
  ].join('\n');
}
