import { attachMember } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { type MemberControl, startsWith } from '../format.ts';
import { openCompound } from '../ole/compound.ts';
import { readOleObject } from '../ole/ole-leftovers.ts';
import { chineseRuns } from '../package/residue.ts';

const COMPOUND = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Reads objects that hang in an RTF file (MS-OLEDS 2.2.5): documents by their own formats, files that were dragged in under their
 * name; of everything else the Chinese text, and a word to the person.
 */
export async function readRtfObjects(
  objects: readonly Uint8Array[],
  builder: DraftBuilder,
  control: MemberControl,
): Promise<void> {
  for (const [index, bytes] of objects.entries()) await readObject(`嵌入对象${index + 1}`, bytes, builder, control);
}

async function readObject(name: string, bytes: Uint8Array, builder: DraftBuilder, control: MemberControl): Promise<void> {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(COMPOUND);
  const compound = at < 0 ? undefined : await openCompound(bytes.subarray(at));
  if (compound) {
    await readOleObject(name, compound.streams, builder, control);
    return;
  }
  const { kind, native } = header(bytes);
  if (/^package$/i.test(kind) && native.length > 8) {
    const size = Uint8Array.from([
      native.length & 255,
      (native.length >> 8) & 255,
      (native.length >> 16) & 255,
      native.length >>> 24,
    ]);
    await readOleObject(name, [{ path: '\x01Ole10Native', bytes: Buffer.concat([size, native]) }], builder, control);
  } else if (['PK\x03\x04', '%PDF-', '{\\rtf'].some((mark) => startsWith(native, mark))) {
    await attachMember(builder, name, native, control);
  } else {
    for (const run of chineseRuns(bytes)) {
      builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: '嵌入对象中的文字', part: '' } });
    }
    builder.leaveUnread('embedded-object', name, `${name}只检查了能认出的中文，须打开后人工查看，或从文件中删除。`);
  }
}

/** Class and data of an object in the form of OLE 1: version, form, three strings behind their lengths, length, data. */
function header(bytes: Uint8Array): { readonly kind: string; readonly native: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: string[] = [];
  let at = 8;
  for (let count = 0; count < 3 && at + 4 <= bytes.length; count += 1) {
    const length = view.getUint32(at, true);
    strings.push(
      Buffer.from(bytes.subarray(at + 4, at + 4 + length))
        .toString('latin1')
        .replace(/\0.*$/s, ''),
    );
    at += 4 + length;
  }
  const size = at + 4 <= bytes.length ? view.getUint32(at, true) : 0;
  return { kind: strings[0] ?? '', native: bytes.subarray(Math.min(bytes.length, at + 4), at + 4 + size) };
}
