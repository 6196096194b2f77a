import { fromBase64, toBase64 } from '../chain/base64.ts';
import { decodeUtf8, encodeUtf8 } from '../chain/utf8.ts';
import type { Parsed } from '../contract.ts';
import { fail, ok, type Result, type Role } from '../model/index.ts';
import type { Signer } from '../ports.ts';
import { confirmPin, signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { activePeople } from './people-of.ts';
import { rosterView } from './roster-view.ts';
import { keyCode } from './roster-words.ts';

/** Who may stand by while the root key is written to a stick. */
const WITNESSES: readonly Role[] = ['head', 'reviewer', 'leader', 'sysadmin', 'secadmin'];

/** The unit root key goes to sticks and then leaves this machine (signoff-design 2.1). */
export const rootKey: Feature<'root.export' | 'root.remove'> = {
  'root.export': async (parts, input, session) => {
    const root = parts.ports.keys.localRoot();
    if (!root) return fail('root-away', '单位根密钥已经移出本机，没有导出。请用保存在U盘上的文件另行复制。');
    const second = activePeople(parts.roster(), parts.ports.store.head().ws).find(({ id }) => id === input.second.person);
    if (!second || second.id === session.person.id || !WITNESSES.includes(second.role)) {
      return fail('person-unknown', '没有导出：须有另一位在场的人（审计员和拟稿人除外）输入口令。');
    }
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const witness = await confirmPin(parts, second, input.second.pin, 'act');
    if (!witness.ok) return fail(witness.error.code, `${second.name}：${witness.error.message}`);
    const text = await parts.ports.keys.exportRoot(input.passphrase);
    if (!text.ok) return text;
    const recorded = record(parts, session, signer.data, { what: 'exported', root: root.key, second: second.id });
    if (!recorded.ok) return recorded;
    const name = `单位根密钥-${keyCode(root.key, 2)}.xsroot`;
    return ok({ name, mime: 'application/octet-stream', base64: toBase64(encodeUtf8(text.data)) });
  },
  'root.remove': async (parts, input, session) => {
    if (!parts.ports.keys.localRoot()) return fail('root-away', '单位根密钥已经移出本机，没有改动。');
    // Only what was read back from the stick may be destroyed here.
    const read = await rootFrom(parts, input.root);
    if (!read.ok) return read;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const removed = parts.ports.keys.removeRoot();
    if (!removed.ok) return removed;
    const recorded = record(parts, session, signer.data, { what: 'removed', root: read.data.key });
    return recorded.ok ? rosterView(parts, session.person) : recorded;
  },
};

function record(
  parts: DeskParts,
  { person }: OpenSession,
  signer: Signer,
  data: { readonly what: 'exported' | 'removed'; readonly root: string; readonly second?: string },
): Result<unknown> {
  return parts.journal.append({ p: person.id, role: person.role, signer }, [{ type: 'root.move', case: '-', data }]);
}

type RootFile = Parsed<'root.remove'>['root'];

async function rootFrom(parts: DeskParts, { file, passphrase }: RootFile): Promise<Result<Signer>> {
  const bytes = fromBase64(file.base64);
  const text = bytes && decodeUtf8(bytes);
  if (text === undefined) return fail('root-file', '这不是单位根密钥文件，没有办理。请选择存在U盘上的根密钥文件。');
  const root = await parts.ports.keys.openRoot(text, passphrase);
  if (!root.ok) return root;
  if (root.data.key === parts.roster().now?.rootKey) return root;
  return fail('root-foreign', '这个根密钥不是本单位的，没有办理。请核对指纹后换用本单位的根密钥文件。');
}

/** The root key: from this machine while it is here, else from the file given. Codes: root-needed, root-file, root-passphrase, root-foreign. */
export async function rootSigner(parts: DeskParts, given: RootFile | undefined): Promise<Result<Signer>> {
  const here = parts.ports.keys.localRoot();
  if (here && here.key === parts.roster().now?.rootKey) return ok(here);
  if (given) return rootFrom(parts, given);
  return fail('root-needed', '这项变更须用单位根密钥签署，没有确认。请插入存有根密钥的U盘，选择文件并输入根密钥口令。');
}
