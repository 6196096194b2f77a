import { type ReactNode, useState } from 'react';
import type { MonthFigures, StatisticsView, Tally } from '../../../review/contract.ts';
import { CATEGORIES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useSession, useStatus } from '../../state/queries.ts';
import { periodsFor } from '../ledger/periods.ts';
import { useExport } from '../signoff/Exports.tsx';
import { AnnualReport } from './annual/AnnualReport.tsx';
import { BarChart } from './BarChart.tsx';
import { ColumnChart } from './ColumnChart.tsx';
import { FigureTable } from './FigureTable.tsx';
import { categoryRows, departmentRows, monthName, monthRows, percent, ruleRows, stepRows } from './rows.ts';
import styles from './Statistics.module.css';
import { TEXTS } from './texts.ts';
import { type Figure, type Open, useCasesBehind } from './useCasesBehind.ts';
import { useStatistics } from './useStatistics.ts';

/** A long page is scrolled by key as well, so it takes the focus. */
const scrolledByKey = { tabIndex: 0 } as const;
/** Bars beyond this are in the table alone. */
const BARS = 8;

type View = 'figures' | 'annual';

/** 统计: pictures of our own with the figures beside them, and the annual report. */
export function Statistics() {
  const [view, setView] = useState<View>('figures');
  const offers = useSession()?.exports ?? [];
  const mayReport = offers.some(({ kind }) => kind === 'annual-report');
  if (!offers.some(({ kind }) => kind === 'statistics')) return <EmptyState title={TEXTS.title} sentence={TEXTS.noRight} />;
  const tabs = (
    <div className={styles.tabs}>
      <h1>{TEXTS.title}</h1>
      {(['figures', 'annual'] as const).map((id) => (
        <Button
          key={id}
          onPress={() => setView(id)}
          why={id === 'annual' && !mayReport ? TEXTS.noReport : undefined}
          pressed={id === view}
        >
          {TEXTS.views[id]}
        </Button>
      ))}
    </div>
  );
  return <div className={styles.screen}>{view === 'figures' ? <Figures tabs={tabs} /> : <Annual tabs={tabs} />}</div>;
}

function Figures({ tabs }: { readonly tabs: ReactNode }) {
  const today = useStatus().data?.today ?? '';
  const [period, setPeriod] = useState(today.slice(0, 4));
  const figures = useStatistics(period);
  const make = useExport();
  return (
    <>
      <div className={styles.top}>
        {tabs}
        <div className={styles.period}>
          <SelectField label={TEXTS.period} options={periodsFor('period', today, [])} value={period} onChange={setPeriod} />
        </div>
        <div className={styles.tools}>
          <Button
            kind="primary"
            onPress={() => make.mutate({ kind: 'statistics', period })}
            why={make.isPending ? TEXTS.exporting : undefined}
          >
            {TEXTS.export}
          </Button>
        </div>
      </div>
      {figures.data ? <Panels view={figures.data} /> : <EmptyState sentence={figures.error?.message ?? TEXTS.loading} />}
    </>
  );
}

/** In January the report of the year that has ended is due. */
function Annual({ tabs }: { readonly tabs: ReactNode }) {
  const today = useStatus().data?.today ?? '';
  const due = Number(today.slice(0, 4)) - (today.slice(5, 7) <= '03' ? 1 : 0);
  const [year, setYear] = useState(String(due));
  return (
    <>
      <div className={styles.top}>
        {tabs}
        <div className={styles.period}>
          <SelectField label={TEXTS.year} options={periodsFor('year', today, [])} value={year} onChange={setYear} />
        </div>
      </div>
      <AnnualReport year={Number(year)} />
    </>
  );
}

function Panel({
  name,
  children,
  wide = false,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <section className={`${styles.panel} ${wide ? styles.wide : ''}`} aria-label={name}>
      <h2>{name}</h2>
      <div className={styles.pair}>{children}</div>
    </section>
  );
}

const OUTCOMES = ['agreed', 'treated', 'refused'] as const;
const PATTERNS = { agreed: 'full', treated: 'lines', refused: 'dots' } as const;

