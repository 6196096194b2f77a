import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { monthSummaryXlsx } from '../../../exports/month-summary-xlsx.ts';
import { crypto } from '../../../host/crypto.ts';
import { checkpoints } from '../../../review/chain/checkpoint.ts';
import { readJournal } from '../../../review/chain/journal.ts';
import { foldRoster } from '../../../review/chain/roster.ts';
import type { MonthSummaryModel } from '../../../review/usecases/exports/month-summary.ts';
import { must } from '../review/support/case-builder.ts';
import { readyCase, testDesk } from '../review/support/test-desk.ts';

/** Footer of the only sheet, as it is printed on every page. */
async function footerOf(model: MonthSummaryModel): Promise<string> {
  const { base64 } = must(await monthSummaryXlsx(model));
  const sheet = unzipSync(Buffer.from(base64, 'base64'))['xl/worksheets/sheet1.xml'];
  return /<oddFooter>([^<]*)<\/oddFooter>/.exec(Buffer.from(sheet ?? []).toString('utf8'))?.[1] ?? '';
}

test('月度汇总表 bears on every page the code of the log, its number, and the clock flags it was made under', async () => {
  const bench = await testDesk();
  await readyCase(bench);
  bench.clock.wall -= 3 * 3_600_000;
  await bench.as('reviewer');
  const made = await bench.call('export.make', { kind: 'month-summary', period: '2026-11' });
  const model: MonthSummaryModel = JSON.parse(Buffer.from(made.base64, 'base64').toString('utf8'));
  const roster = foldRoster(crypto, bench.store.roster());
  const { events } = readJournal(crypto, roster, bench.store.events());
  // Up to the checkpoint that was stored for the sheet itself.
  const seq = events.length - 1;
  const code = checkpoints(crypto, events, [seq]).get(seq)?.code;
  expect(await footerOf(model)).toContain(`链上编码 ${code}  序号 ${seq}  时钟标记：时钟倒退`);
  expect(await footerOf({ ...model, mark: { code: code ?? '', seq: 7 } })).toContain(`链上编码 ${code}  序号 7&amp;C`);
});
