import { useMutation } from '@tanstack/react-query';
import type { CaseView, ExportKind, ExportOffer } from '../../../review/contract.ts';
import type { State } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { exportAndPrint, exportAndSave } from '../../state/files.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import { useSession } from '../../state/queries.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

/** Makes an export, asks where to put it and says how it went. */
export function useExport() {
  return useMutation({
    mutationFn: exportAndSave,
    onSuccess: ({ name, saved }) => (saved ? reportDone(TEXTS.saved(name)) : reportInfo(TEXTS.notSaved)),
  });
}

/** The review form on paper or as a PDF. */
function usePrint() {
  return useMutation({
    mutationFn: exportAndPrint,
    onSuccess: ({ name, done, to }) =>
      done
        ? reportDone(to === 'pdf' ? TEXTS.saved(name) : TEXTS.printed)
        : reportInfo(to === 'pdf' ? TEXTS.notSaved : TEXTS.notPrinted),
  });
}

/** What is asked for every day; the rest is a click away. */
const EVERYDAY: readonly ExportKind[] = ['form', 'form-page', 'change-list', 'release-file', 'log'];
/** States in which something was released. */
const OUT: readonly State[] = ['released', 'published', 'taken-down', 'reexamining'];

/** What may leave the program for one case. */
export function Exports({ view }: { readonly view: CaseView }) {
  const make = useExport();
  const print = usePrint();
  const { actions } = view;
  const offers = (useSession()?.exports ?? []).filter(({ kind, needs }) => needs === 'case' || kind === 'log');
  const whyOf = (kind: ExportKind): string | undefined => {
    if (make.isPending || print.isPending) return '正在导出……';
    if (kind === 'form' || kind === 'form-page') return whyGrey(actions.exportForm);
    if (kind === 'trail' && !OUT.includes(view.row.state)) return TEXTS.noTrail;
    return kind === 'release-file' ? whyGrey(actions.exportRelease) : undefined;
  };
  const button = ({ kind, name }: ExportOffer) =>
    kind === 'form-page' ? (
      (['pdf', 'printer'] as const).map((to) => (
        <Button key={to} onPress={() => print.mutate({ case: view.row.id, to })} why={whyOf(kind)}>
          {TEXTS.printing[to]}
        </Button>
      ))
    ) : (
      <Button key={kind} onPress={() => make.mutate({ kind, case: view.row.id })} why={whyOf(kind)}>
        {name}
      </Button>
    );
  const rare = offers.filter(({ kind }) => !EVERYDAY.includes(kind));
  return (
    <>
      <div className={styles.exports}>{offers.filter(({ kind }) => EVERYDAY.includes(kind)).map(button)}</div>
      {rare.length > 0 ? (
        <details className={styles.moreExports}>
          <summary>{TEXTS.moreExports}</summary>
          <div className={styles.exports}>{rare.map(button)}</div>
        </details>
      ) : null}
    </>
  );
}
