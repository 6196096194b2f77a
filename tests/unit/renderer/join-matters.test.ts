import { expect, test } from 'vitest';
import { attached, detached, hostOf, joinable, joined, raised } from '../../../renderer/state/joinMatters.ts';
import type { Matter, MatterStatus } from '../../../renderer/state/submission.ts';

const matter = (name: string, status: MatterStatus = { at: 'waiting' }, attachments: readonly string[] = []): Matter => ({
  key: name,
  file: new File([name], name),
  attachments: attachments.map((each) => new File([each], each)),
  fields: { title: name, documentNumber: '', createdOn: '2026-11-21', attribute: 'active', channels: ['website'] },
  status,
});
const shape = (matters: readonly Matter[]) =>
  matters.map(({ file, attachments }) => [file, ...attachments].map(({ name }) => name));
const three = [matter('a'), matter('b'), matter('c')];

test('files of one drop become one matter with the chosen one as main text', () => {
  expect(shape(joined(three, ['a', 'b', 'c'], 'b'))).toEqual([['b', 'a', 'c']]);
  expect(shape(joined([matter('x'), ...three], ['a', 'c'], 'a'))).toEqual([['x'], ['a', 'c'], ['b']]);
  expect(joined(three, ['a'], 'a')).toBe(three);
});

test('only what waits is joined, and the form is that of the main text', () => {
  const mixed = [matter('a', { at: 'running', job: 'j' }), matter('b'), matter('c')];
  expect(joinable(mixed, ['a', 'b', 'c']).map(({ key }) => key)).toEqual(['b', 'c']);
  expect(joined(mixed, ['a', 'b', 'c'], 'a').map(({ fields }) => fields.title)).toEqual(['a', 'b']);
});

test('a file goes to the waiting matter before it, takes its own attachments along, and comes apart again', () => {
  const list = [matter('a'), matter('b', { at: 'waiting' }, ['b1']), matter('c')];
  expect(hostOf(list, 'a')).toBe(undefined);
  const one = attached(list, 'b');
  expect(shape(one)).toEqual([['a', 'b', 'b1'], ['c']]);
  expect(shape(detached(one, 'a', 0, (file) => matter(file.name)))).toEqual([['a', 'b1'], ['b'], ['c']]);
});

test('an attachment is raised one place, the first one into the place of the main text', () => {
  const one = [matter('a', { at: 'waiting' }, ['1', '2'])];
  expect(shape(raised(one, 'a', 1))).toEqual([['a', '2', '1']]);
  expect(shape(raised(one, 'a', 0))).toEqual([['1', 'a', '2']]);
});
