import type { Draft } from '../review/model/index.ts';
import { LIMITS } from './limits.ts';
import { openCompound } from './ole/compound.ts';
import { pictureFiles } from './ole/stream-pictures.ts';
import { unpack } from './package/unpack.ts';
import { pagePictures } from './pdf/page-pictures.ts';
import { isPicture } from './picture/picture-format.ts';

/** A picture in a draft, as a file that a program for reading text in pictures understands. */
export interface ReadablePicture {
  /** Names the place: a page, or a part of the package. */
  readonly part: string;
  readonly bytes: Uint8Array;
}

/** So many pictures, and so many bytes of them, of one draft at most; the others stay for a person alone. */
export const MOST_PICTURES = 60;
export const MOST_PICTURE_BYTES = 120_000_000;

/**
 * The pictures behind `draft.unread`: the file itself, pictures in Office, OpenDocument and OFD packages, JPEG and PNG pictures in
 * binary documents and presentations, pictures that pages of a PDF draw. `bytes` is
 * the file that the draft was read from. Files inside other files are left to a person.
 */
export async function readablePictures(draft: Draft, bytes: Uint8Array): Promise<readonly ReadablePicture[]> {
  const asked = draft.unread.filter(({ code }) => code === 'picture' || code === 'scan');
  if (asked.length === 0) return [];
  return bounded(await picturesOf(draft.source.format, asked, bytes));
}

async function picturesOf(format: string, asked: Draft['unread'], bytes: Uint8Array): Promise<readonly ReadablePicture[]> {
  if (format === 'picture') return [{ part: asked[0]?.part ?? '', bytes }];
  if (format === 'doc' || format === 'ppt') return streamPictures(bytes);
  if (format === 'pdf') return pagePictures(bytes, pagesOf(asked));
  if (!['docx', 'xlsx', 'pptx', 'ofd', 'odf'].includes(format)) return [];
  const budget = { unpacked: LIMITS.unpacked, entries: LIMITS.entries, nesting: 0 };
  const archive = await unpack(bytes, budget);
  const parts = new Set(asked.map(({ part }) => part));
  const entries = archive.ok ? archive.data.entries : [];
  return entries
    .filter((entry) => parts.has(entry.name) && isPicture(entry.bytes))
    .map(({ name, bytes: content }) => ({ part: name, bytes: content }));
}

/** Pictures of a binary document have no names of their own; they are counted as they lie in the file. */
async function streamPictures(bytes: Uint8Array): Promise<readonly ReadablePicture[]> {
  const file = await openCompound(bytes);
  const files = file?.streams.flatMap((stream) => pictureFiles(stream.path, stream.bytes)) ?? [];
  return files.map((content, index) => ({ part: `图片${index + 1}`, bytes: content }));
}

/** Page numbers of 第3页 and 第3至7页. */
function pagesOf(asked: Draft['unread']): ReadonlySet<number> {
  const pages = new Set<number>();
  for (const { part } of asked) {
    const [, from, to = from] = /^第(\d+)(?:至(\d+))?页$/.exec(part) ?? [];
    for (let page = Number(from); page <= Number(to) && pages.size < LIMITS.entries; page += 1) pages.add(page);
  }
  return pages;
}

function bounded(pictures: readonly ReadablePicture[]): readonly ReadablePicture[] {
  let left = MOST_PICTURE_BYTES;
  return pictures.slice(0, MOST_PICTURES).filter(({ bytes }) => {
    left -= bytes.length;
    return left >= 0;
  });
}
