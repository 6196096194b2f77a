import { fail, ok } from '../model/index.ts';
import type { Feature } from './handler.ts';

export const rules: Feature<'rules.list' | 'rules.view' | 'rules.try'> = {
  'rules.list': (parts) => ok([...parts.ports.scanner.rules()]),
  'rules.view': (parts, { rule }) => {
    const view = parts.ports.rulePacks.view(rule);
    return view ? ok(view) : fail('rule-missing', '现行规则中没有这一条，可能已经换版。请刷新规则清单。');
  },
  'rules.try': (parts, { text, rule }) => parts.ports.rulePacks.try(text, rule),
};
