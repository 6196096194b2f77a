import type { HTMLAttributes, MouseEvent } from 'react';

/**
 * Roles of a long list whose rows are drawn only where they are seen. A real table cannot leave rows out, so the places are
 * told by number; focus stays on the whole and points at the chosen row.
 */
export const gridRoles = (label: string, rows: number, chosen: string | undefined): HTMLAttributes<HTMLElement> => ({
  role: 'grid',
  'aria-label': label,
  'aria-rowcount': rows + 1,
  'aria-activedescendant': chosen,
  tabIndex: 0,
});

interface RowRoles {
  readonly id: string;
  readonly index: number;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

export const rowRoles = ({ id, index, selected, onChoose, onOpen }: RowRoles): HTMLAttributes<HTMLElement> => ({
  id,
  role: 'row',
  'aria-rowindex': index + 2,
  'aria-selected': selected,
  onClick: onChoose,
  onDoubleClick: onOpen,
});

export const headRowRoles: HTMLAttributes<HTMLElement> = { role: 'row', 'aria-rowindex': 1 };
export const headCellRoles: HTMLAttributes<HTMLElement> = { role: 'columnheader' };
export const cellRoles: HTMLAttributes<HTMLElement> = { role: 'gridcell' };
export const bodyRoles: HTMLAttributes<HTMLElement> = { role: 'rowgroup' };

/** Roles of a one-column list. */
export const listRoles = (label: string, chosen: string | undefined): HTMLAttributes<HTMLElement> => ({
  role: 'listbox',
  'aria-label': label,
  'aria-activedescendant': chosen,
  tabIndex: 0,
});

export const optionRoles = (props: {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly selected: boolean;
  readonly onChoose: (event: MouseEvent) => void;
}): HTMLAttributes<HTMLElement> => ({
  id: props.id,
  role: 'option',
  'aria-selected': props.selected,
  'aria-posinset': props.index + 1,
  'aria-setsize': props.count,
  onClick: props.onChoose,
});

/** Boxes that only place things. */
export const noRole: HTMLAttributes<HTMLElement> = { role: 'presentation' };
