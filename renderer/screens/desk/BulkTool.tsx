import { useState } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { reportInfo } from '../../state/messages.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { BULK_TEXTS as TEXTS } from './bulkTexts.ts';
import type { Choice } from './useDecisions.ts';

interface BulkToolProps {
  readonly view: CaseView;
  readonly current: FindingView | undefined;
  readonly onChoice: (choice: Choice) => void;
}

/** 一并处理: one decision and one reason for all open findings of a rule or a category, one event, one undo. */
export function BulkTool({ view, current, onChoice }: BulkToolProps) {
  const [asking, setAsking] = useState<FindingView>();
  const { decide } = view.actions;
  useCommand('desk.bulk', () => {
    const open = view.findings.filter((finding) => !finding.decision);
    const from = current && !current.decision ? current : open[0];
    if (!decide.enabled) reportInfo(decide.why);
    else if (!from) reportInfo(TEXTS.nothing);
    else setAsking(from);
  });
  if (!asking) return null;
  return (
    <BulkDialog
      from={asking}
      findings={view.findings}
      onChoice={(choice) => {
        setAsking(undefined);
        onChoice(choice);
      }}
      onClose={() => setAsking(undefined)}
    />
  );
}
