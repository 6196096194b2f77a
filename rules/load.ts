import { parse } from 'yaml';
import { CATEGORIES, type Category, LEVELS } from '../review/model/index.ts';
import type { Problem } from './engine/problems.ts';
import type { Combine, Context, ContextWords, Example, Match, Pack, Rule } from './model.ts';
import { LIST_FILE, loadListPack } from './office-list/load-list-pack.ts';
import { Shape, ShapeError } from './shape.ts';

/** A file of a pack as the host read it: path inside the pack's folder with `/`, and its text (UTF-8 without BOM). */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

const SCOPES = ['adjacent-left', 'adjacent-right', 'clause', 'sentence', 'piece', 'row', 'heading', 'title', 'draft'] as const;
const COMBINE_SCOPES = ['clause', 'sentence', 'piece', 'row', 'section', 'draft'] as const;
const CATEGORY_IDS = Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[];
const LEVEL_IDS = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
/** A rule nobody tried from both sides is a guess. */
const LEAST_EXAMPLES = 4;

function contextWords(shape: Shape): ContextWords {
  shape.only(['words', 'scope']);
  return { words: shape.strings('words', 1), scope: shape.oneOf('scope', SCOPES) };
}

function context(shape: Shape): Context {
  shape.only(['needs', 'unless']);
  const entries = (key: string) => shape.shapes(key).map(contextWords);
  return { ...(shape.has('needs') && { needs: entries('needs') }), ...(shape.has('unless') && { unless: entries('unless') }) };
}

function combine(shape: Shape): Combine {
  shape.only(['with', 'scope', 'otherwise']);
  return {
    with: shape.oneOf('with', ['work-object'] as const),
    scope: shape.oneOf('scope', COMBINE_SCOPES),
    otherwise: shape.oneOf('otherwise', ['drop', 'notice'] as const),
  };
}

function match(shape: Shape): Match {
  if (shape.has('keywords')) {
    shape.only(['keywords']);
    return { keywords: shape.strings('keywords', 1) };
  }
  if (shape.has('pattern')) {
    shape.only(['pattern', 'anchors']);
    return { pattern: shape.string('pattern'), anchors: shape.strings('anchors', 1) };
  }
  if (shape.has('recogniser')) {
    shape.only(['recogniser']);
    return { recogniser: shape.string('recogniser') };
  }
  if (shape.has('likeness')) {
    shape.only(['likeness']);
    const likeness = shape.shape('likeness');
    likeness.only(['least', 'tells']);
    const least = Number(likeness.string('least'));
    if (!(least > 0 && least < 1)) throw new ShapeError('likeness.least：应当是 0 与 1 之间的数');
    return { likeness: { least, ...(likeness.has('tells') && { tells: likeness.string('tells') }) } };
  }
  shape.only(['column']);
  const column = shape.shape('column');
  column.only(['header', 'cell', 'not', 'table']);
  return {
    column: {
      header: column.string('header'),
      cell: column.string('cell'),
      ...(column.has('not') && { not: column.string('not') }),
      ...(column.has('table') && { table: column.string('table') }),
    },
  };
}

/** `⟦…⟧` in the text of an example marks what must be found; `find` names it where marks would be in the way. */
function example(value: unknown, path: string, hit: boolean): Example {
  if (typeof value === 'string') return marked(value, path, hit, {});
  const shape = new Shape(value, path);
  shape.only(['text', 'find', 'note']);
  const extra = {
    ...(shape.has('find') && { find: shape.strings('find', 1) }),
    ...(shape.has('note') && { note: shape.string('note') }),
  };
  return marked(shape.string('text'), path, hit, extra);
}

function marked(source: string, path: string, hit: boolean, extra: { find?: readonly string[]; note?: string }): Example {
  const marks = [...source.matchAll(/⟦([^⟦⟧]*)⟧/g)].map((mark) => mark[1] ?? '');
  const text = source.replace(/[⟦⟧]/g, '').replace(/\n$/, '');
  const find = extra.find ?? (marks.length > 0 ? marks : undefined);
  if (hit && !find) throw new ShapeError(`${path}：正例要用 find 或 ⟦…⟧ 写明应当找到的文字`);
  if (!hit && find) throw new ShapeError(`${path}：反例不应写 find 或 ⟦…⟧`);
  const absent = find?.find((span) => !text.includes(span));
  if (absent !== undefined) throw new ShapeError(`${path}：应当找到的文字不在例句中`);
  return { text, ...(find && { find }), ...(extra.note !== undefined && { note: extra.note }) };
}

function examples(shape: Shape): Rule['examples'] {
  shape.only(['hit', 'miss']);
  const list = (key: 'hit' | 'miss') =>
    shape.list(key).map((value, index) => example(value, `examples.${key}[${index}]`, key === 'hit'));
  const hit = list('hit');
  const miss = list('miss');
  if (hit.length < LEAST_EXAMPLES) throw new ShapeError(`正例（examples.hit）只有 ${hit.length} 条，至少要 ${LEAST_EXAMPLES} 条`);
  if (miss.length < LEAST_EXAMPLES)
    throw new ShapeError(`反例（examples.miss）只有 ${miss.length} 条，至少要 ${LEAST_EXAMPLES} 条`);
  return { hit, miss };
}

