/** The door for everything about writing rules, which the engine does without. */
export { ownRuleFaults } from './own-rule-faults.ts';
export { ownRuleForm, ownRuleYaml, readOwnRule } from './own-rule-yaml.ts';
export { packDifference } from './pack-difference.ts';
export { compareVersions, isVersion } from './pack-version.ts';
export { type RuleWords, ruleInWords } from './rule-in-words.ts';
export { ruleIndex, rulePage } from './rule-page.ts';
