import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../exports/index.ts';
import { readDraft } from '../../../ingest/index.ts';
import type { LeakReportModel, RequestRegisterModel } from '../../../review/artefacts.ts';
import type { ExportedFile } from '../../../review/contract.ts';
import type { Result } from '../../../review/model/index.ts';
import { importInput, PIN, signedCase, testDesk } from '../review/support/test-desk.ts';
import { form } from './models.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.data;
}
const bytesOf = (file: ExportedFile): Uint8Array => new Uint8Array(Buffer.from(file.base64, 'base64'));
/** The model that the small exporters of the test desk hand on, put through the real exporter. */
const modelOf = <T>(file: ExportedFile): T => JSON.parse(Buffer.from(file.base64, 'base64').toString('utf8')) as T;
/** Visible text as our own reader sees it; hidden parts would stand in another list. */
async function textOf(file: ExportedFile): Promise<{ readonly seen: string; readonly hidden: readonly string[] }> {
  const { pieces } = must(await readDraft(file.name, bytesOf(file)));
  const hidden = pieces.filter(({ visible, kind }) => !visible && kind !== 'metadata').map(({ text }) => text);
  return { seen: pieces.map(({ text }) => text).join('\n'), hidden };
}

/** The foot's fields are all that no page shows as text. */
const PAGE_NUMBERS = 'PAGE；NUMPAGES';

const RECEIVE = {
  applicant: 'natural',
  name: '钱某某',
  contact: '云溪市临湖区檀溪路66号',
  content: '申请公开2025年工程质量抽查结果',
  by: 'web',
  reply: 'electronic',
  on: '2026-11-16',
} as const;

describe('征求意见函', () => {
  const letter = {
    office: '云溪市人民防空办公室',
    number: 'SQ-2026-001',
    whom: '某某建设公司',
    matter: '贵公司承建工程的抽查结果',
    days: 15,
    on: '2026-11-21',
  };
  test('says what is asked, by when and what silence means, which differs by whom it goes to', async () => {
    const third = await textOf(must(await exporters.consultLetter({ ...letter, about: 'third-party' })));
    for (const words of ['某某建设公司：', letter.matter, '15个工作日', '第三十二条', '由本机关依照', '回　执', '2026年11月21日'])
      expect(third.seen).toContain(words);
    const body = await textOf(must(await exporters.consultLetter({ ...letter, about: 'co-producer' })));
    expect(body.seen).toContain('逾期未提出意见的，视为同意公开。');
    expect(third.hidden).toEqual([PAGE_NUMBERS]);
  });
});

describe('依申请公开登记簿', () => {
  test('is masked unless a reason is given; the full one is recorded', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    await bench.call('request.receive', RECEIVE);
    const masked = modelOf<RequestRegisterModel>(await bench.call('export.make', { kind: 'request-register', period: '2026' }));
    expect(masked.rows[0]).toMatchObject({ number: 'SQ-2026-001', name: '钱**', contact: '（已隐去）', content: '（已隐去）' });
    const workbook = await readXlsx(bytesOf(must(await exporters['request-register'](masked))));
    const cells = workbook.sheets.map(({ rows }) => JSON.stringify(rows));
    for (const word of ['钱某某', '檀溪路', '抽查结果']) expect(cells.join()).not.toContain(word);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['登记簿', '办理情况']);
    expect(workbook.sheets[1]?.rows.find((row) => row?.[1] === '一、本年新收政府信息公开申请数量')?.slice(2)).toEqual([
      1, 0, 0, 0, 0, 0, 1,
    ]);
    const full = { kind: 'request-register', period: '2026', full: { reason: '归档' } } as const;
    const open = modelOf<RequestRegisterModel>(await bench.call('export.make', full));
    expect(open.rows[0]).toMatchObject({ name: '钱某某', contact: RECEIVE.contact });
    expect(bench.store.events().some(({ type }) => type === 'export.full')).toBe(true);
    await bench.as('drafter');
    expect(await bench.code('export.make', full)).toBe('not-permitted');
  });
});

describe('泄密事件报告单', () => {
  test('fills in what the log knows and leaves the rest to be written', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    await bench.call('release.register', { case: caseId, pin: PIN });
    const publish = { case: caseId, channel: 'website', address: 'www.example.invalid/7', publishedOn: '2026-11-21' } as const;
    await bench.call('publish.record', publish);
    await bench.call('chain.takeDown', { case: caseId, reason: '来电反映', on: '2026-11-21', pin: PIN });
    const model = modelOf<LeakReportModel>(await bench.call('export.make', { kind: 'leak-report', case: caseId }));
    const { seen, hidden } = await textOf(must(await exporters['leak-report'](model)));
    for (const words of [
      '24小时内',
      'XS-2026-001',
      '政府网站 2026-11-21 www.example.invalid/7',
      '撤下：2026-11-21 来电反映（李某丙）',
      '王某丁 2026-11-21 签批',
      '李某丙 2026-11-21 放行',
      '发现时间：',
    ])
      expect(seen).toContain(words);
    expect(hidden).toEqual([PAGE_NUMBERS]);
  });

  test('of a matter that never came out says so', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const outcome = await bench.call('case.import', importInput('一件\n没有公开。'));
    const caseId = outcome.outcome === 'imported' ? outcome.case : '';
    const model = modelOf<LeakReportModel>(await bench.call('export.make', { kind: 'leak-report', case: caseId }));
    const { seen } = await textOf(must(await exporters['leak-report'](model)));
    expect(seen).toContain('（系统中没有发布登记）');
  });
});

describe('审查表', () => {
  test('of a simplified chain says who did the step that is left out, and what happened on the way', async () => {
    const simplified = {
      ...form,
      chain: ['draft', 'secrecy', 'approve'] as const,
      remarks: ['送上级确定（某局）：可以公开（某函〔2026〕1号），2026-09-08'],
    };
    const { seen } = await textOf(must(await exporters.form(simplified)));
    expect(seen).toContain('简化流程：本环节由保密审查员一并办理。');
    expect(seen).toContain('送上级确定（某局）：可以公开（某函〔2026〕1号），2026-09-08');
  });
});
