import { ok } from '../model/index.ts';
import type { Feature } from './handler.ts';

export const rules: Feature<'rules.list'> = {
  'rules.list': (parts) => ok([...parts.ports.scanner.rules()]),
};
