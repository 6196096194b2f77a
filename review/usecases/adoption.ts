/** 启用别的工作站的清单和规则: what packages brought of them, against what stands here, and taking it over under one's own PIN. */
import type { ChainEvent } from '../chain/event.ts';
import { checkEvent } from '../chain/journal.ts';
import { isListImport, type ListImport } from '../chain/list-versions.ts';
import { compareVersions, isPackInstall, type PackInstall } from '../chain/pack-versions.ts';
import { decodeUtf8 } from '../chain/utf8.ts';
import type { AdoptionRow, Parsed } from '../contract.ts';
import { fail, LIST_KINDS, type OfficeList, ok, type PackContent, type Result } from '../model/index.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { recordImport } from './lists.ts';
import { faultsOf, install } from './own-rules.ts';
import { nameOf, workstationName } from './people-of.ts';
import { quarantineNow } from './quarantine-now.ts';

export const adoption: Feature<'adoption.view' | 'adoption.take'> = {
  'adoption.view': async (parts) => ok(await rowsOf(parts)),
  'adoption.take': take,
};

/** More than any journal holds of these kinds. */
const ALL = 100_000;

type Own = ListImport | PackInstall;
interface Offer {
  /** The newest of one list or pack on one other workstation. */
  readonly event: Own;
  /** Everything that workstation had in force of it, in the order of its journal. */
  readonly history: readonly Own[];
}

/** What is the same on every workstation that has it in force. */
const contentOf = (event: Own): string => (event.body.type === 'list.import' ? event.body.data.content : event.body.data.sha256);
const nameOfOwn = (event: Own): string =>
  event.body.type === 'list.import' ? `list ${event.body.data.list}` : `pack ${event.body.data.pack}`;
const isOwn = (event: ChainEvent): event is ChainEvent & Own => isListImport(event) || isPackInstall(event);

/** Checked events of all workstations, oldest first in each journal; what is wrong or waits for two people offers nothing. */
function installs(parts: DeskParts): readonly Own[] {
  const { store } = parts.ports;
  const quarantine = quarantineNow(store, parts.crypto, parts.roster());
  return store
    .newestFirst({ limit: ALL, types: ['list.import', 'pack.install'] })
    .flatMap(({ event }) => {
      const checked = checkEvent(parts.crypto, parts.roster(), event);
      const flagged = checked.event && checked.problem === undefined ? quarantine.flagged(checked.event) : undefined;
      return flagged && flagged.problem === undefined && isOwn(flagged) ? [flagged] : [];
    })
    .sort((a, b) => a.body.inc - b.body.inc || a.body.seq - b.body.seq);
}

function offersOf(parts: DeskParts): readonly (Offer & { readonly mine: readonly Own[] })[] {
  const here = parts.ports.store.head().ws;
  const byPlace = Map.groupBy(installs(parts), (event) => `${event.body.ws} ${nameOfOwn(event)}`);
  return [...byPlace.values()].flatMap((history) => {
    const event = history.at(-1);
    if (!event || event.body.ws === here) return [];
    const mine = byPlace.get(`${here} ${nameOfOwn(event)}`) ?? [];
    // What stood here at some time was either put in force here first or taken over already.
    return mine.some((own) => contentOf(own) === contentOf(event)) ? [] : [{ event, history, mine }];
  });
}

async function rowsOf(parts: DeskParts): Promise<readonly AdoptionRow[]> {
  const rows: AdoptionRow[] = [];
  for (const offer of offersOf(parts)) rows.push((await judged(parts, offer)).row);
  return rows.sort((a, b) => (a.title < b.title ? -1 : 1));
}

interface Judged {
  readonly row: AdoptionRow;
  readonly list?: OfficeList;
  readonly pack?: PackContent;
}

async function judged(parts: DeskParts, { event, history, mine }: Offer & { readonly mine: readonly Own[] }): Promise<Judged> {
  const present = mine.at(-1);
  const known = present === undefined || history.some((one) => contentOf(one) === contentOf(present));
  const head = {
    event: event.id,
    workstation: workstationName(parts.roster(), event.body.ws),
    by: nameOf(parts.roster(), event.body.actor.p),
    at: event.body.at,
    version: String(event.body.data.version),
    here: present === undefined ? '' : String(present.body.data.version),
    state: known ? 'newer' : 'conflict',
  } as const;
  return event.body.type === 'list.import' ? judgedList(parts, event.body.data, head) : judgedPack(parts, event.body.data, head);
}

