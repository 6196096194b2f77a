/** Rules that do not come with the program: written by the office, or taken from a signed file; what they change; putting them in force. */
import { fromBase64, toBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import { openPackFile, sealPackFile } from '../chain/pack-file.ts';
import { compareVersions } from '../chain/pack-versions.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { OwnRulesView, PackPreview, Parsed } from '../contract.ts';
import { fail, OWN_PACK, ok, type PackContent, type Result } from '../model/index.ts';
import type { OwnChange } from '../ports.ts';
import { RULE_KEEPERS } from '../workflow/permissions.ts';
import { signerForAct } from './confirm-pin.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import { fileCode } from './exports/printed-mark.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { nameOf } from './people-of.ts';

type Calls = 'rules.own' | 'rules.difference' | 'rules.save' | 'rules.pack' | 'rules.install';

export const ownRules: Feature<Calls> = {
  'rules.own': (parts, _input, session) => ok(ownView(parts, session)),
  'rules.difference': async (parts, { change }) => {
    const candidate = 'file' in change ? fromFile(parts, change.file) : ownCandidate(parts, change);
    if (!candidate.ok) return candidate;
    const whyNot = await faultsOf(parts, candidate.data);
    return whyNot.ok ? ok(preview(parts, candidate.data, whyNot.data)) : whyNot;
  },
  'rules.save': async (parts, input, session) => {
    const candidate = ownCandidate(parts, input.change);
    if (!candidate.ok) return candidate;
    if ('save' in input.change) {
      const faults = await parts.ports.rulePacks.check(input.change.save);
      if (!faults.ok) return faults;
      const [first] = faults.data;
      if (first) return fail('rule-faults', `规则还不能保存，没有改动：${first.message}。请改好后再保存。`);
    }
    return install(parts, session, candidate.data, input);
  },
  'rules.install': async (parts, input, session) => {
    const candidate = fromFile(parts, input.file);
    return candidate.ok ? install(parts, session, candidate.data, input) : candidate;
  },
  'rules.pack': async (parts, input, session) => {
    const inForce = parts.packs.inForce(OWN_PACK);
    if (!inForce) return fail('pack-missing', '本单位还没有自己的规则，没有可以导出的规则包。请先在“规则编辑”中写一条。');
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const text = sealPackFile(signer.data, parts.ports.rulePacks.write(inForce.content));
    const name = `本单位规则-第${inForce.content.version}版.xspack`;
    return ok({ name, mime: 'application/json', base64: toBase64(encodeUtf8(text)) });
  },
};

/** A pack that may come into force, and where it comes from. */
export interface Candidate {
  readonly content: PackContent;
  readonly origin: 'own' | 'file' | 'workstation';
  /** The install on another workstation that it is taken from. */
  readonly from?: { readonly ws: string; readonly event: string };
  /** Key and name of the person who signed the file. */
  readonly signed?: { readonly key: string; readonly name: string };
}

function ownCandidate(parts: DeskParts, change: OwnChange): Result<Candidate> {
  const { ports } = parts;
  const issuer = parts.roster().now?.office ?? '';
  const before = parts.packs.inForce(OWN_PACK)?.content;
  const next = ports.rulePacks.next(before, change, issuer, dateOf(ports.clock.now().at));
  return next.ok ? ok({ content: next.data, origin: 'own' }) : next;
}

function fromFile(parts: DeskParts, file: Parsed<'rules.install'>['file']): Result<Candidate> {
  const bytes = fromBase64(file.base64);
  if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有安装。请重新选择文件。');
  const opened = openPackFile(parts.crypto, parts.roster(), bytes);
  if (!opened.ok) return opened;
  const content = parts.ports.rulePacks.parse(opened.data.content);
  if (!content.ok) return content;
  const { key, name } = opened.data.signer;
  return ok({ content: content.data, origin: 'file', signed: { key, name } });
}

const packVersionInForce = (parts: DeskParts, name: string): string => parts.packs.inForce(name)?.content.version ?? '';

/** Chinese sentences: what keeps a pack from coming into force, whoever asks. */
export async function faultsOf(parts: DeskParts, { content, origin }: Candidate): Promise<Result<readonly string[]>> {
  const { name, version } = content;
  const { rulePacks } = parts.ports;
  if (rulePacks.programPacks.includes(name)) return ok([`“${name}”是随程序提供的规则包的名称，不能另装同名的包`]);
  const before = packVersionInForce(parts, name);
  if (before !== '' && compareVersions(version, before) <= 0)
    return ok([`规则包 ${name} 现行第${before}版，文件是第${version}版：版本只升不降`]);
  const others = [...parts.packs.installs().keys()].filter((other) => other !== name);
  const taken = others.flatMap((other) => {
    const pack = parts.packs.inForce(other);
    return pack ? rulePacks.describe(pack.content).rules.map((rule) => rule.id) : [];
  });
  const doubled = rulePacks.describe(content).rules.find((rule) => taken.includes(rule.id));
  if (doubled) return ok([`规则 ${doubled.id} 与已安装的另一个规则包重复`]);
  // A change of the own pack is checked rule by rule in the form; a file is checked as a whole.
  return origin === 'own' ? ok([]) : rulePacks.inspect(content);
}

function preview(parts: DeskParts, { content, signed }: Candidate, whyNot: readonly string[]): PackPreview {
  const before = parts.packs.inForce(content.name)?.content;
  return {
    name: content.name,
    title: parts.ports.rulePacks.describe(content).title,
    version: content.version,
    before: before?.version ?? '',
    difference: parts.ports.rulePacks.compare(before, content),
    signedBy: signed?.name ?? '',
    whyNot,
  };
}

/** Why a pack may not come into force after all, in the order in which people can do something about it. */
async function refusal(parts: DeskParts, candidate: Candidate, after: string): Promise<Result<null>> {
  const present = packVersionInForce(parts, candidate.content.name);
  const whyNot = await faultsOf(parts, candidate);
  if (!whyNot.ok) return whyNot;
  if (whyNot.data.length > 0) return fail('pack-refused', `没有改动：${whyNot.data[0]}。`);
  if (present !== after) return fail('pack-moved', `规则在您查看之后已换成第${present}版，没有改动。请重新查看差异后再办。`);
  const { added, removed, changed } = preview(parts, candidate, []).difference;
  if (added.length + removed.length + changed.length === 0)
    return fail('pack-same', '与现行规则相同，没有改动：换版会使在办事项的签名失效待复核。');
  return ok(null);
}

/** One signed event with the files beside it; in force at once for scans that begin from now on. */
export async function install(
  parts: DeskParts,
  session: OpenSession,
  candidate: Candidate,
  input: { readonly after: string; readonly pin: string },
): Promise<Result<OwnRulesView>> {
  const allowed = await refusal(parts, candidate, input.after);
  if (!allowed.ok) return allowed;
  const signer = await signerForAct(parts, session, input.pin);
  if (!signer.ok) return signer;
  // The PIN took its time: somebody else may have been quicker.
  if (packVersionInForce(parts, candidate.content.name) !== input.after)
    return fail('pack-moved', '规则在您输入口令时已换版，没有改动。请重新查看差异后再办。');
  const { content, origin, signed, from } = candidate;
  const text = parts.ports.rulePacks.write(content);
  const blob = textBlob(parts.ports, '-', text);
  const data = {
    pack: content.name,
    version: content.version,
    rules: parts.ports.rulePacks.describe(content).rules.length,
    content: blob.commitment,
    sha256: toHex(parts.ports.crypto.sha256(encodeUtf8(text))),
    origin,
    ...(signed && { signed: signed.key }),
    ...(from && { from }),
  };
  const event: NewEvent = { type: 'pack.install', case: '-', data };
  const actor = { p: session.person.id, role: session.person.role, signer: signer.data };
  const written = parts.journal.append(actor, [event], [], [blob]);
  if (!written.ok) return written;
  const loaded = parts.packs.reload();
  if (!loaded.ok) {
    parts.block(loaded.error.message);
    return loaded;
  }
  return ok(ownView(parts, session));
}

function ownView(parts: DeskParts, session: OpenSession): OwnRulesView {
  const { rulePacks } = parts.ports;
  const own = parts.packs.inForce(OWN_PACK);
  const packs = [...parts.packs.installs()].flatMap(([name, all]) => {
    const install = all.at(-1)?.body;
    const inForce = parts.packs.inForce(name);
    if (!install || !inForce) return [];
    const { version, rules, origin, sha256 } = install.data;
    const { title } = rulePacks.describe(inForce.content);
    const by = nameOf(parts.roster(), install.actor.p);
    return [{ name, title, version, rules, origin, at: install.at, by, code: fileCode(sha256) }];
  });
  return {
    mayEdit: RULE_KEEPERS.includes(session.person.role),
    version: own?.content.version ?? '',
    rules: own ? rulePacks.describe(own.content).rules : [],
    packs,
    bases: rulePacks.bases(),
  };
}
