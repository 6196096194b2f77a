import { checkEvent } from '../chain/journal.ts';
import { isListImport, type ListImport, listVersions } from '../chain/list-versions.ts';
import type { Roster } from '../chain/roster.ts';
import { decodeUtf8 } from '../chain/utf8.ts';
import { fail, LIST_KINDS, type ListInForce, type ListKind, ok, type Result } from '../model/index.ts';
import type { Crypto, Ports } from '../ports.ts';
import type { CaseReader } from './case-reader.ts';
import { dateOf } from './desk-parts.ts';
import { ownEvents } from './own-events.ts';

/** The office's own lists as the journal has them; what is in force is what the scanner uses. */
export interface ListShelf {
  /** Imports of a list, oldest first. */
  versions(kind: ListKind): readonly ListImport[];
  /** The list in force, with its rows. */
  inForce(kind: ListKind): ListInForce | undefined;
  /** Reads the journal again and puts the newest versions in force. Code: list-broken (nothing was put in force). */
  reload(): Result<null>;
}

const broken = (kind: ListKind, version: number, what: string) =>
  fail(
    'list-broken',
    `本单位${LIST_KINDS[kind]}第${version}版${what}。没有清单就检查会漏，现在只能查看，不能办理。请联系系统管理员从备份恢复。`,
  );

/** The bytes of a canonical body name their type in one way only, so that columns of the store need not be believed. */
const MARK = '"type":"list.import"';

export function listShelf(ports: Ports, crypto: Crypto, roster: () => Roster, cases: Pick<CaseReader, 'bytes'>): ListShelf {
  let imports: ReadonlyMap<ListKind, readonly ListImport[]> = new Map();
  let lists: ReadonlyMap<ListKind, ListInForce> = new Map();

  const load = ({ body }: ListImport): Result<ListInForce> => {
    const { list: kind, version, content, rows } = body.data;
    const bytes = cases.bytes('-', content);
    if (!bytes.ok) return broken(kind, version, '的内容缺失或损坏');
    const parsed = ports.lists.parse(decodeUtf8(bytes.data) ?? '');
    const fits = parsed.ok && parsed.data.kind === kind && parsed.data.rows.length === rows;
    if (!fits) return broken(kind, version, '的内容与记录不符');
    return ok({ list: parsed.data, version, digest: content, since: dateOf(body.at) });
  };
  const read = (): ReturnType<typeof listVersions> => {
    const stored = ownEvents(ports.store, MARK);
    const checked = stored.map((row) => checkEvent(crypto, roster(), row));
    const events = checked.map(({ event }) => event).filter((event) => event !== undefined);
    const bad = checked.findIndex(({ problem }) => problem !== undefined);
    const found = listVersions(events.filter(isListImport));
    if (bad < 0) return found;
    return { ...found, problems: [...found.problems, { seq: stored[bad]?.seq ?? 0, message: '清单的导入记录没有通过核验' }] };
  };
  return {
    versions: (kind) => imports.get(kind) ?? [],
    inForce: (kind) => lists.get(kind),
    reload() {
      const found = read();
      const [problem] = found.problems;
      if (problem) return fail('list-broken', `${problem.message}。现在只能查看，不能办理。请打开日志核验，并联系系统管理员。`);
      const loaded = new Map<ListKind, ListInForce>();
      for (const [kind, all] of found.imports) {
        const newest = all.at(-1);
        if (!newest) continue;
        const known = lists.get(kind);
        const one = known?.digest === newest.body.data.content ? ok(known) : load(newest);
        if (!one.ok) return one;
        loaded.set(kind, one.data);
      }
      const changed = loaded.size !== lists.size || [...loaded].some(([kind, list]) => lists.get(kind)?.digest !== list.digest);
      imports = found.imports;
      lists = loaded;
      if (changed) ports.lists.use([...loaded.values()]);
      return ok(null);
    },
  };
}
