import type { ContactRow, NegativeRow, WorkRow } from '../../review/model/index.ts';
import type { Pack } from '../model.ts';
import { contactKey } from './cells.ts';
import { citeRow } from './list-content.ts';

/** A row of a list with the words that cite it. */
export interface Listed<R> {
  readonly row: R;
  /** 工程名录 第3版 第12行 */
  readonly cite: string;
}
/** The rows that each word of the automaton stands for. */
export type ListedWords<R> = ReadonlyMap<number, readonly Listed<R>[]>;

/** What lists add to a plan: words in the one automaton, and numbers that are published. */
export interface ListFacts {
  readonly names: ListedWords<WorkRow>;
  readonly addresses: ListedWords<WorkRow>;
  readonly keywords: ListedWords<NegativeRow>;
  readonly contacts: ReadonlyMap<string, readonly Listed<ContactRow>[]>;
}

const REGION = /^(?:[一-龥]{2,8}?(?:省|自治区))?(?:[一-龥]{2,6}?(?:市|自治州|盟))?(?:[一-龥]{1,8}?(?:区|县|旗|市))?/;
const DOOR = /^[一-龥]{2,}(?:路|街|道|巷|弄|里|村|镇|胡同)[^号]{0,12}?\d+号(?:院)?/;
/** Shorter than that, an address would stand in many texts. */
const SHORTEST_ADDRESS = 5;

/** An address as drafts write it: whole, without province, city and district, and down to the door number only. */
export function addressForms(address: string): readonly string[] {
  const inner = address.replace(REGION, '');
  const door = DOOR.exec(inner)?.[0];
  const shorter = [inner, door].filter((form) => form !== undefined && form.length >= SHORTEST_ADDRESS && /\d/.test(form));
  return [...new Set([address, ...shorter.filter((form) => form !== undefined)])];
}

/** Collects rows by word; the same word in several rows stands for all of them. */
class ByWord<R> {
  readonly rows = new Map<number, Listed<R>[]>();
  readonly #number: (phrase: string) => number | undefined;

  constructor(number: (phrase: string) => number | undefined) {
    this.#number = number;
  }

  add(phrases: readonly string[], listed: Listed<R>): void {
    for (const phrase of phrases) {
      const word = this.#number(phrase);
      if (word === undefined) continue;
      const known = this.rows.get(word);
      if (!known) this.rows.set(word, [listed]);
      else if (!known.includes(listed)) known.push(listed);
    }
  }
}

/** The facts of all lists among the packs; `number` gives a folded phrase its number in the automaton. */
export function listFacts(packs: readonly Pack[], number: (phrase: string) => number | undefined): ListFacts {
  const lists = packs.map((pack) => pack.inForce).filter((list) => list !== undefined);
  const names = new ByWord<WorkRow>(number);
  const addresses = new ByWord<WorkRow>(number);
  const keywords = new ByWord<NegativeRow>(number);
  const contacts = new Map<string, Listed<ContactRow>[]>();
  for (const { list, version } of lists) {
    const cited = <R extends { readonly row: number }>(row: R): Listed<R> => ({ row, cite: citeRow({ list, version }, row.row) });
    if (list.kind === 'works')
      for (const listed of list.rows.map(cited)) {
        names.add([listed.row.name, ...listed.row.aliases], listed);
        if (listed.row.address !== '') addresses.add(addressForms(listed.row.address), listed);
      }
    else if (list.kind === 'negative') for (const listed of list.rows.map(cited)) keywords.add(listed.row.keywords, listed);
    else
      for (const listed of list.rows.map(cited)) {
        const key = contactKey(listed.row.contact);
        if (key !== undefined) contacts.set(key, [...(contacts.get(key) ?? []), listed]);
      }
  }
  return { names: names.rows, addresses: addresses.rows, keywords: keywords.rows, contacts };
}

/** Whether a row holds on a civil date; without a date everything holds. */
export const isInForce = (row: NegativeRow, on: string | undefined): boolean => on === undefined || row.from <= on;
export const isExpired = (row: ContactRow, on: string | undefined): boolean =>
  on !== undefined && row.until !== '' && row.until < on;
