import type { Compound } from '../ole/compound.ts';
import { descendants, type PptRecord, recordsOf, TYPES, viewOf } from './records.ts';

const ENCRYPTED = 0xf3d1c4df;
const MOST_EDITS = 1000;

/** The parts of a presentation that the last save holds, and those that it left behind in the file. */
export interface Presentation {
  readonly document: readonly PptRecord[];
  /** Slides in order of the show. */
  readonly slides: readonly PptRecord[];
  /** Notes with the number of their slide, from 1; 0 when no slide has them. */
  readonly notes: readonly { readonly record: PptRecord; readonly slide: number }[];
  readonly masters: readonly PptRecord[];
  /** Slides and other parts of earlier saves. */
  readonly old: readonly PptRecord[];
  readonly stream: Uint8Array;
}

/** Reads the order of a presentation (MS-PPT 2.1.2): the chain of saves, the directory of parts, the list of slides. */
export function openPresentation(file: Compound): Presentation | 'encrypted' | undefined {
  const stream = file.stream('PowerPoint Document');
  const user = file.stream('Current User');
  if (!stream) return undefined;
  if (file.stream('EncryptedSummary') || (user && user.length >= 16 && viewOf(user).getUint32(12, true) === ENCRYPTED))
    return 'encrypted';
  const tops = [...recordsOf(stream)].filter((record) => record.container);
  const live = livePlaces(stream, user);
  const places = new Set(live.values());
  const isLive = (record: PptRecord): boolean => places.size === 0 || places.has(record.offset);
  const ofType = (type: number) => tops.filter((record) => record.type === type && isLive(record));
  const document = ofType(TYPES.document);
  const ids = slideIds(document);
  const listed = ids.flatMap(({ place }) =>
    tops.filter((record) => record.offset === live.get(place) && record.type === TYPES.slide),
  );
  const slides = [...new Set([...listed, ...ofType(TYPES.slide)])];
  const notes = ofType(TYPES.notes).map((record) => ({ record, slide: ids.findIndex(({ id }) => id === slideOf(record)) + 1 }));
  const masters = [...ofType(TYPES.master), ...ofType(TYPES.handout)];
  const old = tops.filter((record) => !isLive(record));
  return { document, slides, notes, masters, old, stream };
}

/** Offsets of the parts by their number, from the newest save to the oldest; the newer one counts. */
function livePlaces(stream: Uint8Array, user: Uint8Array | undefined): Map<number, number> {
  const places = new Map<number, number>();
  const view = viewOf(stream);
  let edit = user && user.length >= 20 ? viewOf(user).getUint32(16, true) : 0;
  for (let count = 0; count < MOST_EDITS && edit > 0 && edit + 28 <= stream.length; count += 1) {
    if (view.getUint16(edit + 2, true) !== TYPES.userEdit) break;
    const directory = view.getUint32(edit + 20, true);
    for (const [number, place] of directoryOf(stream, directory)) if (!places.has(number)) places.set(number, place);
    const earlier = view.getUint32(edit + 16, true);
    if (earlier >= edit) break;
    edit = earlier;
  }
  return places;
}

/** Runs of numbers and their offsets (MS-PPT 2.3.4). */
function directoryOf(stream: Uint8Array, at: number): [number, number][] {
  const [record] = recordsOf(stream, Math.min(at, stream.length));
  if (record?.type !== TYPES.persist) return [];
  const view = viewOf(record.data);
  const found: [number, number][] = [];
  for (let place = 0; place + 4 <= record.data.length; ) {
    const run = view.getUint32(place, true);
    const count = run >>> 20;
    for (let index = 0; index < count && place + 8 + index * 4 <= record.data.length; index += 1) {
      found.push([(run & 0xfffff) + index, view.getUint32(place + 4 + index * 4, true)]);
    }
    place += 4 + count * 4;
  }
  return found;
}

/** Number of the part and id of each slide, in order; list 0 is that of the slides. */
function slideIds(document: readonly PptRecord[]): { readonly place: number; readonly id: number }[] {
  return document.flatMap((record) =>
    [...descendants(record)].flatMap(({ record: inner, above }) => {
      const list = above.at(-1);
      if (inner.type !== TYPES.slidePersist || inner.data.length < 16 || list?.type !== TYPES.slideList || list.instance !== 0)
        return [];
      const view = viewOf(inner.data);
      return [{ place: view.getUint32(0, true), id: view.getUint32(12, true) }];
    }),
  );
}

function slideOf(notes: PptRecord): number {
  for (const record of recordsOf(notes.data)) {
    if (record.type === TYPES.notesAtom && record.data.length >= 4) return viewOf(record.data).getUint32(0, true);
  }
  return -1;
}

/** True when the slide is left out of the show (MS-PPT 2.4.6, fHidden). */
export function isHiddenSlide(slide: PptRecord): boolean {
  for (const record of recordsOf(slide.data)) {
    if (record.type === TYPES.slideShow && record.data.length >= 12) return (viewOf(record.data).getUint16(10, true) & 4) !== 0;
  }
  return false;
}
