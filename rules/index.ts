/** The rules room's door. */
export { packDifference } from './authoring/pack-difference.ts';
export { type Basis, basisName, loadBasis } from './basis.ts';
export { buildEngine, ENGINE_VERSION, type EngineParts, identityWith } from './build.ts';
export type { Engine, RawFound, ScanOptions } from './engine/engine.ts';
export { exampleDraft } from './engine/example-draft.ts';
export { type ExampleResult, runExamples, runRuleExamples } from './engine/examples.ts';
export type { PassedOver } from './engine/found.ts';
export { mergeFindings } from './engine/merge.ts';
export type { Problem } from './engine/problems.ts';
export { type RuleTime, timeRules } from './engine/profile.ts';
export { loadPack, type PackFile } from './load.ts';
export { compareLists } from './office-list/difference.ts';
export { readListContent, writeListContent } from './office-list/list-content.ts';
export { listPack } from './office-list/list-pack.ts';
export { LIST_FILE, listPackHead } from './office-list/load-list-pack.ts';
export { type Grid, type GridCell, readList } from './office-list/read-list.ts';
export { proofread } from './proofreading/index.ts';
export { type Dictionaries, lazySegmenter } from './segmenter.ts';
