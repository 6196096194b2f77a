import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { systemClock } from '../../host/clock.ts';
import { sha256Hex } from '../../host/crypto.ts';
import { readListWorkbook } from '../../host/list-workbook.ts';
import { createQuickReader } from '../../host/quick-reader.ts';
import { LIST_KINDS, type ListInForce, type ListKind, type ListReading } from '../../review/model/index.ts';
import { compareLists, LIST_FILE, listPack, listPackHead, loadPack, readList, writeListContent } from '../../rules/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

interface ImportFlags {
  readonly kind: ListKind;
  readonly out: string;
  readonly onlyCorrect?: boolean;
}

const KINDS = Object.keys(LIST_KINDS) as ListKind[];
const LARGEST = 16 * 1024 * 1024;
const textHash = (text: string): string => sha256Hex(new TextEncoder().encode(text));
const unwatched = { progress: () => undefined, signal: new AbortController().signal };

/** The pack that stands in the folder already; 'free' when nothing does, 'foreign' when it is something else. */
function standing(folder: string, kind: ListKind): ListInForce | 'free' | 'foreign' {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return 'free';
  if (!stats.isDirectory()) return 'foreign';
  const names = readdirSync(folder);
  if (names.length === 0) return 'free';
  if (names.some((name) => name !== LIST_FILE && name !== 'pack.yaml') || names.length !== 2) return 'foreign';
  const files = names.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const inForce = loadPack(basename(folder), files, { builtIn: false, sha256: textHash }).pack?.inForce;
  return inForce?.list.kind === kind ? inForce : 'foreign';
}

async function readFile(path: string, kind: ListKind, terminal: Terminal): Promise<ListReading | undefined> {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > LARGEST) {
      terminal.error(`${path}：文件超过 16 MB，不像是清单，没有导入。\n`);
      return undefined;
    }
    bytes = readFileSync(path);
  } catch {
    terminal.error(`${path}：文件无法打开，请检查路径和权限，或关闭正在使用它的程序。\n`);
    return undefined;
  }
  const grid = await readListWorkbook(createQuickReader(), basename(path), bytes, unwatched);
  if (grid.ok) return readList(kind, grid.data);
  terminal.error(`${path}：${grid.error.message}\n`);
  return undefined;
}

/** Writes the pack folder. Version: one more than what stands there; the same rows again leave everything as it is. */
function write(flags: ImportFlags, { list }: ListReading, before: ListInForce | 'free', terminal: Terminal): ExitCode {
  const old = before === 'free' ? undefined : before;
  const { added, removed, changed, same } = compareLists(old?.list, list);
  const name = LIST_KINDS[flags.kind];
  if (old && added + removed + changed === 0) {
    terminal.error(`与 ${flags.out} 中的第${old.version}版相同，没有改动。\n`);
    return EXIT.clean;
  }
  const since = systemClock().now().at.slice(0, 10);
  const pack = listPack({ list, version: (old?.version ?? 0) + 1, digest: '', since });
  try {
    mkdirSync(flags.out, { recursive: true });
    writeFileSync(join(flags.out, LIST_FILE), `${writeListContent(list)}\n`);
    writeFileSync(join(flags.out, 'pack.yaml'), listPackHead(pack));
  } catch {
    terminal.error(`${flags.out}：无法写入，请检查权限和磁盘空间。\n`);
    return EXIT.unreadable;
  }
  terminal.error(
    `${name}第${pack.version}版，${list.rows.length} 行（新增 ${added}，改动 ${changed}，减少 ${removed}，不变 ${same}），已写入 ${flags.out}。\n检查时加上 --pack ${flags.out}\n`,
  );
  return EXIT.clean;
}

/** Exit 0: written; 2: file unreadable or rows wrong, nothing written; 64: --out is not a folder for this list. */
async function importList(path: string, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const before = standing(flags.out, flags.kind);
  if (before === 'foreign') {
    terminal.error(`${flags.out} 已有别的内容，没有写入。请另指定一个空文件夹，或原来存放${LIST_KINDS[flags.kind]}的文件夹。\n`);
    return EXIT.usage;
  }
  const read = await readFile(path, flags.kind, terminal);
  if (!read) return EXIT.unreadable;
  for (const { message } of read.errors) terminal.error(`${message}\n`);
  const { rows } = read.list;
  if (read.errors.length > 0 && (!flags.onlyCorrect || rows.length === 0)) {
    terminal.error(
      `共 ${read.rows} 行，${rows.length} 行正确，${read.errors.length} 处错误；没有写入。改正后重试，或加 --only-correct 只导入正确的行。\n`,
    );
    return EXIT.unreadable;
  }
  return write(flags, read, before, terminal);
}

/** xianshen rules import: nothing is stored but the folder that was asked for. */
export function rulesImportCommand(rules: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  rules
    .command('import')
    .description('把本单位清单（Excel）转成可供 scan --pack 使用的规则包文件夹')
    .argument('<文件>', '工作簿（.xlsx）')
    .addOption(
      new Option('--kind <种类>', 'works 工程名录、negative 负面清单、contacts 公开联系方式')
        .choices(KINDS)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <文件夹>', '写到哪个文件夹；原来就有这份清单的，版本加一')
    .option('--only-correct', '有错误的行不要，其余照样导入')
    .action(async (path: string, flags: ImportFlags) => finish(await importList(path, flags, terminal)));
}
