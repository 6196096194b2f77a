import type { PartEdit } from './part-edit.ts';

/** Fields that only number, date or refer inside the document and name nothing in Chinese; all others lose their code. */
const ORDINARY: ReadonlySet<string> = new Set(
  'PAGE NUMPAGES SECTIONPAGES SECTION TOC PAGEREF REF NOTEREF SEQ DATE TIME CREATEDATE SAVEDATE PRINTDATE FORMTEXT FORMCHECKBOX FORMDROPDOWN STYLEREF EQ ='.split(
    ' ',
  ),
);

const isOrdinary = (code: string): boolean => {
  const name = code.trim().split(/[\s\\]/)[0] ?? '';
  if (/[^\x00-\x7f]|&#/.test(code)) return false;
  return ORDINARY.has(name.startsWith('=') ? '=' : name.toUpperCase()) || /^\s*HYPERLINK\s+\\l/i.test(code);
};

interface OpenField {
  /** Tokens of its marks and of its code. */
  readonly marks: number[];
  code: string;
}

/** Turns fields into the result they show, unless their code is an ordinary one. Call after the structure was cleaned. */
export function cleanFields(part: PartEdit): void {
  const open: OpenField[] = [];
  const unlink = ({ marks, code }: OpenField): void => {
    if (isOrdinary(code)) return;
    part.dropped.add('域代码');
    for (const mark of marks) part.remove(mark);
  };
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index)) return;
    if (token.name === 'fldSimple') {
      if (isOrdinary(part.attribute(index, 'instr') ?? '')) return;
      part.dropped.add('域代码');
      part.unwrap(index);
    } else if (token.name === 'instrText') {
      const field = open.at(-1);
      if (field) {
        field.code += part.rawText(index);
        field.marks.push(index);
      } else part.remove(index);
    } else if (token.name === 'fldChar') {
      const type = part.attribute(index, 'fldCharType');
      if (type === 'begin') open.push({ marks: [index], code: '' });
      else open.at(-1)?.marks.push(index);
      const ended = type === 'end' ? open.pop() : undefined;
      if (ended) unlink(ended);
    }
  });
  // A field that never ends is shown by no program; its marks go.
  for (const field of open) unlink({ ...field, code: '' });
}
