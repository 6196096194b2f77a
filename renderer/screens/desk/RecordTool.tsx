import { useEffect, useState } from 'react';
import type { FindingView, ListView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { reportInfo } from '../../state/messages.ts';
import { useLists } from '../../state/queries.ts';
import { ImportDialog } from '../rules/ImportDialog.tsx';
import { RecordDialog } from './RecordDialog.tsx';
import { RECORD_TEXTS as TEXTS } from './recordTexts.ts';
import { chosenByMouse } from './useTextChoice.ts';

/** Text chosen in the page, else that of the current finding. */
function textToRecord(current: FindingView | undefined): string {
  const chosen = chosenByMouse();
  return chosen && chosen !== 'many' ? chosen.text : (current?.text ?? '');
}

/** 记入清单: a text goes into the office's own list by the same preview, version and PIN as any workbook. */
export function RecordTool({ current }: { readonly current: FindingView | undefined }) {
  const lists = useLists();
  const [text, setText] = useState<string>();
  const [importing, setImporting] = useState<{ readonly list: ListView; readonly file: File }>();
  useCommand('desk.record', () => {
    const chosen = textToRecord(current);
    if (chosen === '') reportInfo(TEXTS.nothing);
    else setText(chosen);
  });
  // The key may come before the lists are there: it is answered when they are.
  const asked = text !== undefined && lists.data?.mayImport === false ? text : undefined;
  useEffect(() => {
    if (asked === undefined) return;
    reportInfo(TEXTS.ask(asked));
    setText(undefined);
  }, [asked]);
  if (importing) return <ImportDialog list={importing.list} dropped={importing.file} onClose={() => setImporting(undefined)} />;
  if (text === undefined || !lists.data?.mayImport) return null;
  return (
    <RecordDialog
      text={text}
      category={current?.text === text ? current.categoryName : ''}
      lists={lists.data.lists}
      onReady={(list, file) => {
        setText(undefined);
        setImporting({ list, file });
      }}
      onClose={() => setText(undefined)}
    />
  );
}