type Head = Pick<AdoptionRow, 'event' | 'workstation' | 'by' | 'at' | 'version' | 'here' | 'state'>;
const NOT_HERE = '内容没有随包送来，请对方导出数据包时勾选“带上清单和规则”';
const SAME = '内容与本机现行的相同，不用启用';

const textOf = ({ ports }: DeskParts, commitment: string): string | undefined => {
  const blob = ports.store.blob('-', commitment);
  return blob.ok ? decodeUtf8(blob.data.bytes) : undefined;
};

function judgedList(parts: DeskParts, data: ListImport['body']['data'], head: Head): Judged {
  const { lists } = parts.ports;
  // Both then bear one number for one content; versions only rise.
  const becomes = String(Math.max(data.version, Number(head.here) + 1));
  const row = { ...head, what: 'list', title: LIST_KINDS[data.list], becomes } as const;
  const parsed = lists.parse(textOf(parts, data.content) ?? '');
  if (!parsed.ok || parsed.data.kind !== data.list) return { row: { ...row, whyNot: NOT_HERE } };
  const { added, removed, changed } = lists.compare(parts.lists.inForce(data.list)?.list, parsed.data);
  const whyNot = added + removed + changed === 0 ? SAME : '';
  return { row: { ...row, difference: { added, removed, changed }, whyNot }, list: parsed.data };
}

async function judgedPack(parts: DeskParts, data: PackInstall['body']['data'], head: Head): Promise<Judged> {
  const { rulePacks } = parts.ports;
  const row = { ...head, what: 'pack', title: data.pack, becomes: data.version } as const;
  const parsed = rulePacks.parse(textOf(parts, data.content) ?? '');
  const fits = parsed.ok && parsed.data.name === data.pack && parsed.data.version === data.version;
  if (!fits) return { row: { ...row, whyNot: NOT_HERE } };
  const pack = parsed.data;
  const { title } = rulePacks.describe(pack);
  const { added, removed, changed } = rulePacks.compare(parts.packs.inForce(pack.name)?.content, pack);
  const difference = { added: added.length, removed: removed.length, changed: changed.length };
  const older = head.here !== '' && compareVersions(data.version, head.here) <= 0;
  const faults = await faultsOf(parts, { content: pack, origin: 'workstation' });
  const fault = faults.ok ? (faults.data[0] ?? '') : faults.error.message;
  const whyNot = older ? `版本只升不降：请在 ${head.workstation} 上再存一次，使其高于本机的第${head.here}版，再送来` : fault;
  return { row: { ...row, title, difference, whyNot }, pack };
}

/** Codes: adoption-gone, adoption-refused, adoption-moved, those of PINs and of `append`. */
async function take(
  parts: DeskParts,
  input: Parsed<'adoption.take'>,
  session: OpenSession,
): Promise<Result<readonly AdoptionRow[]>> {
  const offer = offersOf(parts).find(({ event }) => event.id === input.event);
  if (!offer) return fail('adoption-gone', '这一版已经启用过，或对方又换了版，没有改动。请刷新后再看。');
  const { row, list, pack } = await judged(parts, offer);
  if (row.whyNot !== '') return fail('adoption-refused', `没有启用：${row.whyNot}。`);
  if (row.here !== input.after) return MOVED;
  const from = { ws: offer.event.body.ws, event: offer.event.id };
  if (pack) {
    const done = await install(parts, session, { content: pack, origin: 'workstation', from }, input);
    return done.ok ? ok(await rowsOf(parts)) : done;
  }
  if (!list || offer.event.body.type !== 'list.import') return fail('adoption-refused', `没有启用：${NOT_HERE}。`);
  const signer = await signerForAct(parts, session, input.pin);
  if (!signer.ok) return signer;
  // The PIN took its time: somebody else may have been quicker.
  if (String(parts.lists.inForce(list.kind)?.version ?? '') !== input.after) return MOVED;
  const { content } = offer.event.body.data;
  const data = { list: list.kind, version: Number(row.becomes), rows: list.rows.length, content, from };
  const done = recordImport(parts, session, signer.data, data, []);
  return done.ok ? ok(await rowsOf(parts)) : done;
}

const MOVED = fail('adoption-moved', '本机在您查看之后已经换版，没有启用。请重新核对差别后再办。');
