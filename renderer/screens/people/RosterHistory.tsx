import type { RosterView } from '../../../review/contract.ts';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import { TEXTS } from './texts.ts';

/** Every entry of the roster log in words, newest first; nothing ever leaves it. */
export function RosterHistory({ view }: { readonly view: RosterView }) {
  return (
    <SheetTable label={TEXTS.history} head={TEXTS.historyHead}>
      {view.history.map((row) => (
        <tr key={row.seq}>
          <td>{row.seq}</td>
          <td>{timeText(row.at)}</td>
          <td>{row.by}</td>
          <td>{row.what}</td>
        </tr>
      ))}
    </SheetTable>
  );
}
