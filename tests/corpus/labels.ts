import { creditCodeCheck, luhnCheck, residentIdCheck } from './make-numbers.ts';

export interface Span {
  readonly category: string;
  /** UTF-16 offsets into the draft without its marks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface LabelledDraft {
  readonly head: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

const CATEGORIES = new Set([
  'project-location',
  'protection-level',
  'project-scale',
  'command-comms',
  'plan-target',
  'classification-mark',
  'personal-id',
  'personal-contact',
  'personal-finance',
  'personal-address',
  'personal-name',
  'personal-other',
  'internal-work',
]);

/** Reads a labelled draft: a `#!` line, then text in which `⟦category|words⟧` marks a span. */
export function readLabels(source: string): LabelledDraft {
  const cut = source.startsWith('#!') ? source.indexOf('\n') : -1;
  const body = source.slice(cut + 1);
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (const mark of body.matchAll(/⟦([a-z-]+)\|([^⟦⟧]*)⟧/g)) {
    const [whole, category = '', words = ''] = mark;
    text += body.slice(at, mark.index);
    spans.push({ category, start: text.length, end: text.length + words.length, text: words });
    text += words;
    at = mark.index + whole.length;
  }
  return { head: source.slice(0, cut + 1).trim(), text: text + body.slice(at), spans };
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}.·-]/gu, '');

function numberFaults(draft: LabelledDraft): string[] {
  const faults: string[] = [];
  for (const span of draft.spans) {
    const value = bare(span.text);
    const id = /^(\d{17})([\dXx])/.exec(value);
    if (span.category === 'personal-id' && id && residentIdCheck(id[1] ?? '') !== id[2]?.toUpperCase())
      faults.push(`证件校验：${span.text}`);
    const card = /^(62\d{14,17})$/.exec(value)?.[1];
    if (span.category === 'personal-finance' && card && luhnCheck(card.slice(0, -1)) !== card.at(-1))
      faults.push(`卡号校验：${span.text}`);
  }
  const codes = /信用代码[:：为|\t ]*([0-9A-HJ-NP-RTUWXY]{18})/g;
  for (const [, code = ''] of draft.text.matchAll(codes))
    if (creditCodeCheck(code.slice(0, 17)) !== code.at(-1)) faults.push(`信用代码校验：${code}`);
  return faults;
}

/** What is wrong with a labelled draft as a file: broken marks, unknown categories, head line, length, checksums. Empty when nothing is. */
export function labelFaults(source: string, set: 'dev' | 'holdout', shortest = 500): string[] {
  const draft = readLabels(source);
  const faults = numberFaults(draft);
  if (!/^#! genre=[^;]+; set=(dev|holdout); clean=(yes|no); note=.+$/.test(draft.head)) faults.push('首行不符合格式');
  if (!draft.head.includes(`set=${set};`)) faults.push(`首行不是 set=${set}`);
  if (draft.head.includes('clean=yes') !== (draft.spans.length === 0)) faults.push('clean 与标注不一致');
  if (/[⟦⟧]|\{\{|\}\}|‖/.test(draft.text)) faults.push('有未闭合的标记或占位');
  for (const { category, text } of draft.spans) {
    if (!CATEGORIES.has(category)) faults.push(`未知类别：${category}`);
    if (text.trim() !== text || text === '') faults.push(`标注首尾有空白：${text}`);
  }
  if (draft.text.length < shortest || draft.text.length > 3500) faults.push(`长度 ${draft.text.length}`);
  return faults;
}
