/** The office's own lists: what is in force, what a workbook would change, taking it, an empty workbook to fill in. */
import { fromBase64 } from '../chain/base64.ts';
import type { ListImport } from '../chain/list-versions.ts';
import type { ListPreview, ListsView, Parsed } from '../contract.ts';
import {
  FIRST_LIST_ROW,
  fail,
  LEVELS,
  type Level,
  LIST_COLUMNS,
  LIST_KINDS,
  type ListKind,
  type ListReading,
  type ListSheetRow,
  type OfficeList,
  ok,
  type Result,
} from '../model/index.ts';
import type { NewBlob } from '../ports.ts';
import { LIST_KEEPERS } from '../workflow/permissions.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { fileCode } from './exports/printed-mark.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { nameOf, roleName } from './people-of.ts';

const KINDS = Object.keys(LIST_KINDS) as ListKind[];
/** The window shows so many; the counts say how many there are. */
const SHOWN_ERRORS = 500;
const SHOWN_ROWS = 200;

export const lists: Feature<'lists.view' | 'lists.preview' | 'lists.import' | 'lists.template' | 'lists.withRow'> = {
  'lists.view': (parts, _input, session) => ok(listsView(parts, session)),
  'lists.preview': async (parts, input) => {
    const read = await readFile(parts, input);
    return read.ok ? ok(preview(parts, input.kind, read.data)) : read;
  },
  'lists.import': async (parts, input, session) => {
    const read = await readFile(parts, input);
    if (!read.ok) return read;
    const refused = refusal(parts, input, read.data);
    if (refused) return refused;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    // The PIN took its time: somebody else may have been quicker.
    const late = refusal(parts, input, read.data);
    if (late) return late;
    return take(parts, input.kind, read.data.list, session, signer.data);
  },
  'lists.template': (parts, { kind }) => parts.ports.exporters.listTemplate(kind),
  'lists.withRow': (parts, { kind, cells }) => parts.ports.exporters.listTemplate(kind, rowsWith(parts, kind, cells)),
};

/** Rows keep their numbers, which findings cite; the new one comes after the last. */
function rowsWith(parts: DeskParts, kind: ListKind, cells: Readonly<Record<string, string>>): readonly ListSheetRow[] {
  const columns = LIST_COLUMNS[kind];
  const known = (parts.lists.inForce(kind)?.list.rows ?? []).map((row) => ({
    row: row.row,
    cells: columns.map(({ key }) => (key === 'row' ? '' : cellText(row[key as keyof typeof row]))),
  }));
  const last = known.reduce((most, { row }) => Math.max(most, row), FIRST_LIST_ROW - 1);
  return [...known, { row: last + 1, cells: columns.map(({ key }) => cells[key] ?? '') }];
}

const UNWATCHED = { progress: () => undefined, signal: new AbortController().signal };

async function readFile(
  { ports }: DeskParts,
  { kind, file }: Pick<Parsed<'lists.preview'>, 'kind' | 'file'>,
): Promise<Result<ListReading>> {
  const bytes = fromBase64(file.base64);
  if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有导入。请重新选择文件。');
  return ports.lists.read(kind, file.name, bytes, UNWATCHED);
}

const versionInForce = (parts: DeskParts, kind: ListKind): number => parts.lists.inForce(kind)?.version ?? 0;

/** Why these rows may not be taken, before anybody is asked for a PIN. */
function refusal(parts: DeskParts, input: Parsed<'lists.import'>, { list, errors }: ListReading): Result<never> | undefined {
  const { kind } = input;
  const present = versionInForce(parts, kind);
  if (present !== input.after)
    return fail('list-moved', `${LIST_KINDS[kind]}在您预览之后已换成第${present}版，没有导入。请重新预览，核对差异后再导入。`);
  if (list.rows.length === 0) return fail('list-empty', '没有一行可以导入，清单没有改动。请按提示改正后再试。');
  if (errors.length > 0 && !input.onlyCorrect)
    return fail('list-errors', `有 ${errors.length} 处错误，没有导入，清单没有改动。请改正，或选择“只导入正确的行”。`);
  const { added, removed, changed } = parts.ports.lists.compare(parts.lists.inForce(kind)?.list, list);
  if (added + removed + changed === 0)
    return fail('list-same', `与现行的第${present}版相同，没有导入：换版会使在办事项的签名失效待复核。`);
  return undefined;
}

/** One signed event with the rows beside it; in force at once for scans that begin from now on. */
function take(
  parts: DeskParts,
  kind: ListKind,
  list: OfficeList,
  session: OpenSession,
  signer: OpenSession['signer'],
): Result<ListsView> {
  const content = textBlob(parts.ports, '-', parts.ports.lists.write(list));
  const version = (parts.lists.versions(kind).at(-1)?.body.data.version ?? 0) + 1;
  const data = { list: kind, version, rows: list.rows.length, content: content.commitment };
  const done = recordImport(parts, session, signer, data, [content]);
  return done.ok ? ok(listsView(parts, session)) : done;
}

/** The signed event of a version, in force at once. Codes: those of `JournalWriter.append` and of `ListShelf.reload`. */
export function recordImport(
  parts: DeskParts,
  { person }: OpenSession,
  signer: OpenSession['signer'],
  data: ListImport['body']['data'],
  blobs: readonly NewBlob[],
): Result<null> {
  const event: NewEvent = { type: 'list.import', case: '-', data };
  const written = parts.journal.append({ p: person.id, role: person.role, signer }, [event], [], blobs);
  if (!written.ok) return written;
  const loaded = parts.lists.reload();
  if (!loaded.ok) parts.block(loaded.error.message);
  return loaded;
}

function listsView(parts: DeskParts, session: OpenSession): ListsView {
  const row = ({ body }: ListImport) => ({
    version: body.data.version,
    rows: body.data.rows,
    at: body.at,
    by: nameOf(parts.roster(), body.actor.p),
    role: roleName(body.actor.role),
    code: fileCode(body.data.content),
  });
  return {
    mayImport: LIST_KEEPERS.includes(session.person.role),
    lists: KINDS.map((kind) => ({ kind, name: LIST_KINDS[kind], versions: parts.lists.versions(kind).map(row).reverse() })),
  };
}

function preview(parts: DeskParts, kind: ListKind, { list, errors, rows }: ListReading): ListPreview {
  return {
    kind,
    rows,
    good: list.rows.length,
    errors: errors.slice(0, SHOWN_ERRORS),
    errorCount: errors.length,
    after: versionInForce(parts, kind),
    difference: parts.ports.lists.compare(parts.lists.inForce(kind)?.list, list),
    head: shownColumns(kind).map((column) => column.names[0]),
    sample: list.rows.slice(0, SHOWN_ROWS).map((row) => ({
      row: row.row,
      cells: shownColumns(kind).map(({ key }) => cellText(row[key as keyof typeof row])),
    })),
  };
}

/** Without 序号, which the workbook's own row number replaces. */
const shownColumns = (kind: ListKind) => LIST_COLUMNS[kind].filter((column) => column.key !== 'number');

function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.join('；');
  if (typeof value !== 'string') return '';
  return value in LEVELS ? LEVELS[value as Level] : value;
}
