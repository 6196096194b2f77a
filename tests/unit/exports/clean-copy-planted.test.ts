import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { leftHidden, showsOther, stillReadable } from '../../../review/usecases/clean-copy-check.ts';
import { MARKER, PLANTED } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_OFDS } from '../../fixtures/ingest/planted-ofd.ts';
import { OFD_CORNERS } from '../../fixtures/ingest/planted-ofd-corners.ts';
import { PLANTED_SLIDES } from '../../fixtures/ingest/planted-pptx.ts';
import { PPTX_CORNERS } from '../../fixtures/ingest/planted-pptx-corners.ts';
import { PLANTED_SHEETS } from '../../fixtures/ingest/planted-xlsx.ts';
import { copied, editsFor } from './copied.ts';

const SETS = [
  ['docx', PLANTED],
  ['xlsx', PLANTED_SHEETS],
  ['pptx', PLANTED_SLIDES],
  ['pptx', PPTX_CORNERS],
  ['ofd', PLANTED_OFDS],
  ['ofd', OFD_CORNERS],
] as const;
const ALL = SETS.flatMap(([format, planted]) => planted.map((each) => [`${format}: ${each.place}`, format, each] as const));
/** LibreOffice does not know OFD. */
const OFFICE = ALL.filter(([, format]) => format !== 'ofd');
const LABEL = '【某处】';

/** The marker in every form in which bytes could hold it. */
const FORMS: readonly Buffer[] = [
  Buffer.from(MARKER, 'utf8'),
  Buffer.from(MARKER, 'utf16le'),
  Buffer.from(encodeURIComponent(MARKER)),
  Buffer.from(Buffer.from(MARKER, 'utf8').toString('base64').slice(2, -4)),
];

test.each(ALL)(
  '%s: after a clean copy nothing of it is left, nothing is hidden, and all else is said as before',
  async (_, format, planted) => {
    const { before, after, record, bytes } = await copied(`稿件.${format}`, planted.bytes(), (draft) =>
      editsFor(draft, MARKER, LABEL),
    );
    const edits = editsFor(before, MARKER, LABEL);
    expect([record.way, record.replaced, after.source.format]).toEqual(['spliced', edits.length, format]);
    expect(stillReadable(before, after, edits, new Set())).toBeUndefined();
    expect(leftHidden(before, after, record.way)).toBeUndefined();
    expect(showsOther(before, after, edits, record.way)).toBe(false);
    expect(after.warnings.filter(({ code }) => code === 'tracked-changes' || code === 'embedded-file')).toEqual([]);
    for (const [part, content] of Object.entries(unzipSync(bytes)))
      for (const form of FORMS) expect([part, Buffer.from(content).includes(form)]).toEqual([part, false]);
  },
);

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);

test.runIf(office)('LibreOffice opens every clean copy', { timeout: 400_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-clean-'));
  try {
    const names = ['out', 'in'].map((name) => join(folder, name));
    for (const name of names) mkdirSync(name);
    for (const [index, [, format, planted]] of OFFICE.entries()) {
      const copy = await copied(`稿件.${format}`, planted.bytes(), (draft) => editsFor(draft, MARKER, LABEL));
      writeFileSync(join(folder, 'in', `${index}.${format}`), copy.bytes);
    }
    const files = readdirSync(join(folder, 'in')).map((name) => join(folder, 'in', name));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(office ?? '', ['--headless', profile, '--convert-to', 'pdf', '--outdir', join(folder, 'out'), ...files], {
      stdio: 'pipe',
      timeout: 390_000,
    });
    const opened = readdirSync(join(folder, 'out')).map((name) => Number.parseInt(name, 10));
    expect(OFFICE.filter((_, index) => !opened.includes(index)).map(([place]) => place)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
