import type { RequestRow } from '../../../review/contract.ts';

/** Open ones first, the nearest deadline in front; then the newest. */
export function byDeadline(a: RequestRow, b: RequestRow): number {
  const closed = Number(a.state === 'closed') - Number(b.state === 'closed');
  if (closed !== 0) return closed;
  return (a.deadline?.left ?? 999) - (b.deadline?.left ?? 999) || b.number.localeCompare(a.number);
}

/** Every word typed must stand in number, name or content. */
export function matchesSearch({ number, name, content }: RequestRow, search: string): boolean {
  const text = `${number} ${name} ${content}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
