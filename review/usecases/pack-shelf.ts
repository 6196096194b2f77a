import { toHex } from '../chain/hex.ts';
import { checkEvent } from '../chain/journal.ts';
import { type PackInstall, packVersions } from '../chain/pack-versions.ts';
import type { Roster } from '../chain/roster.ts';
import { decodeUtf8 } from '../chain/utf8.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, PackInForce, Ports } from '../ports.ts';
import type { CaseReader } from './case-reader.ts';
import { ownEvents } from './own-events.ts';

/** The rule packs that did not come with the program, as the journal has them; what is in force is what the scanner uses. */
export interface PackShelf {
  /** Names of all installed packs, and the installs of each, oldest first. */
  installs(): ReadonlyMap<string, readonly PackInstall[]>;
  inForce(name: string): PackInForce | undefined;
  /** Reads the journal again and puts the newest versions in force. Code: pack-broken (nothing was put in force). */
  reload(): Result<null>;
}

const broken = (pack: string, version: string, what: string) =>
  fail(
    'pack-broken',
    `规则包 ${pack} 第${version}版${what}。没有它检查会漏，现在只能查看，不能办理。请联系系统管理员从备份恢复。`,
  );

/** The bytes of a canonical body name their type in one way only, so that columns of the store need not be believed. */
const MARK = '"type":"pack.install"';

export function packShelf(ports: Ports, crypto: Crypto, roster: () => Roster, cases: Pick<CaseReader, 'bytes'>): PackShelf {
  let installs: ReadonlyMap<string, readonly PackInstall[]> = new Map();
  let packs: ReadonlyMap<string, PackInForce> = new Map();

  const load = ({ body }: PackInstall): Result<PackInForce> => {
    const { pack, version, content, sha256 } = body.data;
    const bytes = cases.bytes('-', content);
    if (!bytes.ok) return broken(pack, version, '的内容缺失或损坏');
    const parsed = ports.rulePacks.parse(decodeUtf8(bytes.data) ?? '');
    const fits = parsed.ok && parsed.data.name === pack && parsed.data.version === version;
    if (!fits || toHex(crypto.sha256(bytes.data)) !== sha256) return broken(pack, version, '的内容与记录不符');
    return ok({ content: parsed.data, sha256 });
  };
  const read = (): ReturnType<typeof packVersions> => {
    const stored = ownEvents(ports.store, MARK);
    const checked = stored.map((row) => checkEvent(crypto, roster(), row));
    const found = packVersions(checked.map(({ event }) => event).filter((event) => event !== undefined));
    const bad = checked.findIndex(({ problem }) => problem !== undefined);
    if (bad < 0) return found;
    return { ...found, problems: [...found.problems, { seq: stored[bad]?.seq ?? 0, message: '规则包的安装记录没有通过核验' }] };
  };
  return {
    installs: () => installs,
    inForce: (name) => packs.get(name),
    reload() {
      const found = read();
      const [problem] = found.problems;
      if (problem) return fail('pack-broken', `${problem.message}。现在只能查看，不能办理。请打开日志核验，并联系系统管理员。`);
      const loaded = new Map<string, PackInForce>();
      for (const [name, all] of found.installs) {
        const newest = all.at(-1);
        if (!newest) continue;
        const known = packs.get(name);
        const one = known?.sha256 === newest.body.data.sha256 ? ok(known) : load(newest);
        if (!one.ok) return one;
        loaded.set(name, one.data);
      }
      const changed = loaded.size !== packs.size || [...loaded].some(([name, pack]) => packs.get(name)?.sha256 !== pack.sha256);
      installs = found.installs;
      packs = loaded;
      if (changed) ports.rulePacks.use([...loaded.values()]);
      return ok(null);
    },
  };
}
