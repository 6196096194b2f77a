/**
 * A verifier written from the format's description alone (docs/log-format.md), with node:crypto and nothing of the product: slow,
 * plain, and only as clever as it must be to say whether a log is whole and which releases stand on four different people.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';

interface Line {
  readonly payloadType: string;
  readonly body: Buffer;
  readonly key: string;
  readonly sig: Buffer;
}
interface Body {
  readonly type: string;
  readonly seq: number;
  readonly prev: string;
  readonly case: string;
  readonly actor: { readonly p: string };
  readonly data: Record<string, unknown>;
}

export interface Oracle {
  readonly whole: boolean;
  readonly releases: readonly { readonly seq: number; readonly four: boolean }[];
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const pae = ({ payloadType, body }: Line): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} `), body]);
/** Undefined for what is no JSON: the fixtures bend bytes anywhere. */
function bodyOf(line: Line): Body | undefined {
  try {
    return JSON.parse(line.body.toString('utf8')) as Body;
  } catch {
    return undefined;
  }
}
const idOf = (line: Line): string => digest(pae(line)).toString('hex');

function read(text: string): Line[] | undefined {
  if (!text.endsWith('\n')) return undefined;
  const lines: Line[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const match =
      /^\{"payloadType":"([a-z0-9./+-]+)","payload":"([A-Za-z0-9+/]+=*)","signatures":\[\{"keyid":"([0-9a-f]{32})","sig":"([A-Za-z0-9+/]+=*)"\}\]\}$/.exec(
        line,
      );
    if (!match) return undefined;
    const [, payloadType = '', payload = '', key = '', sig = ''] = match;
    lines.push({ payloadType, body: Buffer.from(payload, 'base64'), key, sig: Buffer.from(sig, 'base64') });
  }
  return lines;
}

function signedBy(line: Line, keys: ReadonlyMap<string, string>): boolean {
  const raw = keys.get(line.key);
  if (raw === undefined) return false;
  const x = Buffer.from(raw, 'hex').toString('base64url');
  return verify(null, pae(line), createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), line.sig);
}

/** Root of RFC 6962 over ids, by its recursive definition. */
function rootOf(ids: readonly string[]): Buffer {
  if (ids.length === 1) return digest(Buffer.concat([Buffer.from([0]), Buffer.from(ids[0] ?? '', 'hex')]));
  let half = 1;
  while (half * 2 < ids.length) half *= 2;
  return digest(Buffer.concat([Buffer.from([1]), rootOf(ids.slice(0, half)), rootOf(ids.slice(half))]));
}

/** One workstation, one row of numbers: what the fixtures are. */
export function oracle(text: string): Oracle {
  const broken: Oracle = { whole: false, releases: [] };
  const lines = read(text);
  if (!lines) return broken;
  const kind = (name: string) => lines.filter(({ payloadType }) => payloadType.includes(`.${name}.`));
  const [roster, events, seals] = [kind('roster'), kind('event'), kind('checkpoint')];
  const keys = new Map<string, string>();
  let prev = '0'.repeat(64);
  for (const [index, line] of roster.entries()) {
    const body = bodyOf(line);
    if (!body || (index === 0) !== (body.type === 'root')) return broken;
    const named = body.data as { key?: string; publicKey?: string };
    if (named.key && named.publicKey) keys.set(named.key, named.publicKey);
    if (!signedBy(line, keys) || body.seq !== index + 1 || body.prev !== prev) return broken;
    prev = idOf(line);
  }
  prev = '0'.repeat(64);
  const ids: string[] = [];
  const bodies: Body[] = [];
  for (const [index, line] of events.entries()) {
    if (!signedBy(line, keys)) return broken;
    const body = bodyOf(line);
    if (!body || body.seq !== index + 1 || body.prev !== prev) return broken;
    prev = idOf(line);
    ids.push(prev);
    bodies.push(body);
  }
  const seal = seals[0];
  const note = seal?.body.toString('utf8') ?? '';
  const sealed = seals.length === 1 && seal && signedBy(seal, keys) && lines.at(-1) === seal;
  if (!sealed || !note.includes(`\nhead ${prev}\nroot ${rootOf(ids).toString('hex')}\n`)) return broken;
  return { whole: true, releases: releasesOf(bodies, ids) };
}

/** A release stands when four signatures it names, of its own subject and of four people, were given in the order of the steps. */
function releasesOf(bodies: readonly Body[], ids: readonly string[]): Oracle['releases'] {
  return bodies.flatMap((body) => {
    if (body.type !== 'release') return [];
    const named = (body.data.signs as string[]).map((id) => bodies[ids.indexOf(id)]);
    const signs = named.filter((sign) => sign?.type === 'sign' && sign.case === body.case && sign.seq < body.seq);
    const inOrder = signs.toSorted((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0)).map((sign) => sign?.data.step);
    const people = new Set(signs.map((sign) => sign?.actor.p));
    const subjects = new Set([...signs.map((sign) => sign?.data.subject), body.data.subject]);
    const four = inOrder.join() === 'draft,head,secrecy,approve' && people.size === 4 && subjects.size === 1;
    return [{ seq: body.seq, four }];
  });
}
