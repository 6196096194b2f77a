import type { CaseView } from '../../../review/contract.ts';

export interface CaseDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** The first field that is still empty, as the reason why the button is grey. */
export function firstEmpty(fields: readonly (readonly [name: string, value: string])[]): string | undefined {
  const empty = fields.find(([, value]) => value.trim() === '');
  return empty && `请填写${empty[0]}`;
}
