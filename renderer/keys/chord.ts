/** A key with its modifiers, as physical positions: an input method changes `key`, never `code`. */
export interface Chord {
  readonly codes: readonly string[];
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  Enter: ['Enter', 'NumpadEnter'],
  Esc: ['Escape'],
  '↓': ['ArrowDown'],
  '↑': ['ArrowUp'],
  '/': ['Slash', 'NumpadDivide'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
  '?': ['Slash'],
};

function codesOf(key: string): readonly string[] {
  if (/^[A-Z]$/.test(key)) return [`Key${key}`];
  if (/^\d$/.test(key)) return [`Digit${key}`, `Numpad${key}`];
  return NAMED[key] ?? [key];
}

/** Reads a key as printed in the command table: `Ctrl+Enter`, `Shift+N`, `?`. */
export function chordOf(printed: string): Chord {
  const parts = printed.split('+');
  const key = parts[parts.length - 1] ?? '';
  return {
    codes: codesOf(key),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift') || key === '?',
  };
}

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

export function matches(chord: Chord, event: Pressed): boolean {
  return (
    chord.codes.includes(event.code) &&
    chord.ctrl === event.ctrlKey &&
    chord.alt === event.altKey &&
    chord.shift === event.shiftKey &&
    !event.metaKey
  );
}
