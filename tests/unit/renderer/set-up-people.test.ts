import { describe, expect, it } from 'vitest';
import { type Entry, errorsOf, firstEntries, missingRoles } from '../../../renderer/screens/setup/people.ts';
import { TEXTS } from '../../../renderer/screens/setup/texts.ts';

const entry = (part: Partial<Entry>): Entry => ({
  key: 'a',
  name: '林知远',
  role: 'drafter',
  department: '工程处',
  pin: 'qz735194',
  again: 'qz735194',
  ...part,
});

const MINIMUM = 6;

describe('people at set-up', () => {
  it('offers one row for each step of the chain', () => {
    expect(missingRoles(firstEntries())).toEqual([]);
    expect(missingRoles([entry({})])).toEqual(['处室负责人', '保密审查员', '分管领导']);
  });

  it('finds nothing wrong with a complete row', () => {
    expect(errorsOf(entry({}), [entry({})], MINIMUM)).toEqual({});
  });

  it.each([
    ['a short PIN', { pin: '7351', again: '7351' }, { pin: TEXTS.pinShort(MINIMUM) }],
    ['a run of digits', { pin: '345678', again: '345678' }, { pin: TEXTS.pinSimple }],
    ['two digits in turn', { pin: '121212', again: '121212' }, { pin: TEXTS.pinSimple }],
    ['a slip in the repetition', { again: 'qz735195' }, { again: TEXTS.pinDiffers }],
    ['a missing department', { department: ' ' }, { department: TEXTS.departmentMissing }],
    ['a one-letter name', { name: '林' }, { name: TEXTS.nameMissing }],
  ])('names %s', (_case, part, errors) => {
    expect(errorsOf(entry(part), [entry(part)], MINIMUM)).toEqual(errors);
  });

  it('asks for a longer PIN where the system has no key store', () => {
    expect(errorsOf(entry({}), [entry({})], 10)).toEqual({ pin: TEXTS.pinShort(10) });
  });

  it('does not take two people of one name', () => {
    expect(errorsOf(entry({}), [entry({}), entry({ key: 'b' })], MINIMUM)).toEqual({ name: TEXTS.nameTwice });
  });
});
