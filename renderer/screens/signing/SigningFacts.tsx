import type { CaseView } from '../../../review/contract.ts';
import { DECISIONS, type DecisionKind, ROLES } from '../../../review/model/index.ts';
import { useSession } from '../../state/queries.ts';
import { fileCode } from './fileCode.ts';
import styles from './Signing.module.css';
import { TEXTS } from './texts.ts';

/** How many findings got which decision, in words. */
export function decisionCounts(view: CaseView): string {
  if (view.findings.length === 0) return '未发现疑点，仍须人工审查';
  const kinds = (Object.keys(DECISIONS) as DecisionKind[])
    .map((kind) => ({ kind, count: view.findings.filter((finding) => finding.decision?.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${DECISIONS[kind]} ${count}`);
  const open = view.findings.filter((finding) => !finding.decision).length;
  return [`共 ${view.findings.length} 处`, ...kinds, ...(open > 0 ? [`未处理 ${open}`] : [])].join('，');
}

/** What made earlier signatures of the person's step void; that is the difference the person must know before signing again. */
function changeText(view: CaseView): string {
  const own = view.steps.find(({ step }) => step === view.myStep)?.signatures ?? [];
  const last = own.at(-1);
  if (!last) return TEXTS.firstTime;
  return last.counts ? TEXTS.noChange : TEXTS.staleSince(last.why ?? '');
}

/** What a person must see before a PIN is asked: who, as what, on which bytes, with which decisions, what is new. */
export function SigningFacts({ view, step }: { readonly view: CaseView; readonly step: string }) {
  const person = useSession()?.person;
  const { source } = view.draft;
  const facts = [
    [
      TEXTS.person,
      person ? `${person.name}（${view.actingFor === undefined ? ROLES[person.role] : `代${view.actingFor}`}）` : '',
    ],
    [TEXTS.step, step],
    [TEXTS.matter, `${view.row.title}（${view.row.number}）`],
    [TEXTS.file, TEXTS.version(view.row.version, source.name)],
    [TEXTS.counts, decisionCounts(view)],
    [TEXTS.since, changeText(view)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      <dt>{TEXTS.code}</dt>
      <dd className={styles.code}>{fileCode(source.sha256)}</dd>
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
