import type { CaseView } from '../../../review/contract.ts';
import { DECISIONS, type DecisionKind, ROLES } from '../../../review/model/index.ts';
import factList from '../../components/FactList.module.css';
import { useDocuments, useSession } from '../../state/queries.ts';
import { fileCode } from './fileCode.ts';
import { TEXTS } from './texts.ts';

/** How many findings of the documents got which decision, in words. */
export function decisionCounts(views: readonly CaseView[]): string {
  const findings = views.flatMap((view) => view.findings);
  if (findings.length === 0) return '未发现疑点，仍须人工审查';
  const kinds = (Object.keys(DECISIONS) as DecisionKind[])
    .map((kind) => ({ kind, count: findings.filter((finding) => finding.decision?.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${DECISIONS[kind]} ${count}`);
  const open = findings.filter((finding) => !finding.decision).length;
  return [`共 ${findings.length} 处`, ...kinds, ...(open > 0 ? [`未处理 ${open}`] : [])].join('，');
}

/** What made earlier signatures of the person's step void; that is the difference the person must know before signing again. */
function changeText(view: CaseView): string {
  const own = view.steps.find(({ step }) => step === view.myStep)?.signatures ?? [];
  const last = own.at(-1);
  if (!last) return TEXTS.firstTime;
  return last.counts ? TEXTS.noChange : TEXTS.staleSince(last.why ?? '');
}

interface SigningFactsProps {
  readonly view: CaseView;
  readonly step: string;
  /** In whose name the act is done; undefined when it is the person's own. */
  readonly deputy: string | undefined;
}

/** What a person must see before a PIN is asked: who, as what, on which bytes, with which decisions, what is new. */
export function SigningFacts({ view, step, deputy }: SigningFactsProps) {
  const person = useSession()?.person;
  const views = useDocuments(view);
  const many = view.documents.length > 1;
  const files = view.documents.map(({ label, version, fileName }) => {
    return `${many ? `${label} ` : ''}${TEXTS.version(version, fileName)}`;
  });
  const who = person ? `${person.name}（${deputy === undefined ? ROLES[person.role] : `代${deputy}`}）` : '';
  const facts = [
    [TEXTS.person, `${who}　${TEXTS.step}：${step}`],
    [TEXTS.matter, `${view.row.number}　${view.row.title}`],
    ...files.map((file, place) => [place === 0 ? TEXTS.file : '', file] as const),
    [TEXTS.counts, decisionCounts(views)],
    [TEXTS.since, changeText(view)],
  ] as const;
  return (
    <dl className={factList.facts}>
      {facts.map(([name, value]) => (
        <Fact key={`${name} ${value}`} name={name} value={value} />
      ))}
      <dt>{TEXTS.code}</dt>
      {view.documents.map(({ number, label, sha256 }) => (
        <dd key={number} className={factList.code}>
          {fileCode(sha256)}
          {many ? `　${label}` : ''}
        </dd>
      ))}
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
