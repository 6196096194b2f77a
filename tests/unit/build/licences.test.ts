import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesOf, noticesText } from '../../../build/licences.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Licences an office may be handed without asking a lawyer; with OR one of them is enough, with AND each must be one. */
const TAKEN = /^(?:MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|Zlib|BlueOak-1\.0\.0|Python-2\.0)$/;

const isTaken = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => TAKEN.test(part.trim())));

test('every package that leaves with the program has a licence that lets it', () => {
  const notices = noticesOf(root);
  expect(notices.length).toBeGreaterThan(50);
  expect(notices.filter(({ licence }) => !isTaken(licence)).map(({ name, licence }) => `${name} ${licence}`)).toEqual([]);
});

test('the words of their licences go with it', () => {
  const text = noticesText(noticesOf(root));
  for (const name of ['better-sqlite3', 'mammoth', 'nodejieba', 'pdfjs-dist', 'react']) expect(text).toContain(`\n${name} `);
  expect(text).toContain('Permission is hereby granted, free of charge');
  expect(text).toContain('Apache License');
});
