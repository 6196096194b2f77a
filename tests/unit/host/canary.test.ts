import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { blobCipher } from '../../../host/blob-cipher.ts';
import { importText, openOffice, setUp, signIn } from './office.ts';
import { hexOf, temporaryFolder } from './temporary.ts';

const CANARY = '金丝雀鹳雀楼七六五';
const MARKED = `机密★10年\n\n关于${CANARY}的情况报告\n\n此件含${CANARY}的内容。\n`;
const PLAIN = `关于开展活动的通知\n\n请做好${CANARY}的宣传。\n`;

/** The spellings in which a text can lie on a disk. */
function spellings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((skip) => utf8.subarray(skip).toString('base64').slice(0, -4));
  const hex = utf8.toString('hex');
  const escaped = JSON.stringify(text).replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [utf8, Buffer.from(text, 'utf16le'), ...[...base64, hex, escaped.slice(1, -1)].map((one) => Buffer.from(one, 'latin1'))];
}

/** Files under a folder in which the canary lies, in any spelling. */
function found(folder: string): readonly string[] {
  const wanted = spellings(CANARY);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((one) => bytes.includes(one)) || path.includes(CANARY);
    });
}

/** Contents of all blobs of the journal, opened with the keys beside them. */
function blobTexts(folder: string): readonly string[] {
  const db = new Sqlite(join(folder, 'store', 'journal.db'), { readonly: true });
  const rows = db
    .prepare<[], { key: Buffer; nonce: Buffer; data: Buffer; commitment: Buffer; case_id: string }>('SELECT * FROM blob')
    .all();
  db.close();
  return rows.map((row) => {
    const plain = blobCipher.open(row, Buffer.from(`${row.case_id}\n${hexOf(row.commitment)}`));
    return Buffer.from(plain ?? []).toString('utf8');
  });
}

/** Runs a desk whose temporary folder is watched too. */
async function workplace() {
  const folder = temporaryFolder();
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(tmpdir()).toBe(temporary);
  const desk = await openOffice(folder);
  await setUp(desk);
  await signIn(desk, 'drafter');
  return { folder, desk };
}

test('a marked draft leaves no trace of its text: not in journal, log, backup, anchor or temporary folder', async () => {
  const { folder, desk } = await workplace();
  const outcome = await importText(desk, `${CANARY}.txt`, MARKED);
  expect(outcome.outcome).toBe('marked');
  expect(JSON.stringify(outcome)).not.toContain(CANARY);
  expect(found(folder)).toEqual([]);
  expect(blobTexts(folder).filter((text) => text.includes(CANARY))).toEqual([]);
  desk.backup();
  await desk.close();
  expect([found(folder), readdirSync(join(folder, 'tmp'))]).toEqual([[], []]);
});

test('the search would find it: an accepted draft lies in the blobs, a planted file in the folder', async () => {
  const { folder, desk } = await workplace();
  expect((await importText(desk, '通知.txt', PLAIN)).outcome).toBe('imported');
  await desk.close();
  expect(blobTexts(folder).some((text) => text.includes(CANARY))).toBe(true);
  expect(found(folder)).toEqual([]);
  writeFileSync(join(folder, 'planted'), Buffer.from(PLAIN, 'utf16le'));
  writeFileSync(join(folder, 'planted-too'), Buffer.from(PLAIN).toString('base64'));
  expect(found(folder).length).toBe(2);
});
