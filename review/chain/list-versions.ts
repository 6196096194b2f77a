/** The versions of the office's own lists as the journal tells them. */
import { LIST_KINDS, type ListKind } from '../model/index.ts';
import type { BodyOf, ChainEvent } from './event.ts';

export type ListImport = Pick<ChainEvent, 'id' | 'problem'> & { readonly body: BodyOf<'list.import'> };

export const isListImport = (event: ChainEvent): event is ListImport => event.body.type === 'list.import';

/**
 * Imports by list, oldest first, and those that break the promise that versions rise one by one (a version left out or taken twice
 * means that somebody put an older list back, or that an event is missing); one taken over from another workstation keeps its number.
 */
export function listVersions(events: readonly ChainEvent[]): {
  readonly imports: ReadonlyMap<ListKind, readonly ListImport[]>;
  readonly problems: readonly { readonly seq: number; readonly message: string }[];
} {
  const imports = new Map<ListKind, ListImport[]>();
  const problems: { readonly seq: number; readonly message: string }[] = [];
  for (const event of events.filter(isListImport)) {
    const { list, version, from } = event.body.data;
    const known = imports.get(list) ?? [];
    imports.set(list, [...known, event]);
    const due = (known.at(-1)?.body.data.version ?? 0) + 1;
    if (version === due || (from !== undefined && version > due)) continue;
    const { seq } = event.body;
    problems.push({ seq, message: `第${seq}条：${LIST_KINDS[list]}的版本应当是第${due}版，记录为第${version}版` });
  }
  return { imports, problems };
}
