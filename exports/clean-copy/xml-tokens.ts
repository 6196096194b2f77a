/** One mark of an XML text with its place in it; nothing is decoded and no tree is built. */
export interface Token {
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'cdata' | 'aside';
  /** Local name of an element; empty for everything else. */
  readonly name: string;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Index of the open token round this one; -1 at the top. */
  readonly parent: number;
  /** Index of the close token of an open one and the other way round; of itself otherwise. */
  mate: number;
}
export interface Attribute {
  /** Name as written and without its prefix. */
  readonly qname: string;
  readonly name: string;
  /** Entities decoded. */
  readonly value: string;
  /** The whole of ` name="value"`, blanks before it included. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** As deep as the reader goes (ingest/limits.ts). */
const DEPTH = 256;

/**
 * All marks of an XML text in order; undefined when it is not well-formed, has a DOCTYPE or is nested too deep. Every element is
 * closed, so that a stretch from an open token to its mate can be cut out.
 */
export function tokenise(xml: string): Token[] | undefined {
  const tokens: Token[] = [];
  const stack: number[] = [];
  const add = (kind: Token['kind'], name: string, start: number, end: number, mate?: number): number => {
    const index = tokens.length;
    tokens.push({ kind, name, start, end, parent: stack.at(-1) ?? -1, mate: mate ?? index });
    return index;
  };
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    if (open !== at) {
      const end = open < 0 ? xml.length : open;
      add('text', '', at, end);
      at = end;
      continue;
    }
    const special = specialAt(xml, at);
    if (special === null) return undefined;
    if (special) {
      add(special.kind, '', at, special.end);
      at = special.end;
      continue;
    }
    const end = tagEnd(xml, at + 1);
    if (end === undefined) return undefined;
    if (xml.charCodeAt(at + 1) === 0x2f) {
      const from = stack.pop();
      const opened = from === undefined ? undefined : tokens[from];
      const name = nameAt(xml, at + 2);
      if (from === undefined || !opened || nameAt(xml, opened.start + 1) !== name) return undefined;
      opened.mate = add('close', opened.name, at, end, from);
    } else {
      const empty = xml.charCodeAt(end - 2) === 0x2f;
      const index = add(empty ? 'empty' : 'open', localName(nameAt(xml, at + 1)), at, end);
      if (!empty) stack.push(index);
      if (stack.length > DEPTH) return undefined;
    }
    at = end;
  }
  return stack.length === 0 && tokens.some((token) => token.kind === 'open' || token.kind === 'empty') ? tokens : undefined;
}

/** Comment, instruction or CDATA at this place; undefined for an ordinary tag; null for what must not be there. */
function specialAt(xml: string, at: number): { readonly kind: 'cdata' | 'aside'; readonly end: number } | undefined | null {
  const next = xml.charCodeAt(at + 1);
  if (next !== 0x21 && next !== 0x3f) return undefined;
  const until = (mark: string, kind: 'cdata' | 'aside') => {
    const found = xml.indexOf(mark, at + 2);
    return found < 0 ? null : { kind, end: found + mark.length };
  };
  if (next === 0x3f) return until('?>', 'aside');
  if (xml.startsWith('<!--', at)) return until('-->', 'aside');
  return xml.startsWith('<![CDATA[', at) ? until(']]>', 'cdata') : null;
}

/** Offset behind the `>` of a tag; quoted values may hold one. */
function tagEnd(xml: string, from: number): number | undefined {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x3c) return undefined;
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return undefined;
    }
  }
  return undefined;
}

function nameAt(xml: string, from: number): string {
  let end = from;
  for (; end < xml.length; end += 1) {
    const code = xml.charCodeAt(end);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
  }
  return xml.slice(from, end);
}

export function localName(qname: string): string {
  return qname.slice(qname.indexOf(':') + 1);
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The attributes of an open or empty token, in order. */
export function attributesOf(xml: string, token: Token): Attribute[] {
  const found: Attribute[] = [];
  ATTRIBUTE.lastIndex = token.start + 1 + nameAt(xml, token.start + 1).length;
  for (let match = ATTRIBUTE.exec(xml); match && ATTRIBUTE.lastIndex <= token.end; match = ATTRIBUTE.exec(xml)) {
    const [whole, qname = '', double, single] = match;
    const raw = double ?? single ?? '';
    const end = match.index + whole.length;
    const value = decodeEntities(raw);
    const valueEnd = end - 1;
    found.push({ qname, name: localName(qname), value, start: match.index, end, valueStart: valueEnd - raw.length, valueEnd });
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character behind an entity or character reference (without & and ;); undefined for what XML does not know by itself. */
export function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

export function decodeEntities(raw: string): string {
  return raw.includes('&') ? raw.replaceAll(/&([^;&\s]{1,10});/g, (whole, name: string) => entity(name) ?? whole) : raw;
}

/** Text for a text node or a quoted value; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
