import { join } from 'node:path';
import { type DeskHandle, type DeskOptions, openDesk } from '../../../host/desk.ts';
import type { CaseView } from '../../../review/contract.ts';
import type { Result, Role } from '../../../review/model/index.ts';

/** An invented office of four, with PINs of its own. */
export const PEOPLE = [
  { name: '周起草', role: 'drafter', department: '工程处', pin: 'draft-2741' },
  { name: '吴处长', role: 'head', department: '工程处', pin: 'head-38526' },
  { name: '郑审查', role: 'reviewer', department: '保密办', pin: 'review-4963' },
  { name: '王分管', role: 'leader', department: '办领导', pin: 'lead-51749' },
] as const;

export const deskOptions = (folder: string): DeskOptions => ({
  folder: join(folder, 'store'),
  anchorFolder: join(folder, 'anchor'),
  scryptCost: { N: 1024, r: 8, p: 1 },
});

export async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.data;
}

export const openOffice = (folder: string): Promise<DeskHandle> => must(openDesk(deskOptions(folder)));

export async function setUp(desk: DeskHandle): Promise<void> {
  await must(desk.call('office.setUp', { office: '云溪市人民防空办公室', people: PEOPLE.map((person) => ({ ...person })) }));
}

export async function signIn(desk: DeskHandle, role: Role): Promise<string> {
  const person = (await must(desk.call('people.list', {}))).find((one) => one.role === role);
  const pin = PEOPLE.find((one) => one.role === role)?.pin ?? '';
  await must(desk.call('session.open', { person: person?.id ?? '', pin }));
  return pin;
}

export async function importText(desk: DeskHandle, name: string, text: string) {
  const { today } = await must(desk.call('app.status', {}));
  const file = { name, base64: Buffer.from(text, 'utf8').toString('base64') };
  return must(desk.call('case.import', { job: 'j-1', file, createdOn: today, attribute: 'active', channels: ['website'] }));
}

/** Everything decided as kept, every unread part confirmed. */
export async function decideAll(desk: DeskHandle, id: string): Promise<CaseView> {
  let view = await must(desk.call('case.open', { case: id }));
  for (const { part } of view.draft.unread) view = await must(desk.call('unread.confirm', { case: id, part }));
  const findings = view.findings.map((finding) => finding.id);
  if (findings.length === 0) return view;
  await must(desk.call('finding.decide', { case: id, findings, decision: 'keep', reason: '已核对，属于公开内容' }));
  return must(desk.call('case.open', { case: id }));
}
