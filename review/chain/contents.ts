/** Opens the commitments of a log with the contents handed out beside it (full inspection). */
import type { Crypto } from '../ports.ts';
import { fromBase64 } from './base64.ts';
import { commitment } from './commitment.ts';
import type { ChainEvent } from './event.ts';
import { decodeUtf8 } from './utf8.ts';

export interface ContentCheck {
  /** Commitments that the contents open. */
  readonly opened: number;
  /** Lines that are no content, or do not fit their commitment. */
  readonly wrong: number;
  /** Contents that no event names. */
  readonly foreign: number;
  /** Short texts by event, in order. */
  readonly texts: readonly { readonly seq: number; readonly field: string; readonly text: string }[];
}

const LONGEST_SHOWN = 600;

interface Content {
  readonly commitment: string;
  readonly text: string | undefined;
}

/** Undefined for what is no line of contents, or does not fit its commitment. */
function readContent(crypto: Crypto, line: string): Content | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { commitment: of, salt, content } = (value ?? {}) as Record<string, unknown>;
  if (typeof of !== 'string' || typeof salt !== 'string' || typeof content !== 'string') return undefined;
  const bytes = fromBase64(content);
  const saltBytes = fromBase64(salt);
  if (!bytes || saltBytes?.length !== 16 || commitment(crypto, saltBytes, bytes) !== of) return undefined;
  return { commitment: of, text: decodeUtf8(bytes) };
}

/** Checks the text of a contents file against the events of a log. */
export function checkContents(crypto: Crypto, events: readonly ChainEvent[], text: string): ContentCheck {
  const lines = text.split('\n').filter((line) => line !== '');
  const read = lines.map((line) => readContent(crypto, line));
  const known = new Map(read.flatMap((content) => (content ? [[content.commitment, content] as const] : [])));
  const named = new Set<string>();
  const texts: { seq: number; field: string; text: string }[] = [];
  for (const { body } of events) {
    for (const [field, value] of Object.entries(body.data)) {
      const content = typeof value === 'string' ? known.get(value) : undefined;
      if (!content) continue;
      named.add(content.commitment);
      if (content.text !== undefined && content.text.length <= LONGEST_SHOWN)
        texts.push({ seq: body.seq, field, text: content.text });
    }
  }
  const foreign = [...known.keys()].filter((of) => !named.has(of)).length;
  return { opened: named.size, wrong: read.filter((content) => !content).length, foreign, texts };
}
