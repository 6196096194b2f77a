import { useCallback, useEffect, useRef, useState } from 'react';
import { call, DeskError, isSignedOut } from './desk.ts';
import { reportError } from './messages.ts';

/** So long after the last key what was typed is kept. */
const WAIT_MS = 500;

/** Keeps one text under a place, some time after the last change; `flush` at once, `drop` for good. */
interface Keeper {
  keep(text: string): void;
  flush(): Promise<void>;
  drop(): void;
}

const open = new Set<Keeper>();

/** Everything typed until now is kept: before the window locks or closes. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...open].map((keeper) => keeper.flush()));
};
window.addEventListener('pagehide', () => void flushDrafts());

/** Nobody is signed in: what was typed stays in the window and is kept with the next key. */
const tell = (error: unknown): void => {
  if (!(error instanceof DeskError && isSignedOut(error.code))) reportError(error);
};

export function keeperOf(place: string): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: string | undefined;
  const keeper: Keeper = {
    keep(text) {
      pending = text;
      open.add(keeper);
      clearTimeout(timer);
      timer = setTimeout(() => void keeper.flush(), WAIT_MS);
    },
    async flush() {
      clearTimeout(timer);
      open.delete(keeper);
      if (pending === undefined) return;
      const text = pending;
      pending = undefined;
      await call('stash.keep', { place, text }).catch(tell);
    },
    drop() {
      clearTimeout(timer);
      open.delete(keeper);
      pending = undefined;
      call('stash.drop', { place }).catch(tell);
    },
  };
  return keeper;
}

/** What was kept under a place, as the object it was; undefined when nothing readable is there. */
export async function readDraft(place: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { text } = await call('stash.read', { place });
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) tell(error);
    return undefined;
  }
}

type Values = Readonly<Record<string, string>>;

/** Fields of a form that outlive it: its values, and whether they came back from an earlier time. */
export interface FormDraft {
  readonly values: Values;
  readonly restored: boolean;
  set(name: string, value: string): void;
  /** The form was sent, or is wanted empty: nothing of it is left. */
  drop(): void;
}

/** The draft of one form; `place` says which and of what, as the contract takes it (`hold:<case>`). Never for a PIN. */
export function useFormDraft(place: string): FormDraft {
  const [values, setValues] = useState<Values>({});
  const [restored, setRestored] = useState(false);
  /** What was typed last; undefined until somebody typed. */
  const typed = useRef<Values>(undefined);
  const keeper = useRef<Keeper>(undefined);
  useEffect(() => {
    const mine = keeperOf(place);
    keeper.current = mine;
    let here = true;
    void readDraft(place).then((kept) => {
      // Somebody was faster than the disk: what they type now is what counts.
      if (!here || typed.current || !kept) return;
      setValues(Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)])));
      setRestored(true);
    });
    return () => {
      here = false;
      void mine.flush();
    };
  }, [place]);
  const set = useCallback(
    (name: string, value: string) => {
      const next = { ...(typed.current ?? values), [name]: value };
      typed.current = next;
      setValues(next);
      keeper.current?.keep(JSON.stringify(next));
    },
    [values],
  );
  const drop = useCallback(() => {
    keeper.current?.drop();
    typed.current = {};
    setValues({});
    setRestored(false);
  }, []);
  return { values, restored, set, drop };
}

/** One field of a draft, as `useState` would give it: its value, or `first` while nothing was typed. */
export const fieldOf = <T extends string>(draft: FormDraft, name: string, first: T): readonly [T, (value: T) => void] => [
  (draft.values[name] as T | undefined) ?? first,
  (value) => draft.set(name, value),
];
