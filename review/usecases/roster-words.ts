import type { RosterEntry, RosterState } from '../chain/roster.ts';
import type { ChangeData, RosterChange } from '../chain/roster-entry.ts';
import { CONSULTATIONS, DELEGATION_REASONS, REVOKE_REASONS, ROLES, type Role, STEP_ORDER, STEPS } from '../model/index.ts';

const nameIn = (state: RosterState, person: string): string => state.people.get(person)?.name ?? person;
const rolesOf = (roles: readonly Role[]): string => roles.map((role) => ROLES[role]).join('、');

/** A key id as people read it aloud: 3A4F-09C1-77DE. */
export const keyCode = (key: string, groups = 3): string =>
  (
    key
      .slice(0, groups * 4)
      .toUpperCase()
      .match(/.{4}/g) ?? []
  ).join('-');

const revokedOn = (state: RosterState, ws: string | undefined): string =>
  ws === undefined ? '的密钥' : `在 ${state.workstationNames.get(ws) ?? ws} 上的密钥，别的工作站上的不变`;

function policyWords({ chain, checks = [], idleMinutes }: ChangeData<'policy'>): string {
  const steps = chain.map((step) => STEPS[step]).join('→');
  const before = checks.length > 0 ? `，签发前须办${checks.map((check) => CONSULTATIONS[check]).join('、')}` : '';
  const simplified = chain.length < STEP_ORDER.length ? '（简化流程）' : '';
  return `设定签批流程${simplified}：${steps}${before}，${idleMinutes}分钟无操作锁定`;
}

/** What a change of the roster does, in plain Chinese. */
export function changeWords(state: RosterState, change: RosterChange): string {
  const name = 'p' in change.data ? nameIn(state, change.data.p) : '';
  switch (change.type) {
    case 'workstation':
      return `登记工作站 ${state.workstationNames.get(change.data.ws) ?? change.data.ws}`;
    case 'admit': {
      const { name, key, keys, enrolled } = change.data;
      const known = keys.map((one) => `${nameIn(state, one.p)} ${keyCode(one.key)}`);
      const fresh = enrolled.map(
        (one) => `新登记 ${one.name}（${[one.department, rolesOf(one.roles)].filter(Boolean).join('，')}）${keyCode(one.key)}`,
      );
      return `工作站 ${name}（${keyCode(key)}）加入，在其上签名的密钥：${[...known, ...fresh].join('、')}`;
    }
    case 'policy':
      return policyWords(change.data);
    case 'home': {
      const station = (ws: string): string => state.workstationNames.get(ws) ?? ws;
      return `名册改在 ${station(change.data.ws)} 上变更，${station(change.data.from)} 上不再变更`;
    }
    case 'routine':
      return change.data.by === 'administrators'
        ? '名册日常变更由系统管理员提出、安全保密管理员确认'
        : '名册变更一律须用单位根密钥签署';
    case 'enroll': {
      const { department, roles, key, statement } = change.data;
      const accepted = statement === undefined ? '' : `，本人已承诺（第${statement}版）`;
      return `登记 ${change.data.name}（${[department, rolesOf(roles)].filter(Boolean).join('，')}），密钥 ${keyCode(key)}${accepted}`;
    }
    case 'role':
      return `${name} 改为${rolesOf(change.data.roles)}，${change.data.department || '未填处室'}`;
    case 'revoke':
      return `注销 ${name} ${revokedOn(state, change.data.ws)}（${REVOKE_REASONS[change.data.reason]}）`;
    case 'rekey':
      return `为 ${name} 重新登记密钥 ${keyCode(change.data.key)}，原密钥作废（${REVOKE_REASONS[change.data.reason]}）`;
    case 'delegate': {
      const { from, to, steps, since, until, reason } = change.data;
      const what = steps.map((step) => STEPS[step]).join('、');
      return `${nameIn(state, from)} 授权 ${nameIn(state, to)} 代签${what}，${since} 至 ${until}（${DELEGATION_REASONS[reason]}）`;
    }
    case 'recall': {
      const known = state.delegations.get(change.data.d);
      return `收回 ${nameIn(state, known?.from ?? '')} 给 ${nameIn(state, known?.to ?? '')} 的代签授权`;
    }
  }
}

/** One line of the history of the roster. `of` finds the entry a signature answers to. */
export function entryWords(
  state: RosterState,
  { body, change }: RosterEntry,
  of: (id: string) => RosterEntry | undefined,
): string {
  if (body.type === 'root') return `建立名册，单位根密钥 ${keyCode(body.data.key, 8)}`;
  if (body.type === 'propose') return `提出：${changeWords(state, body.data.change)}`;
  if (body.type === 'approve' || body.type === 'ratify' || body.type === 'reject') {
    const proposed = of(body.data.of)?.body;
    const what = proposed?.type === 'propose' ? changeWords(state, proposed.data.change) : '';
    if (body.type === 'reject') return `不同意：${what}`;
    return change ? `确认并生效：${what}` : `确认，待单位根密钥签署：${what}`;
  }
  return change ? changeWords(state, change) : '';
}
