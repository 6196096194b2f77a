import type { DeskParts } from '../desk-parts.ts';
import { activePeople } from '../people-of.ts';

/** 处室 that draft: those of the people who can draft now, and those that ever did. A nil report names each of them. */
export function draftingDepartments(parts: DeskParts, seen: readonly { readonly department: string }[]): readonly string[] {
  const now = activePeople(parts.roster()).filter(({ role }) => role === 'drafter');
  const names = new Set([...now, ...seen].map(({ department }) => department).filter((name) => name !== ''));
  return [...names].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'));
}
