import type { PieceKind } from '../../review/model/index.ts';

/** Text that stands in an object of the file rather than on a page. */
export interface FoundText {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly text: string;
  readonly label: string;
}