const RULE_KEYS = [
  'id',
  'title',
  'category',
  'level',
  'since',
  'basis',
  'reason',
  'advice',
  'suggestion',
  'match',
  'boundary',
  'allow',
  'context',
  'combine',
  'refuses',
  'examples',
];

/** What stands in the place of a masked span when neither rule nor recogniser has a wording of its own; marks and inner remarks simply go. */
const WORDING: Readonly<Record<Category, string>> = {
  'project-location': '（略）',
  'protection-level': '（略）',
  'project-scale': '（略）',
  'command-comms': '（略）',
  'plan-target': '（略）',
  'classification-mark': '',
  'personal-id': '（略）',
  'personal-contact': '（略）',
  'personal-finance': '（略）',
  'personal-address': '（略）',
  'personal-name': '某某',
  'personal-other': '（略）',
  'internal-work': '',
};

/** Reads one rule; throws `ShapeError` with a Chinese reason. */
function rule(source: unknown, fileName: string): Rule {
  const shape = new Shape(source, '');
  shape.only(RULE_KEYS);
  const id = shape.string('id');
  if (id !== fileName) throw new ShapeError(`规则编号 ${id} 与文件名 ${fileName}.yaml 不一致`);
  const basis = shape.strings('basis', 1);
  if (basis.length > 3) throw new ShapeError('依据（basis）最多三条');
  const category = shape.oneOf('category', CATEGORY_IDS);
  return {
    id,
    title: shape.string('title'),
    category,
    level: shape.oneOf('level', LEVEL_IDS),
    since: shape.string('since'),
    basis,
    reason: shape.string('reason'),
    advice: shape.has('advice') ? shape.text('advice') : '',
    suggestion: shape.has('suggestion') ? shape.text('suggestion') : WORDING[category],
    match: match(shape.shape('match')),
    boundary: shape.has('boundary') ? shape.oneOf('boundary', ['word', 'none'] as const) : 'none',
    ...(shape.has('allow') && { allow: shape.strings('allow', 1) }),
    ...(shape.has('context') && { context: context(shape.shape('context')) }),
    ...(shape.has('combine') && { combine: combine(shape.shape('combine')) }),
    refuses: shape.has('refuses') && shape.flag('refuses'),
    examples: examples(shape.shape('examples')),
  };
}

/** Runs a reader over a YAML text; a fault of any kind becomes a problem that names the file. */
function reading<T>(file: string, text: string, problems: Problem[], read: (source: unknown) => T): T | undefined {
  let source: unknown;
  try {
    source = parse(text);
  } catch {
    problems.push({ file, message: '不是有效的 YAML 文件' });
    return undefined;
  }
  try {
    return read(source);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    problems.push({ file, message: error.message });
    return undefined;
  }
}

/**
 * Makes a pack of the files of its folder: `pack.yaml` and one file per rule (in folders or not), or `list.json` of the office's own list. `sha256` is lower-case hex over UTF-8.
 * A rule with a problem is left out and named in `problems`; without a readable pack.yaml there is no pack.
 */
export function loadPack(
  folder: string,
  files: readonly PackFile[],
  options: { readonly builtIn: boolean; readonly sha256: (text: string) => string },
): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const sorted = files.filter((file) => file.path.endsWith('.yaml')).sort((a, b) => (a.path < b.path ? -1 : 1));
  const head = sorted.find((file) => file.path === 'pack.yaml');
  if (!head) return { problems: [{ file: `${folder}/pack.yaml`, message: '规则包缺少 pack.yaml' }] };
  const list = files.find((file) => file.path === LIST_FILE);
  if (list) return loadListPack(folder, head.text, list.text, options.sha256(`${head.text}\n${list.text}`));
  const rules = sorted
    .filter((file) => file !== head)
    .flatMap((file) => {
      const name = file.path.slice(file.path.lastIndexOf('/') + 1, -'.yaml'.length);
      return reading(`${folder}/${file.path}`, file.text, problems, (source) => rule(source, name)) ?? [];
    });
  const digest = options.sha256(sorted.map((file) => `${file.path}\n${file.text.length}\n${file.text}`).join('\n'));
  const pack = reading(`${folder}/pack.yaml`, head.text, problems, (source): Pack => {
    const shape = new Shape(source, '');
    shape.only(['name', 'title', 'version', 'issuer', 'inForceFrom']);
    const text = (key: string) => shape.string(key);
    return {
      name: text('name'),
      title: text('title'),
      version: text('version'),
      issuer: text('issuer'),
      inForceFrom: text('inForceFrom'),
      rules,
      builtIn: options.builtIn,
      sha256: digest,
    };
  });
  return pack ? { pack, problems } : { problems };
}
