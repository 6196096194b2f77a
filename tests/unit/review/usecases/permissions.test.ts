import { describe, expect, test } from 'vitest';
import { type CallName, inputs } from '../../../../review/contract.ts';
import { ROLES, type Role } from '../../../../review/model/index.ts';
import { PERMISSIONS } from '../../../../review/workflow/permissions.ts';
import { importInput, nextJob, PIN, readyCase, signedCase, testDesk } from '../support/test-desk.ts';

describe('permissions', () => {
  /** Some input of the right shape for every call; the case does not exist, so whoever is admitted changes nothing. */
  const INPUTS: { readonly [N in CallName]: unknown } = {
    'app.status': {},
    'office.setUp': { office: '云溪', people: [] },
    'people.list': {},
    'session.open': { person: 'p-nobody', pin: PIN },
    'session.close': {},
    'session.keep': {},
    'roster.view': {},
    'roster.propose': { change: { recall: { delegation: 'd-none' } }, pin: PIN },
    'roster.approve': { proposal: 'none', pin: PIN },
    'roster.reject': { proposal: 'none', pin: PIN },
    'join.request': { name: '二号机', people: [{ name: '郑某', role: 'drafter', department: '工程处', pin: '111111' }] },
    'join.open': { file: { name: 'a.xsjoin', base64: '' } },
    'join.answer': {},
    'join.preview': { file: { name: 'a.xsroster', base64: '' } },
    'join.accept': { file: { name: 'a.xsroster', base64: '' }, root: '0'.repeat(32) },
    'delegation.make': { to: 'p-none', steps: ['head'], since: '2026-11-21', until: '2026-11-22', reason: 'trip', pin: PIN },
    'delegation.recall': { delegation: 'd-none', pin: PIN },
    'delegation.confirm': { case: 'c-none', sign: 1, pin: PIN },
    'pin.change': { pin: PIN, newPin: PIN },
    'root.export': { pin: PIN, second: { person: 'p-none', pin: PIN }, passphrase: PIN },
    'roster.takeOver': { pin: PIN, second: { person: 'p-none', pin: PIN } },
    'root.remove': { pin: PIN, root: { file: { name: 'a.xsroot', base64: '' }, passphrase: PIN } },
    'person.acts': {},
    'case.list': {},
    'case.import': { ...importInput('x', 'broken.txt') },
    'case.open': { case: 'c-none' },
    'case.difference': { case: 'c-none' },
    'case.comparison': { case: 'c-none' },
    'case.pagePicture': { case: 'c-none', page: 1 },
    'case.addVersion': { job: nextJob(), case: 'c-none', file: { name: 'a', base64: '' } },
    'case.cleanCopy': { job: nextJob(), case: 'c-none' },
    'attachment.add': { job: nextJob(), case: 'c-none', file: { name: 'a', base64: '' } },
    'attachment.remove': { case: 'c-none', document: 1, reason: 'x' },
    'attachment.order': { case: 'c-none', documents: [2, 1] },
    'case.rescan': { job: nextJob(), case: 'c-none' },
    'case.withdraw': { case: 'c-none', reason: 'x', pin: PIN },
    'finding.decide': { case: 'c-none', findings: ['x'], decision: 'mask' },
    'case.proofread': { case: 'c-none' },
    'finding.add': {
      case: 'c-none',
      draft: 'a'.repeat(64),
      piece: 0,
      start: 0,
      end: 1,
      category: 'internal-work',
      level: 'review',
      reason: '宜核对',
    },
    'finding.undo': { case: 'c-none' },
    'unread.confirm': { case: 'c-none', part: 'x' },
    'chain.sign': { case: 'c-none', step: 'draft', opinion: 'x', pin: PIN },
    'chain.return': { case: 'c-none', reason: 'x', pin: PIN },
    'chain.refuse': { case: 'c-none', reason: 'x', basis: 'x', pin: PIN },
    'chain.recall': { case: 'c-none', reason: 'x', pin: PIN },
    'chain.hold': { case: 'c-none', reason: 'x', until: '2026-12-01', pin: PIN },
    'chain.resume': { case: 'c-none', of: 'x', reason: 'x', pin: PIN },
    'chain.refer': { case: 'c-none', whom: '上级', question: 'x', on: '2026-11-21', pin: PIN },
    'chain.answer': { case: 'c-none', of: 'x', number: '1', on: '2026-11-21', outcome: 'may', answer: 'x', pin: PIN },
    'chain.takeDown': { case: 'c-none', reason: 'x', on: '2026-11-21', pin: PIN },
    'chain.reexamine': { case: 'c-none', reason: 'x', pin: PIN },
    'consult.open': { case: 'c-none', about: 'body', whom: '某局', question: 'x', on: '2026-11-21', pin: PIN },
    'consult.close': { case: 'c-none', of: 'x', outcome: 'agree', reply: 'x', on: '2026-11-21', pin: PIN },
    'calendar.view': {},
    'calendar.set': { year: 2027, notice: '通知', off: [['2027-01-01', '2026-01-01']], work: [], pin: PIN },
    'request.list': {},
    'request.open': { request: 'r-none' },
    'request.receive': {
      applicant: 'natural',
      name: 'x',
      contact: 'x',
      content: 'x',
      by: 'web',
      reply: 'mail',
      on: '2999-01-01',
    },
    'request.notify': { request: 'r-none', missing: 'x', on: '2026-11-21', due: '2026-12-01' },
    'request.amend': { request: 'r-none', content: 'x', on: '2026-11-21' },
    'request.ask': { request: 'r-none', about: 'third-party', whom: '某公司', matter: 'x', on: '2026-11-21' },
    'request.reply': { request: 'r-none', of: 'x', outcome: 'agree', reply: 'x', on: '2026-11-21' },
    'request.extend': { request: 'r-none', reason: 'x', told: '2026-11-21', pin: PIN },
    'request.link': { request: 'r-none', case: 'c-none' },
    'request.close': { request: 'r-none', result: 'granted', grounds: 'x', on: '2026-11-21', pin: PIN },
    'request.letter': { request: 'r-none', of: 'x' },
    'release.register': { case: 'c-none', pin: PIN },
    'publish.record': { case: 'c-none', channel: 'website', address: 'x', publishedOn: '2026-11-21' },
    'export.make': { kind: 'ledger' },
    'package.export': {},
    'package.import': { file: { name: 'a.xspkg', base64: '!' } },
    'package.list': {},
    'conflict.view': { case: 'c-none' },
    'conflict.resolve': { case: 'c-none', keep: 'x' },
    'quarantine.list': {},
    'quarantine.settle': {
      ws: 'ws-none',
      inc: 1,
      key: 'none',
      from: 1,
      to: 1,
      verdict: 'void',
      reason: '核对无误',
      pin: PIN,
      second: { person: 'p-nobody', pin: PIN },
    },
    'log.verify': {},
    'audit.log': { group: 'all' },
    'upkeep.view': {},
    'backup.make': {},
    'backup.drill': {},
    'backup.choosePlace': {},
    'backup.setPlace': { folder: '/nowhere/at/all' },
    'journal.restore': { point: 'x', reason: '演练一次', pin: PIN, second: { person: 'p-none', pin: PIN } },
    'case.shred': { number: 'XS-2026-999', reason: '演练一次', pin: PIN, second: { person: 'p-none', pin: PIN } },
    'audit.review': { remark: '已看', pin: PIN },
    'rules.list': {},
    'rules.view': { rule: 'x' },
    'rules.try': { text: '' },
    'rules.own': {},
    'rules.difference': { change: { remove: 'own-1' } },
    'rules.save': { change: { remove: 'own-1' }, after: '', pin: PIN },
    'rules.pack': { pin: PIN },
    'rules.install': { file: { name: 'a.xspack', base64: '' }, after: '', pin: PIN },
    'lists.view': {},
    'adoption.view': {},
    'adoption.take': { event: 'none', after: '', pin: PIN },
    'lists.preview': { kind: 'works', file: { name: 'a.xlsx', base64: '' } },
    'lists.import': { kind: 'works', file: { name: 'a.xlsx', base64: '' }, onlyCorrect: false, after: 0, pin: PIN },
    'lists.template': { kind: 'works' },
    'lists.withRow': { kind: 'contacts', cells: {} },
    'statistics.view': { period: '2026' },
    'statistics.categories': {},
    'statistics.cases': { period: '2026', of: { by: 'department', department: '工程处' } },
    'annual.view': { year: 2026 },
    'annual.save': { year: 2999, cells: {}, parts: {} },
    'job.cancel': { job: 'x' },
    'incoming.list': {},
    'incoming.give': { paths: [] },
    'incoming.read': { id: 'x' },
    'incoming.settle': { ids: ['x'] },
    'incoming.chooseFolder': {},
    'incoming.stopWatching': {},
    'incoming.setFolder': { folder: '/nowhere/at/all' },
    'stash.read': { place: 'matter:x' },
    'stash.keep': { place: 'matter:x', text: '' },
    'stash.drop': { place: 'matter:x' },
    'sample.file': {},
    'file.save': { name: 'a', base64: '' },
    'file.print': { name: 'a', base64: '', to: 'pdf' },
  };
  /** Who may, written out apart from the table under test: D drafter, H head, R reviewer, L leader, S sysadmin, C secadmin, A auditor. */
  const EXPECTED: { readonly [N in CallName]: string } = {
    'app.status': 'DHRLSCA',
    'office.setUp': 'DHRLSCA',
    'people.list': 'DHRLSCA',
    'session.open': 'DHRLSCA',
    'session.close': 'DHRLSCA',
    'session.keep': 'DHRLSCA',
    'roster.view': 'DHRLSCA',
    // In an office that has administrators; without them it is the reviewer or the leader.
    'roster.propose': 'SC',
    'roster.approve': 'HRLC',
    'roster.reject': 'HRLSC',
    'join.request': 'DHRLSCA',
    'join.open': 'RLSC',
    'join.answer': 'RLSC',
    'join.preview': 'DHRLSCA',
    'join.accept': 'DHRLSCA',
    'delegation.make': 'HRL',
    'delegation.recall': 'DHRL',
    'delegation.confirm': 'R',
    'pin.change': 'DHRLSCA',
    'root.export': 'RLC',
    'roster.takeOver': 'RLSC',
    'root.remove': 'RLC',
    'person.acts': 'DHRLSCA',
    'case.list': 'DHRL',
    'case.import': 'D',
    'case.open': 'DHRL',
    'case.difference': 'DHRL',
    'case.comparison': 'DHRL',
    'case.pagePicture': 'DHRL',
    'case.addVersion': 'D',
    'case.cleanCopy': 'D',
    'attachment.add': 'D',
    'attachment.remove': 'D',
    'attachment.order': 'D',
    'case.rescan': 'DR',
    'case.withdraw': 'D',
    'finding.decide': 'DR',
    'case.proofread': 'DHRL',
    'finding.add': 'DR',
    'finding.undo': 'DR',
    'unread.confirm': 'DR',
    'chain.sign': 'DHRL',
    'chain.return': 'HRL',
    'chain.refuse': 'HRL',
    'chain.recall': 'D',
    'chain.hold': 'HRL',
    'chain.resume': 'HRL',
    'chain.refer': 'DHRL',
    'chain.answer': 'HRL',
    'chain.takeDown': 'DHRL',
    'chain.reexamine': 'HRL',
    'consult.open': 'DHRL',
    'consult.close': 'DHRL',
    'calendar.view': 'DHRLSCA',
    'calendar.set': 'DRSC',
    'request.list': 'DHRL',
    'request.open': 'DHRL',
    'request.receive': 'DR',
    'request.notify': 'DR',
    'request.amend': 'DR',
    'request.ask': 'DR',
    'request.reply': 'DR',
    'request.extend': 'HRL',
    'request.link': 'DR',
    'request.close': 'DR',
    'request.letter': 'DR',
    'release.register': 'DR',
    'publish.record': 'DR',
    'export.make': 'DHRLA',
    'package.export': 'RL',
    'package.import': 'DRL',
    'package.list': 'DHRLCA',
    'conflict.view': 'DHRL',
    'conflict.resolve': 'DR',
    'quarantine.list': 'RLCA',
    'quarantine.settle': 'RLC',
    'log.verify': 'DHRLSCA',
    'audit.log': 'RLCA',
    'upkeep.view': 'DHRLSCA',
    'backup.make': 'RLSC',
    'backup.drill': 'RLSC',
    'backup.choosePlace': 'RLSC',
    'backup.setPlace': 'RLSC',
    'journal.restore': 'RLSC',
    'case.shred': 'RLC',
    'audit.review': 'A',
    'rules.list': 'DHRLSCA',
    'rules.view': 'DHRLSCA',
    'rules.try': 'DHRLSCA',
    'rules.own': 'DHRLSCA',
    'rules.difference': 'RC',
    'rules.save': 'RC',
    'rules.pack': 'RC',
    'rules.install': 'RC',
    'lists.view': 'DHRLSCA',
    'adoption.view': 'RC',
    'adoption.take': 'RC',
    'lists.preview': 'RC',
    'lists.import': 'RC',
    'lists.template': 'DHRLSCA',
    'lists.withRow': 'RC',
    'statistics.view': 'DHRLA',
    'statistics.categories': 'DHRL',
    'statistics.cases': 'DHRL',
    'annual.view': 'DHRL',
    'annual.save': 'RL',
    'incoming.list': 'DHRLSCA',
    'incoming.give': 'DHRLSCA',
    'incoming.read': 'DRL',
    'incoming.settle': 'DRL',
    'incoming.chooseFolder': 'D',
    'incoming.stopWatching': 'D',
    'incoming.setFolder': 'D',
    'stash.read': 'DHRLSCA',
    'stash.keep': 'DHRLSCA',
    'stash.drop': 'DHRLSCA',
    'job.cancel': 'DHRLSCA',
    'sample.file': 'DHRLSCA',
    'file.save': 'DHRLSCA',
    'file.print': 'DHRLSCA',
  };
  const LETTERS: Readonly<Record<Role, string>> = {
    drafter: 'D',
    head: 'H',
    reviewer: 'R',
    leader: 'L',
    sysadmin: 'S',
    secadmin: 'C',
    auditor: 'A',
  };

  test('every role against every call: admitted or refused as the table says, and nobody without a session', async () => {
    const bench = await testDesk();
    const admitted: Record<string, string> = Object.fromEntries(Object.keys(inputs).map((name) => [name, '']));
    const REFUSALS = ['not-permitted', 'session-missing', 'session-expired', 'not-set-up'];
    const names = Object.keys(inputs) as CallName[];
    for (const role of Object.keys(ROLES) as Role[]) {
      for (const name of names) {
        await bench.as(role);
        const result = await bench.desk.call(name, INPUTS[name] as never);
        if (result.ok || !REFUSALS.includes(result.error.code)) admitted[name] += LETTERS[role];
      }
    }
    expect(admitted).toEqual(EXPECTED);
    await bench.call('session.close', {});
    for (const name of names.filter((one) => PERMISSIONS[one] !== 'anyone')) {
      expect([name, await bench.code(name, INPUTS[name] as never)]).toEqual([name, 'session-missing']);
    }
    expect(bench.store.events()).toEqual([]);
    expect(bench.reports).toEqual([]);
  });

  test('unknown calls and wrong shapes are refused', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    expect(await bench.code('toString' as CallName, {} as never)).toBe('unknown-call');
    expect(await bench.code('case.open', { case: 7 } as never)).toBe('bad-input');
    expect(await bench.code('case.open', { case: '-' })).toBe('case-missing');
  });

  test('nobody signs another step, out of turn, or twice', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    await bench.as('head');
    const sign = { case: caseId, opinion: '同意', pin: PIN };
    expect(await bench.code('chain.sign', { ...sign, step: 'head' })).toBe('not-now');
    expect(await bench.code('chain.sign', { ...sign, step: 'draft' })).toBe('not-now');
    expect((await bench.view(caseId)).actions.sign.why).toBe('现在轮到拟稿人');
    await bench.signAs('drafter', caseId);
    expect(await bench.code('chain.sign', { ...sign, step: 'draft' })).toBe('not-now');
    await bench.as('head');
    expect(await bench.code('chain.sign', { ...sign, step: 'secrecy' })).toBe('not-now');
    expect(await bench.code('chain.sign', { ...sign, step: 'head' })).toBe('ok');
  });
});

describe('a store that may only be read', () => {
  test('shows everything and changes nothing', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    Object.defineProperty(bench.store, 'readOnly', { value: '只能查看。' });
    await bench.as('reviewer');
    expect([
      await bench.code('case.open', { case: caseId }),
      await bench.code('release.register', { case: caseId, pin: PIN }),
      await bench.code('case.rescan', { job: nextJob(), case: caseId }),
      await bench.code('export.make', { kind: 'ledger' }),
      await bench.code('export.make', { kind: 'ledger', full: { reason: '归档' } }),
    ]).toEqual(['ok', 'store-read-only', 'store-read-only', 'ok', 'store-read-only']);
    expect((await bench.call('app.status', {})).readOnly).toBe('只能查看。');
  });
});