function Panels({ view }: { readonly view: StatisticsView }) {
  const { months, departments, categories, rules, period } = view;
  const open = useCasesBehind(period);
  const bar = ({ findings, falseAlarms }: Tally, name: string, of: Figure) => ({
    name,
    value: findings,
    part: falseAlarms,
    open: open && (() => open(name, of)),
  });
  return (
    <section className={styles.panels} aria-label={period.name} {...scrolledByKey}>
      <p className={styles.basis}>
        {TEXTS.basis}
        {open ? TEXTS.openHint : null}
      </p>
      {view.total.registered === 0 ? <p className={styles.empty}>{TEXTS.empty}</p> : null}
      <Panel name={TEXTS.months} wide>
        <div className={styles.figure}>
          <ColumnChart
            label={TEXTS.monthChart(period.name)}
            labels={months.map(({ month }) => monthName(month))}
            series={OUTCOMES.map((outcome) => ({
              name: TEXTS.outcomes[outcome],
              pattern: PATTERNS[outcome],
              values: months.map((month) => month[outcome]),
              open: open && ((at) => openMonth(open, months[at], outcome)),
            }))}
          />
          {months.every((month) => OUTCOMES.every((outcome) => month[outcome] === 0)) ? (
            <p className={styles.note}>{TEXTS.noneSettled}</p>
          ) : null}
        </div>
        <FigureTable caption={TEXTS.months} head={TEXTS.monthColumns} rows={monthRows(view)} />
      </Panel>
      <div className={styles.stack}>
        <Mistakes view={view} />
        <Panel name={TEXTS.departments}>
          <BarChart
            label={TEXTS.barChart(TEXTS.departments)}
            bars={departments.slice(0, BARS).map(({ department, registered }) => ({
              name: department,
              value: registered,
              open: open && registered > 0 ? () => open(department, { by: 'department', department }) : undefined,
            }))}
          />
          <FigureTable caption={TEXTS.departments} head={TEXTS.departmentColumns} rows={departmentRows(view)} total />
        </Panel>
        <Panel name={TEXTS.steps}>
          <FigureTable caption={TEXTS.steps} head={TEXTS.stepColumns} rows={stepRows(view)} />
        </Panel>
      </div>
      <Panel name={TEXTS.categories}>
        <BarChart
          label={TEXTS.barChart(TEXTS.categories)}
          bars={categories
            .slice(0, BARS)
            .map((row) => bar(row, CATEGORIES[row.category], { by: 'category', category: row.category }))}
        />
        <FigureTable caption={TEXTS.categories} head={[TEXTS.category, ...TEXTS.tallyColumns]} rows={categoryRows(view)} />
      </Panel>
      <Panel name={TEXTS.rules} wide>
        <BarChart
          label={TEXTS.barChart(TEXTS.rules)}
          bars={rules.slice(0, BARS).map((row) => bar(row, row.title, { by: 'rule', rule: row.rule }))}
        />
        <FigureTable caption={TEXTS.rules} head={[TEXTS.rule, ...TEXTS.tallyColumns]} rows={ruleRows(view)} />
      </Panel>
    </section>
  );
}

function openMonth(open: Open, row: MonthFigures | undefined, outcome: (typeof OUTCOMES)[number]): void {
  if (row) open(`${monthName(row.month)}${TEXTS.outcomes[outcome]}`, { by: 'month', month: row.month, outcome });
}

function Mistakes({ view: { mistakes } }: { readonly view: StatisticsView }) {
  const { decided, falseAlarms, foundCases, missedCases } = mistakes;
  return (
    <section className={styles.panel} aria-label={TEXTS.mistakes}>
      <h2>{TEXTS.mistakes}</h2>
      <dl className={styles.mistakes}>
        <div>
          <dt>{TEXTS.falseAlarmRate}</dt>
          <dd className={styles.rate}>{percent(falseAlarms, decided)}</dd>
          <dd className={styles.note}>{TEXTS.falseAlarmNote(falseAlarms, decided)}</dd>
        </div>
        <div>
          <dt>{TEXTS.foundRate}</dt>
          <dd className={styles.rate}>{percent(foundCases, foundCases + missedCases)}</dd>
          <dd className={styles.note}>{TEXTS.foundNote(foundCases, missedCases)}</dd>
        </div>
      </dl>
    </section>
  );
}
