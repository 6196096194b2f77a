import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AnnualView } from '../../../../review/contract.ts';
import { ANNUAL_CELLS, ANNUAL_PARTS, type AnnualPart, annualFaults } from '../../../../review/model/index.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Field } from '../../../components/Field.tsx';
import { call } from '../../../state/desk.ts';
import { reportDone } from '../../../state/messages.ts';
import { useSession } from '../../../state/queries.ts';
import { useExport } from '../../signoff/Exports.tsx';
import styles from './Annual.module.css';
import { CellField } from './CellField.tsx';
import { type CellTexts, cellsOf, textsOf } from './cells.ts';
import { ActiveTables, DisputeTable, RequestTable } from './Tables.tsx';
import { TEXTS } from './texts.ts';

/** 年度报告 of a year: the form, the arithmetic as it is typed, the file. */
export function AnnualReport({ year }: { readonly year: number }) {
  const report = useQuery({ queryKey: ['annual', year], queryFn: () => call('annual.view', { year }) });
  if (!report.data) return <EmptyState sentence={report.error?.message ?? '……'} />;
  return <AnnualForm key={`${year} ${report.data.saved?.at ?? ''}`} view={report.data} />;
}

function useSave(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly cells: Record<string, number>; readonly parts: Record<AnnualPart, string> }) =>
      call('annual.save', { year, ...input }),
    onSuccess: (view) => {
      client.setQueryData(['annual', year], view);
      reportDone(TEXTS.saved);
    },
  });
}

function AnnualForm({ view }: { readonly view: AnnualView }) {
  const [texts, setTexts] = useState<CellTexts>(() => textsOf(view.cells));
  const [parts, setParts] = useState(view.parts);
  const session = useSession();
  const save = useSave(view.year);
  const make = useExport();
  const cells = cellsOf(texts);
  const faults = useMemo(() => annualFaults(cellsOf(texts) ?? {}, view.before), [texts, view.before]);
  const byCell = new Map(faults.map((fault) => [fault.cell, fault]));
  const locked = !['reviewer', 'leader'].includes(session?.person.role ?? '');
  const changed = texts !== undefined && (parts !== view.parts || JSON.stringify(cells) !== JSON.stringify(view.cells));
  const change = (cell: string, text: string) => setTexts((old) => ({ ...old, [cell]: text }));
  const whySave = locked ? TEXTS.notYours : save.isPending ? TEXTS.saving : cells ? undefined : TEXTS.badNumber;
  const wrong = faults.filter(({ kind }) => kind === 'wrong');
  const zeros = () =>
    setTexts((old) => Object.fromEntries([...ANNUAL_CELLS.keys()].map((cell) => [cell, old[cell]?.trim() || '0'])));
  const cellOf = (cell: string) => (
    <CellField cell={cell} text={texts[cell] ?? ''} fault={byCell.get(cell)} locked={locked} onChange={change} />
  );
  const prose = (part: AnnualPart, lines: number) => (
    <Field
      label={ANNUAL_PARTS[part]}
      value={parts[part]}
      onChange={(text) => setParts((old) => ({ ...old, [part]: text }))}
      lines={lines}
      max={20_000}
    />
  );
  return (
    <div className={styles.form}>
      <div className={styles.bar}>
        <p className={styles.state} data-good={faults.length === 0} role="status">
          {faults.length === 0 ? TEXTS.good : `${TEXTS.faults(wrong.length, faults.length - wrong.length)}。${TEXTS.asDraft}`}
        </p>
        <span className={styles.note}>{view.saved ? TEXTS.savedBy(view.saved.by, view.saved.at) : TEXTS.notSaved}</span>
        <div className={styles.tools}>
          {locked ? null : <Button onPress={zeros}>{TEXTS.zeros}</Button>}
          <Button
            onPress={() => save.mutate({ cells: { ...cells }, parts })}
            why={whySave ?? (changed || !view.saved ? undefined : TEXTS.unchanged)}
          >
            {TEXTS.save}
          </Button>
          <Button
            kind="primary"
            onPress={() => make.mutate({ kind: 'annual-report', period: String(view.year) })}
            why={changed && !locked ? TEXTS.saveFirst : undefined}
          >
            {TEXTS.export}
          </Button>
        </div>
      </div>
      {wrong.length > 0 ? (
        <ul className={styles.faults}>
          {wrong.map(({ cell, message }) => (
            <li key={`${cell} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      <div className={styles.sheet}>
        <h2>{TEXTS.title(view.year)}</h2>
        <p className={styles.note}>{TEXTS.basis}</p>
        {prose('overview', 6)}
        <h3>{TEXTS.active}</h3>
        <ActiveTables cellOf={cellOf} />
        <RequestTable cellOf={cellOf} />
        <DisputeTable cellOf={cellOf} />
        {prose('problems', 4)}
        {prose('others', 3)}
      </div>
    </div>
  );
}
