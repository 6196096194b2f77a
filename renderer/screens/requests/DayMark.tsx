import type { Deadline } from '../../../review/contract.ts';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';

/** Days left of a clock that runs whatever the state of a review case. */
export const DayMark = ({ deadline }: { readonly deadline: Deadline }) => <DeadlineMark deadline={deadline} state="deciding" />;
