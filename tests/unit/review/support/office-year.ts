import { exporters } from '../../../../exports/index.ts';
import type { ExportedFile, Input } from '../../../../review/contract.ts';
import type { ExportKind } from '../../../../review/usecases/exports/index.ts';
import { must } from './case-builder.ts';
import { importInput, nextJob, PIN, SAMPLE, type TestDesk } from './test-desk.ts';

type Cases = Readonly<Record<'published' | 'returned' | 'refused' | 'late', string>>;

/** Decides everything one way and confirms what nobody could read. */
async function decided(bench: TestDesk, caseId: string, decision: 'keep' | 'false-alarm'): Promise<void> {
  const view = await bench.view(caseId);
  const findings = view.findings.map((finding) => finding.id);
  await bench.call('finding.decide', { case: caseId, findings, decision, reason: '已经公布' });
  for (const { part } of view.draft.unread) await bench.call('unread.confirm', { case: caseId, part });
}

async function registered(bench: TestDesk, text: string, input: Partial<Input<'case.import'>> = {}): Promise<string> {
  await bench.as('drafter');
  const outcome = await bench.call('case.import', { ...importInput(text), job: nextJob(), ...input });
  if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
  return outcome.case;
}

/** Four matters of one office: published, returned, refused, and one past its twenty working days. */
export async function officeYear(bench: TestDesk): Promise<Cases> {
  const published = await registered(bench, SAMPLE, { title: '关于警报试鸣的公告', documentNumber: '云人防〔2026〕5号' });
  await decided(bench, published, 'keep');
  for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, published);
  await bench.as('reviewer');
  await bench.call('release.register', { case: published, pin: PIN });
  const publication = {
    case: published,
    channel: 'website',
    address: 'www.example.invalid/5.html',
    publishedOn: '2026-11-21',
  } as const;
  await bench.call('publish.record', publication);
  const returned = await registered(bench, `${SAMPLE}\n二`, { title: '工程抽查通报' });
  await decided(bench, returned, 'false-alarm');
  await bench.signAs('drafter', returned);
  await bench.as('head');
  await bench.call('chain.return', { case: returned, reason: '第2段再核', pin: PIN });
  const refused = await registered(bench, `${SAMPLE}\n三`, { title: '某项内部安排' });
  await decided(bench, refused, 'keep');
  for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, refused);
  await bench.as('leader');
  await bench.call('chain.refuse', { case: refused, reason: '涉及内部事务', basis: '条例第十六条', pin: PIN });
  const late = await registered(bench, '九月培训通知', { title: '九月培训通知', createdOn: '2026-09-01' });
  return { published, returned, refused, late };
}

/** What an export call gives in the test desk: the model. */
export const modelOf = <T>(file: ExportedFile): T => JSON.parse(Buffer.from(file.base64, 'base64').toString('utf8'));

/** The real file of an export: the model of the test desk through the exporter of the program. */
export async function realFile(
  bench: TestDesk,
  input: Input<'export.make'> & { readonly kind: ExportKind },
): Promise<ExportedFile> {
  const model = modelOf(await bench.call('export.make', input));
  const exporter = exporters[input.kind] as (model: unknown) => ReturnType<typeof exporters.form>;
  return must(await exporter(model));
}
