import { type KeyboardEvent, type SVGAttributes, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Attributes of one bar that opens something. */
export type MarkOf = (at: number, name: string, open: () => void) => SVGAttributes<SVGGElement>;

/** Bars of a chart as buttons: one stop for Tab in each chart, arrows between its bars, Enter or Space opens. */
export function useMarks(): MarkOf {
  const [current, setCurrent] = useState(0);
  return (at, name, open) => ({
    role: 'button',
    'aria-label': name,
    tabIndex: at === current ? 0 : -1,
    onClick: () => {
      setCurrent(at);
      open();
    },
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      const marks = [...(event.currentTarget.closest('svg')?.querySelectorAll<SVGGElement>('[role="button"]') ?? [])];
      const step = STEPS[event.key];
      if (step !== undefined) {
        const next = (marks.indexOf(event.currentTarget) + step + marks.length) % marks.length;
        setCurrent(next);
        marks[next]?.focus();
      } else if (event.key === 'Enter' || event.key === ' ') open();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  });
}
