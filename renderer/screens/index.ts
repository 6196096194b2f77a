import type { ComponentType } from 'react';
import { Audit } from './audit/Audit.tsx';
import { Desk } from './desk/Desk.tsx';
import { Exchange } from './exchange/Exchange.tsx';
import type { ScreenId } from './ids.ts';
import { Ledger } from './ledger/Ledger.tsx';
import { People } from './people/People.tsx';
import { Requests } from './requests/Requests.tsx';
import { Rules } from './rules/Rules.tsx';
import { SelfCheck } from './self-check/SelfCheck.tsx';
import { SignOff } from './signoff/SignOff.tsx';
import { Statistics } from './statistics/Statistics.tsx';
import { Submit } from './submit/Submit.tsx';
import { Todo } from './todo/Todo.tsx';

/** A screen = one folder, one line here, one id in ids.ts and one `go.` command for its key. */
export const SCREENS: Readonly<Record<ScreenId, { readonly name: string; readonly component: ComponentType }>> = {
  todo: { name: '今日待办', component: Todo },
  submit: { name: '送审', component: Submit },
  desk: { name: '审查台', component: Desk },
  signoff: { name: '签批', component: SignOff },
  ledger: { name: '台账', component: Ledger },
  requests: { name: '依申请', component: Requests },
  statistics: { name: '统计', component: Statistics },
  exchange: { name: '交换包', component: Exchange },
  rules: { name: '规则', component: Rules },
  people: { name: '人员', component: People },
  audit: { name: '审计', component: Audit },
  selfCheck: { name: '自检', component: SelfCheck },
};
