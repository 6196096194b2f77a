import { ATTRIBUTES, type Attribute, CHANNELS, type Channel } from '../../review/model/index.ts';
import { keeperOf, readDraft } from './formDraft.ts';
import { fileKey } from './keptBatch.ts';
import type { MatterFields } from './matter.ts';

/** What was filled in for a file that is not handed in yet, by a digest of the file: it comes back when the file is given again. */
type Kept = Readonly<Record<string, unknown>>;

const PLACE = 'submit-cards';
/** The contract takes 60,000 letters; the oldest cards go first. */
const MOST_CARDS = 60;

const keeper = keeperOf(PLACE);
let kept: Kept | undefined;

async function all(): Promise<Kept> {
  kept ??= (await readDraft(PLACE)) ?? {};
  return kept;
}

/** Fields of cards that were filled in before, in the order of the files; undefined where there are none. */
export async function keptCards(files: readonly File[]): Promise<readonly unknown[]> {
  const cards = await all();
  if (Object.keys(cards).length === 0) return files.map(() => undefined);
  return Promise.all(files.map(async (file) => cards[await fileKey(file)]));
}

/** The fields of a card as somebody filled them in before the window was closed; what does not look like one is passed over. */
export function withCard(fields: MatterFields, card: unknown): MatterFields {
  if (typeof card !== 'object' || card === null) return fields;
  const { title, documentNumber, createdOn, attribute, channels } = card as Partial<Record<keyof MatterFields, unknown>>;
  const text = (value: unknown, first: string): string => (typeof value === 'string' ? value : first);
  const known = Array.isArray(channels) ? channels.filter((channel): channel is Channel => Object.hasOwn(CHANNELS, channel)) : [];
  return {
    title: text(title, fields.title),
    documentNumber: text(documentNumber, fields.documentNumber),
    createdOn: text(createdOn, fields.createdOn),
    attribute:
      typeof attribute === 'string' && Object.hasOwn(ATTRIBUTES, attribute) ? (attribute as Attribute) : fields.attribute,
    channels: known.length > 0 ? known : fields.channels,
  };
}

export async function keepCard(file: File, fields: object): Promise<void> {
  const key = await fileKey(file);
  const { [key]: _, ...others } = await all();
  kept = Object.fromEntries([...Object.entries(others), [key, fields]].slice(-MOST_CARDS));
  keeper.keep(JSON.stringify(kept));
}

/** The file was handed in, refused or taken off the list: what was typed for it is nobody's any more. */
export async function dropCard(file: File): Promise<void> {
  const key = await fileKey(file);
  const { [key]: card, ...others } = await all();
  if (card === undefined) return;
  kept = others;
  keeper.keep(JSON.stringify(kept));
  await keeper.flush();
}

/** Somebody else signs in: their own cards are read when they are needed. */
export const forgetCards = (): void => {
  kept = undefined;
};
