import { useQuery } from '@tanstack/react-query';
import type { RuleExample, RuleView } from '../../../review/contract.ts';
import { CATEGORIES } from '../../../review/model/index.ts';
import { LevelBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { call } from '../../state/desk.ts';
import { PAGE_TEXTS } from './ownTexts.ts';
import styles from './RulePage.module.css';

/** One rule with everything it says: why, on what ground, what to do, how it matches, what it finds and what it leaves. */
export function RulePage({ rule, onClose }: { readonly rule: string; readonly onClose: () => void }) {
  const view = useQuery({ queryKey: ['rule', rule], queryFn: () => call('rules.view', { rule }) });
  return (
    <section className={styles.page} aria-label={PAGE_TEXTS.page} {...{ tabIndex: 0 }}>
      <div className={styles.head}>
        <h2>{view.data?.row.title ?? ''}</h2>
        <Button kind="quiet" onPress={onClose} label={`${PAGE_TEXTS.close}${PAGE_TEXTS.page}`}>
          {PAGE_TEXTS.close}
        </Button>
      </div>
      {view.data ? <Content view={view.data} /> : <p className={styles.small}>{view.error?.message ?? PAGE_TEXTS.loading}</p>}
    </section>
  );
}

function Content({ view }: { readonly view: RuleView }) {
  return (
    <>
      <p className={styles.meta}>
        <LevelBadge level={view.row.level} />
        {CATEGORIES[view.row.category]} · {view.row.id}
      </p>
      <p className={styles.small}>{PAGE_TEXTS.pack(view.packTitle, view.packVersion)}</p>
      <h3>{PAGE_TEXTS.why}</h3>
      <p>{view.reason}</p>
      <h3>{PAGE_TEXTS.basis}</h3>
      <ul>
        {view.basisNames.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <h3>{PAGE_TEXTS.how}</h3>
      {view.advice === '' ? null : <p>{view.advice}</p>}
      <p>{view.suggestion === '' ? PAGE_TEXTS.delete : PAGE_TEXTS.instead(view.suggestion)}</p>
      <h3>{PAGE_TEXTS.match}</h3>
      <ul>
        {view.match.map(({ text, code }) => (
          <li key={text}>
            {text}
            {code === undefined ? null : <code>{code}</code>}
          </li>
        ))}
      </ul>
      <Examples title={PAGE_TEXTS.hit} examples={view.examples.hit} />
      <Examples title={PAGE_TEXTS.miss} examples={view.examples.miss} />
      {view.yaml === undefined ? null : (
        <>
          <h3>{PAGE_TEXTS.yaml}</h3>
          <pre>{view.yaml}</pre>
        </>
      )}
    </>
  );
}

function Examples({ title, examples }: { readonly title: string; readonly examples: readonly RuleExample[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.text} className={styles.example}>
            <MarkedExample example={example} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** An example with what must be found in it marked, in order. */
function MarkedExample({ example }: { readonly example: RuleExample }) {
  const pieces: { readonly text: string; readonly found: boolean; readonly at: number }[] = [];
  let at = 0;
  for (const span of example.find) {
    const start = example.text.indexOf(span, at);
    if (start < 0) continue;
    pieces.push({ text: example.text.slice(at, start), found: false, at }, { text: span, found: true, at: start });
    at = start + span.length;
  }
  pieces.push({ text: example.text.slice(at), found: false, at });
  return pieces.map((piece) =>
    piece.found ? <mark key={piece.at}>{piece.text}</mark> : <span key={`-${piece.at}`}>{piece.text}</span>,
  );
}
