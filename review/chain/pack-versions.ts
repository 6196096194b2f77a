/** The versions of installed rule packs as the journal tells them. */
import type { BodyOf, ChainEvent } from './event.ts';

export type PackInstall = Pick<ChainEvent, 'id' | 'problem'> & { readonly body: BodyOf<'pack.install'> };

export const isPackInstall = (event: ChainEvent): event is PackInstall => event.body.type === 'pack.install';

/** Negative when `a` is the older version (1, 1.2, 1.2.3); missing numbers count as 0. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Installs by pack name, oldest first, and those that break the promise that versions only rise: an older pack brought back would
 * find less and nobody would see it (rollback, records-and-threats 12).
 */
export function packVersions(events: readonly ChainEvent[]): {
  readonly installs: ReadonlyMap<string, readonly PackInstall[]>;
  readonly problems: readonly { readonly seq: number; readonly message: string }[];
} {
  const installs = new Map<string, PackInstall[]>();
  const problems: { readonly seq: number; readonly message: string }[] = [];
  for (const event of events.filter(isPackInstall)) {
    const { pack, version } = event.body.data;
    const known = installs.get(pack) ?? [];
    const last = known
      .map(({ body }) => body.data.version)
      .sort(compareVersions)
      .at(-1);
    installs.set(pack, [...known, event]);
    if (last === undefined || compareVersions(version, last) > 0) continue;
    const { seq } = event.body;
    problems.push({ seq, message: `第${seq}条：规则包 ${pack} 的版本应当高于 ${last}，记录为 ${version}` });
  }
  return { installs, problems };
}
