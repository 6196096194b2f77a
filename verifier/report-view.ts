import type { ContentCheck } from '../review/chain/contents.ts';
import type { VerifyReport } from '../review/contract.ts';
import { QUARANTINE_STATES, STATES } from '../review/model/index.ts';
import { TEXTS } from './texts.ts';

/** An element with text alone: nothing of a log ever becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  made.append(...children);
  return made;
}

const list = (lines: readonly string[], kind = ''): HTMLElement => {
  const made = element(
    'ul',
    '',
    lines.map((line) => element('li', line)),
  );
  made.className = kind;
  return made;
};

function table(heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const head = element(
    'tr',
    '',
    heads.map((text) => element('th', text)),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      '',
      row.map((text) => element('td', text)),
    ),
  );
  return element('table', '', [element('thead', '', [head]), element('tbody', '', body)]);
}

const red = (shown: HTMLElement): HTMLElement => {
  shown.className = 'problems';
  return shown;
};

/** Everything the verification said, worst first. */
export function reportView(report: VerifyReport): HTMLElement {
  const { sections, heads } = TEXTS;
  const verdict = element('p', report.valid ? TEXTS.valid(report.events) : TEXTS.invalid(report.problems.length));
  verdict.className = 'verdict';
  verdict.dataset.valid = String(report.valid);
  verdict.setAttribute('role', 'status');
  const parts: Node[] = [verdict];
  const section = (title: string, content: HTMLElement, shown: boolean): void => {
    if (shown) parts.push(element('h2', title), content);
  };
  section(
    sections.problems,
    list(
      report.problems.map(({ seq, message }) => TEXTS.problem(seq, message)),
      'problems',
    ),
    report.problems.length > 0,
  );
  const forks = report.forks.map(({ ws, inc, seq, ids }) => [ws, String(inc), String(seq), ids.join(' ')]);
  section(sections.forks, red(table(heads.forks, forks)), forks.length > 0);
  section(sections.lines, list(report.lines), true);
  const cases = report.cases.map(({ number, state, whyNot }) => [number, STATES[state], whyNot.join('；')]);
  section(sections.cases, table(heads.cases, cases), cases.length > 0);
  const stale = report.stale.map(({ number, seq, step, why }) => [number, String(seq), step, why]);
  section(sections.stale, table(heads.stale, stale), stale.length > 0);
  const late = report.late.map(({ ws, from, to, by, state }) => [ws, `${from}–${to}`, by, QUARANTINE_STATES[state]]);
  section(sections.late, table(heads.late, late), late.length > 0);
  const cleared = report.cleared.map(({ seq, items }) => TEXTS.cleared(seq, items));
  section(sections.cleared, list(cleared), cleared.length > 0);
  const clock = report.clock.map(({ seq, at, flags }) => [String(seq), at, flags.join('、')]);
  section(sections.clock, table(heads.clock, clock), clock.length > 0);
  const journals = report.journals.map(({ ws, inc, events, checkpoints }) => [
    ws,
    String(inc),
    String(events),
    String(checkpoints),
  ]);
  section(sections.journals, table(heads.journals, journals), true);
  return element('section', '', parts);
}

/** How the contents of a full inspection fit the log, and the short texts among them. */
export function contentsView({ opened, wrong, foreign, texts }: ContentCheck): HTMLElement {
  const rows = texts.map(({ seq, field, text }) => [String(seq), field, text]);
  return element('section', '', [
    element('h2', TEXTS.sections.contents),
    list([TEXTS.contents(opened, wrong, foreign)], wrong + foreign > 0 ? 'problems' : ''),
    table(TEXTS.heads.contents, rows),
  ]);
}
