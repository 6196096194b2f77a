import type { PackContent } from '../../../review/model/index.ts';
import { loadPack } from '../../../rules/index.ts';
import type { Pack } from '../../../rules/model.ts';

/** A pack of the office's own, each rule given as the YAML of its match; everything else is filled in. */
export function ownPack(rules: Readonly<Record<string, string>>, version = '1', name = 'own'): PackContent {
  const head = `name: ${name}\ntitle: 本单位规则\nversion: "${version}"\nissuer: 云溪市人民防空办公室\ninForceFrom: "2026-11-01"\n`;
  const files = Object.entries(rules).map(([id, match]) => ({ path: `${id}.yaml`, text: ruleText(id, match) }));
  return { name, version, files: [{ path: 'pack.yaml', text: head }, ...files] };
}

/** The same, as the engine takes it. */
export function loadedPack(rules: Readonly<Record<string, string>>): Pack {
  const { pack, problems } = loadPack('own', ownPack(rules).files, { builtIn: false, sha256: () => '' });
  if (!pack || problems.length > 0) throw new Error(problems[0]?.message);
  return pack;
}

const ruleText = (id: string, match: string): string => `
id: ${id}
title: 规则${id}
category: internal-work
level: review
since: "1"
basis: [TL-14]
reason: 可能涉及内部工作信息，请核对。
suggestion: ""
${match}
`;

/** Examples for a rule that looks for 代号甲. */
export const EXAMPLES = `
examples:
  hit: ["称作⟦代号甲⟧。", "⟦代号甲⟧已建成。", "又称⟦代号甲⟧", "即⟦代号甲⟧，略。"]
  miss: ["代号乙。", "代 号。", "甲乙。", "没有。"]
`;
/** A match that the text of any line with 甲 keeps busy, and four examples that wake it. */
export const near = (pattern: string): string => `
match: { pattern: ${JSON.stringify(pattern)}, anchors: ["甲"] }
examples:
  hit: ["⟦甲⟧一", "⟦甲⟧二", "⟦甲⟧三", "⟦甲⟧四"]
  miss: ["一", "二", "三", "四"]
`;
