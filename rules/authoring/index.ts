/** The door for everything about writing rules, which the engine does without. */
export { MATCH_FIELDS, ownRuleFaults } from './own-rule-faults.ts';
export { ownPackHead, ownRuleForm, ownRuleYaml, ruleOfForm, sinceOf } from './own-rule-yaml.ts';
export { readPackContent, writePackContent } from './pack-content.ts';
export { packDifference } from './pack-difference.ts';
export { type RuleWords, ruleInWords } from './rule-in-words.ts';
export { ruleIndex, rulePage } from './rule-page.ts';
