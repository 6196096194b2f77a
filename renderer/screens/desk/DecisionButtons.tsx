import type { FindingView } from '../../../review/contract.ts';
import { DECISIONS, type DecisionKind } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import styles from './Detail.module.css';
import { TEXTS } from './texts.ts';

const KINDS = Object.keys(DECISIONS) as DecisionKind[];

interface DecisionButtonsProps {
  readonly finding: FindingView;
  /** Findings that Shift+digit decides, this one included. */
  readonly same: number;
  readonly why: string | undefined;
  readonly onDecide: (kind: DecisionKind, everySame: boolean) => void;
}

/** Six decisions, six keys. There is no button that lets everything stand. */
export function DecisionButtons({ finding, same, why, onDecide }: DecisionButtonsProps) {
  return (
    <>
      <div className={styles.decisions}>
        {KINDS.map((kind) => (
          <DecisionButton key={kind} kind={kind} chosen={finding.decision?.kind === kind} why={why} onDecide={onDecide} />
        ))}
      </div>
      {same > 1 ? <p className={styles.same}>{TEXTS.same(same)}</p> : null}
    </>
  );
}

function DecisionButton(
  props: Pick<DecisionButtonsProps, 'why' | 'onDecide'> & { readonly kind: DecisionKind; readonly chosen: boolean },
) {
  const { kind, chosen, why, onDecide } = props;
  useCommand(`decide.${kind}`, () => onDecide(kind, false), why === undefined);
  useCommand(`same.${kind}`, () => onDecide(kind, true), why === undefined);
  return (
    <Button command={`decide.${kind}`} onPress={() => onDecide(kind, false)} why={why} pressed={chosen}>
      {kind === 'escalate' ? '送上级' : DECISIONS[kind]}
    </Button>
  );
}
