/** Files that go in as one matter: a main text with its attachments, and how they come apart again. Pure. */
import type { Matter } from './matter.ts';

type Matters = readonly Matter[];

const waits = ({ status, sample }: Matter): boolean => status.at === 'waiting' && !sample;

/** Matters of one drop that may still become one. */
export const joinable = (matters: Matters, keys: readonly string[]): Matters =>
  matters.filter((matter) => keys.includes(matter.key) && waits(matter));

/** The matters named by `keys` as one, in the place of the first: `main` keeps its form, the others become its attachments. */
export function joined(matters: Matters, keys: readonly string[], main: string): Matters {
  const group = joinable(matters, keys);
  const first = group.find(({ key }) => key === main) ?? group[0];
  if (!first || group.length < 2) return matters;
  const others = group.filter((matter) => matter !== first);
  const whole = { ...first, attachments: [...first.attachments, ...others.flatMap(filesOf)] };
  const place = matters.findIndex((matter) => group.includes(matter));
  const left = matters.filter((matter) => !group.includes(matter));
  return left.toSpliced(place, 0, whole);
}

const filesOf = ({ file, attachments }: Matter): readonly File[] => [file, ...attachments];

/** The waiting matter a matter may be attached to: the nearest before it. */
export function hostOf(matters: Matters, key: string): Matter | undefined {
  const place = matters.findIndex((matter) => matter.key === key);
  const matter = matters[place];
  return matter && waits(matter) ? matters.slice(0, place).findLast(waits) : undefined;
}

/** A matter becomes an attachment of the waiting one before it. */
export function attached(matters: Matters, key: string): Matters {
  const host = hostOf(matters, key);
  return host ? joined(matters, [host.key, key], host.key) : matters;
}

const withAttachments = (matters: Matters, key: string, change: (files: readonly File[]) => readonly File[]): Matters =>
  matters.map((matter) => (matter.key === key ? { ...matter, attachments: change(matter.attachments) } : matter));

/** An attachment becomes a matter of its own, behind the one it was in; `made` gives it a form. */
export function detached(matters: Matters, key: string, at: number, made: (file: File) => Matter): Matters {
  const place = matters.findIndex((matter) => matter.key === key);
  const file = matters[place]?.attachments[at];
  if (!file) return matters;
  return withAttachments(matters, key, (files) => files.toSpliced(at, 1)).toSpliced(place + 1, 0, made(file));
}

/** An attachment one place further up; the first one changes places with the main text. */
export function raised(matters: Matters, key: string, at: number): Matters {
  return matters.map((matter) => {
    const file = matter.key === key ? matter.attachments[at] : undefined;
    if (!file) return matter;
    if (at === 0) return { ...matter, file, attachments: matter.attachments.with(0, matter.file) };
    const above = matter.attachments[at - 1];
    return above ? { ...matter, attachments: matter.attachments.with(at - 1, file).with(at, above) } : matter;
  });
}
