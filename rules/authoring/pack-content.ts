import type { PackContent } from '../../review/model/index.ts';
import { Shape, ShapeError } from '../shape.ts';

const MOST_FILES = 5000;
/** UTF-16 units. */
const LONGEST_FILE = 200_000;
const LONGEST_CONTENT = 8_000_000;
const NAME = /^[a-z][a-z0-9-]{1,39}$/;
const VERSION = /^\d{1,6}(?:\.\d{1,6}){0,2}$/;
/** Names inside a pack only: no way up, no hidden file. */
const PATH = /^(?:[A-Za-z0-9][A-Za-z0-9-]*\/){0,3}[A-Za-z0-9][A-Za-z0-9-]*\.yaml$/;

/** The one text of a pack: JSON with fixed keys, files in order of path and without blanks at their ends, so that equal packs have equal digests. */
export function writePackContent({ name, version, files }: PackContent): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, text }) => ({ path, text: text.trim() }));
  return JSON.stringify({ v: 1, name, version, files: sorted });
}

/** Reads what `writePackContent` wrote; throws `ShapeError` when it is anything else: the text comes from a file or a store. */
export function readPackContent(text: string): PackContent {
  if (text.length > LONGEST_CONTENT) throw new ShapeError('规则包超过 8 MB');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ShapeError('不是有效的规则包内容');
  }
  const shape = new Shape(value, '');
  shape.only(['v', 'name', 'version', 'files']);
  if (shape.text('v') !== '1') throw new ShapeError('v：规则包格式的版本不认识，请升级先审');
  const [name, version] = [shape.string('name'), shape.string('version')];
  if (!NAME.test(name)) throw new ShapeError('name：只能用小写字母、数字和连字符');
  if (!VERSION.test(version)) throw new ShapeError('version：应当写成 1、1.2 或 1.2.3');
  const files = shape.shapes('files').map((file) => {
    file.only(['path', 'text']);
    return { path: file.string('path'), text: file.text('text') };
  });
  if (files.length > MOST_FILES) throw new ShapeError(`files：最多 ${MOST_FILES} 个文件`);
  if (files.some((file) => !PATH.test(file.path))) throw new ShapeError('files：文件名不符合规定');
  if (new Set(files.map(({ path }) => path)).size < files.length) throw new ShapeError('files：有重名的文件');
  if (files.some((file) => file.text.length > LONGEST_FILE)) throw new ShapeError('files：有文件超过 20 万字');
  const content = { name, version, files };
  if (writePackContent(content) !== text) throw new ShapeError('规则包内容不是规定的写法');
  return content;
}
