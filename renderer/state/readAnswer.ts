import type { Result } from '../../review/model/index.ts';

/** Milliseconds of reading between two breaths of the window. */
const BREATH = 8;

interface Slice {
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

/** Reads the text of an answer (electron/answer-lines.ts) line by line, letting keys and drawing through in between. */
export async function readAnswer<T>(text: string): Promise<Result<T>> {
  const [first = '', ...slices] = text.split('\n');
  const answer = JSON.parse(first) as Result<T>;
  let breath = performance.now();
  for (const line of slices) {
    if (performance.now() - breath > BREATH) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      breath = performance.now();
    }
    const { path, items } = JSON.parse(line) as Slice;
    listAt(answer, path)?.push(...items);
  }
  return answer;
}

function listAt(answer: unknown, path: readonly string[]): unknown[] | undefined {
  let place: unknown = answer;
  for (const key of path) place = typeof place === 'object' && place !== null ? Reflect.get(place, key) : undefined;
  return Array.isArray(place) ? place : undefined;
}
