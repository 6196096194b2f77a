import { describe, expect, it } from 'vitest';
import { chordOf, matches } from '../../../renderer/keys/chord.ts';
import { COMMANDS, type CommandId, command } from '../../../renderer/keys/commands.ts';

const all = (Object.keys(COMMANDS) as CommandId[]).flatMap((id) =>
  command(id).keys.map((key) => ({ id, key, place: command(id).place })),
);
const press = (code: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe('command table', () => {
  it('gives no key to two commands that can meet', () => {
    const meetings = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => other.key === one.key)
        .filter((other) => other.place === one.place || other.place === 'everywhere' || one.place === 'everywhere')
        .map((other) => `${one.key}: ${one.id} / ${other.id}`),
    );
    expect(meetings).toEqual([]);
  });

  it('binds nothing that input methods and systems use', () => {
    const taken = ['Ctrl+Space', 'Shift', 'Shift+Space', 'Ctrl+Shift', 'Ctrl+.', 'F10', 'F12'];
    expect(all.filter(({ key }) => taken.includes(key))).toEqual([]);
  });

  it('lets no single letter or digit act in a field', () => {
    const risky = all.filter(({ id, key }) => !/^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/.test(key) && command(id).inFields);
    expect(risky).toEqual([]);
  });
});

describe('chord', () => {
  it('knows a key by its place, whatever the input method reports as its letter', () => {
    expect(matches(chordOf('J'), press('KeyJ'))).toBe(true);
    expect(matches(chordOf('1'), press('Numpad1'))).toBe(true);
    expect(matches(chordOf('?'), press('Slash', { shiftKey: true }))).toBe(true);
    expect(matches(chordOf('Ctrl+Enter'), press('NumpadEnter', { ctrlKey: true }))).toBe(true);
  });

  it('wants exactly its modifiers', () => {
    expect(matches(chordOf('1'), press('Digit1', { shiftKey: true }))).toBe(false);
    expect(matches(chordOf('Shift+1'), press('Digit1'))).toBe(false);
    expect(matches(chordOf('/'), press('Slash', { shiftKey: true }))).toBe(false);
    expect(matches(chordOf('J'), press('KeyJ', { ctrlKey: true }))).toBe(false);
  });
});
