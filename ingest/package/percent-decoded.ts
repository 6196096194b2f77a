/** A link target as a person reads it: percent escapes decoded as UTF-8, else as GB18030; unchanged when neither fits. */
export function percentDecoded(target: string): string {
  if (!/%[0-9a-f]{2}/i.test(target)) return target;
  const bytes: number[] = [];
  for (const part of target.match(/%[0-9a-f]{2}|[^%]+|%/gi) ?? []) {
    if (part.length === 3 && part.startsWith('%')) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(part));
  }
  const utf8 = new TextDecoder().decode(Uint8Array.from(bytes));
  if (!utf8.includes('\ufffd')) return utf8;
  const chinese = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return chinese.includes('\ufffd') ? target : chinese;
}
