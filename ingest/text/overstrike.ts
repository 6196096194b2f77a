/** What a line shows where letters were struck over one another with backspaces, and the letters that lie beneath others. */
export interface Overstruck {
  readonly shown: string;
  readonly beneath: string;
}

/** Printers of old made bold and underlined letters this way, and a name can be written under another one. */
export function overstruck(line: string): Overstruck {
  const shown: string[] = [];
  let beneath = '';
  let back = false;
  for (const character of line) {
    if (character === '\b') {
      back = shown.length > 0;
      continue;
    }
    const under = back ? shown.pop() : undefined;
    back = false;
    // An underline below or above a letter hides nothing.
    if (under !== undefined && character === '_') shown.push(under);
    else {
      if (under !== undefined && under !== character && under !== '_') beneath += under;
      shown.push(character);
    }
  }
  return { shown: shown.join(''), beneath };
}
