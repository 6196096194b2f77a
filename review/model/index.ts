export * from './case.ts';
export * from './categories.ts';
export * from './decision.ts';
export * from './draft.ts';
export * from './error.ts';
export * from './finding.ts';
export * from './people.ts';
