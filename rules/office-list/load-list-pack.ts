import { parse } from 'yaml';
import type { Problem } from '../engine/problems.ts';
import type { Pack } from '../model.ts';
import { Shape, ShapeError } from '../shape.ts';
import { readListContent } from './list-content.ts';
import { listPack } from './list-pack.ts';

/** Name of the file that makes a folder the pack of a list. */
export const LIST_FILE = 'list.json';

/**
 * The pack of a folder made by `xianshen rules import`: pack.yaml names version and day, list.json holds the rows. Faults are Chinese
 * messages without any text of a row.
 */
export function loadListPack(
  folder: string,
  head: string,
  content: string,
  digest: string,
): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  let file = 'pack.yaml';
  try {
    const shape = new Shape(parse(head), '');
    const version = Number(shape.string('version'));
    if (!Number.isSafeInteger(version) || version < 1) throw new ShapeError('version：应当是从 1 起的整数');
    const since = shape.string('inForceFrom');
    file = LIST_FILE;
    const list = readListContent(content);
    return { pack: listPack({ list, version, digest, since }), problems: [] };
  } catch (error) {
    if (error instanceof ShapeError) return { problems: [{ file: `${folder}/${file}`, message: error.message }] };
    return { problems: [{ file: `${folder}/${file}`, message: '不是有效的清单文件' }] };
  }
}

/** Text of pack.yaml for a list: what `loadListPack` reads, and what a person sees who opens the folder. */
export function listPackHead(pack: Pack): string {
  const lines = [
    `name: ${pack.name}`,
    `title: ${pack.title}`,
    `version: "${pack.version}"`,
    `issuer: ${pack.issuer}`,
    `inForceFrom: "${pack.inForceFrom}"`,
  ];
  return `${lines.join('\n')}\n`;
}
