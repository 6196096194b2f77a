import type { CaseView, Desk, ExportedFile, FindingView, Input, Output } from '../review/contract.ts';
import { DECISIONS, type DecisionKind, LEVELS, type Result, STATES, STEP_ORDER, STEPS } from '../review/model/index.ts';

/** The invented office of the walk. PINs are of the walk alone; its store lies in the output folder. */
const PEOPLE = [
  { name: '陈拟稿', role: 'drafter', department: '工程处', pin: 'walk-draft-1' },
  { name: '赵处长', role: 'head', department: '工程处', pin: 'walk-head-2' },
  { name: '李审查', role: 'reviewer', department: '保密办', pin: 'walk-secrecy-3' },
  { name: '王分管', role: 'leader', department: '办领导', pin: 'walk-approve-4' },
] as const;

export interface Walk {
  readonly desk: Desk;
  /** One line for the person at the terminal. */
  say(line: string): void;
  save(file: ExportedFile): void;
}

export type WalkOutcome = 'released' | 'marked' | 'unreadable' | 'stuck';

class WalkFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new WalkFailed(answer.error.code, answer.error.message);
  return answer.data;
}

/** The decision a careful clerk would start from: hidden text goes, a term with a general wording is masked, the rest is deleted. */
function decisionFor(finding: FindingView, visible: boolean): DecisionKind {
  return visible && finding.suggestion !== '' ? 'mask' : 'delete';
}

async function signIn(walk: Walk, role: string): Promise<string> {
  const people = await must(walk.desk.call('people.list', {}));
  const person = people.find((each) => each.role === role);
  const pin = PEOPLE.find((each) => each.role === role)?.pin ?? '';
  await must(walk.desk.call('session.open', { person: person?.id ?? '', pin }));
  return pin;
}

async function decideAll(walk: Walk, view: CaseView): Promise<void> {
  for (const finding of view.findings) {
    const visible = view.draft.pieces[finding.piece]?.visible ?? true;
    const decision = decisionFor(finding, visible);
    const of = { case: view.row.id, document: view.document };
    await must(walk.desk.call('finding.decide', { ...of, findings: [finding.id], decision, reason: '' }));
    walk.say(
      `  ${LEVELS[finding.level]}  ${finding.title}  ${view.draft.pieces[finding.piece]?.where.label ?? ''}  「${finding.text}」 → ${DECISIONS[decision]}`,
    );
  }
}

/** What is still found in the clean copy was looked at and stays, with a stated reason that the next signers see. */
async function keepRest(walk: Walk, view: CaseView): Promise<void> {
  const open = view.findings.filter((finding) => finding.decision?.kind !== 'keep');
  if (open.length === 0) return;
  await must(
    walk.desk.call('finding.decide', {
      case: view.row.id,
      document: view.document,
      findings: open.map((each) => each.id),
      decision: 'keep',
      reason: '演示：脱敏后的通用表述，已核对',
    }),
  );
}

async function confirmUnread(walk: Walk, view: CaseView): Promise<void> {
  for (const unread of view.draft.unread)
    if (!view.confirmedUnread.includes(unread.part))
      await must(walk.desk.call('unread.confirm', { case: view.row.id, document: view.document, part: unread.part }));
}

async function signAll(walk: Walk, id: string): Promise<CaseView> {
  let view: CaseView | undefined;
  for (const step of STEP_ORDER) {
    const person = PEOPLE[STEP_ORDER.indexOf(step)];
    const pin = await signIn(walk, person?.role ?? '');
    view = await must(
      walk.desk.call('chain.sign', {
        case: id,
        step,
        opinion: step === 'draft' ? '已逐处处置并通读，提请审查。' : '同意公开。',
        pin,
      }),
    );
    walk.say(`  ${STEPS[step]} ${person?.name} 已签名 → ${STATES[view.row.state]}`);
  }
  if (!view) throw new WalkFailed('walk', '没有签批步骤');
  return view;
}

async function exportAll(walk: Walk, id: string): Promise<void> {
  const wanted: Input<'export.make'>[] = [
    { kind: 'release-file', case: id },
    { kind: 'form', case: id },
    { kind: 'ledger' },
    { kind: 'log' },
  ];
  for (const each of wanted) walk.save(await must(walk.desk.call('export.make', each)));
}

/** A file that goes through the walk. */
export interface WalkedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function importDraft(walk: Walk, files: readonly WalkedFile[], today: string): Promise<Output<'case.import'>> {
  await signIn(walk, 'drafter');
  const [file = { name: '', base64: '' }, ...attachments] = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return must(
    walk.desk.call('case.import', {
      job: 'walk',
      file,
      attachments,
      createdOn: today,
      attribute: 'active',
      channels: ['website'],
    }),
  );
}

/** Decides everything in one document, takes the clean copy, and settles what is still found in it. */
async function walkDocument(walk: Walk, id: string, document: number): Promise<void> {
  const first = await must(walk.desk.call('case.open', { case: id, document }));
  const label = first.documents.find(({ number }) => number === document)?.label ?? '';
  const named = first.documents.length > 1 ? `${label} ` : '';
  const found = first.findings.length;
  walk.say(`${named}机器检查：${found === 0 ? '未发现疑点，仍须人工审查' : `发现疑点 ${found} 处，逐处处置：`}`);
  await decideAll(walk, first);
  let view = first;
  if (found > 0) {
    await must(walk.desk.call('case.cleanCopy', { job: 'walk', case: id, document }));
    view = await must(walk.desk.call('case.open', { case: id, document }));
    const version = view.versions.at(-1)?.number ?? 0;
    walk.say(`${named}生成脱敏稿作为第 ${version} 版并复检：剩余疑点 ${view.findings.length} 处`);
  }
  await confirmUnread(walk, view);
  await keepRest(walk, view);
}

async function walkCase(walk: Walk, id: string): Promise<WalkOutcome> {
  const { documents } = await must(walk.desk.call('case.open', { case: id }));
  for (const { number } of documents) await walkDocument(walk, id, number);
  walk.say('签批：');
  const signed = await signAll(walk, id);
  const pin = await signIn(walk, 'reviewer');
  const released = await must(walk.desk.call('release.register', { case: id, pin }));
  walk.say(`${STATES[signed.row.state]} → ${STATES[released.row.state]}`);
  await exportAll(walk, id);
  const report = await must(walk.desk.call('log.verify', {}));
  for (const line of report.lines) walk.say(`  ${line}`);
  return report.valid && report.problems.length === 0 ? 'released' : 'stuck';
}

/**
 * Walks one matter, a main text and its attachments, from import to a verified release on an empty desk: four invented people sign,
 * every finding is decided.
 * Returns how it ended; a refusal at any step is said in the program's own words and ends the walk as `unreadable` or `stuck`.
 */
export async function walkReview(walk: Walk, files: readonly WalkedFile[]): Promise<WalkOutcome> {
  try {
    const status = await must(
      walk.desk.call('office.setUp', { office: '云溪市人民防空办公室（演示）', people: PEOPLE.map((person) => ({ ...person })) }),
    );
    walk.say(`登记并检查：${files.map(({ name }) => name).join('、')}`);
    const imported = await importDraft(walk, files, status.today);
    if (imported.outcome === 'marked') {
      walk.say(imported.message);
      return 'marked';
    }
    return await walkCase(walk, imported.case);
  } catch (error) {
    if (!(error instanceof WalkFailed)) throw error;
    walk.say(`${error.message} [${error.code}]`);
    return error.code.startsWith('reader-') || error.code.startsWith('draft-') || error.code.startsWith('file-')
      ? 'unreadable'
      : 'stuck';
  }
}
