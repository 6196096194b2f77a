import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { checkpointAt, checkpointData } from '../../../../review/chain/checkpoint.ts';
import { readBody } from '../../../../review/chain/event.ts';
import { merkleTree } from '../../../../review/chain/merkle.ts';
import { verifyParts } from '../../../../review/chain/verify.ts';
import { journalTree } from '../../../../review/usecases/journal-tree.ts';
import { CaseBuilder, digestOf, WS } from '../support/case-builder.ts';
import { readyCase, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

const typesOf = (bench: Awaited<ReturnType<typeof testDesk>>) => bench.store.events().map(({ type }) => type);
const reasonsOf = (bench: Awaited<ReturnType<typeof testDesk>>) =>
  bench.store.events().flatMap(({ body }) => {
    const read = readBody(body);
    return read.ok && read.data.type === 'checkpoint' ? [read.data.data.why] : [];
  });

describe('checkpoints are stored', () => {
  test('after every signature, release and export, in the transaction of the act', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    await bench.call('release.register', { case: caseId, pin: 'yunxi-2847' });
    await bench.call('export.make', { kind: 'release-file', case: caseId });
    const types = typesOf(bench).filter((type) => !['case.create', 'doc.add', 'scan.done', 'unread.confirm'].includes(type));
    const signed = Array(4).fill(['sign', 'checkpoint']).flat();
    expect(types).toEqual(['finding.decide', ...signed, 'release', 'checkpoint', 'export.file', 'checkpoint']);
    expect(reasonsOf(bench)).toEqual(['act', 'act', 'act', 'act', 'act', 'export']);
  });

  test('at the latest after 200 events, and when the program is closed; a second close adds none', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const view = await bench.view(caseId);
    for (let i = 0; i < 110; i++) {
      await bench.call('finding.decide', { case: caseId, findings: [view.findings[0]?.id ?? ''], decision: 'mask' });
      await bench.call('finding.undo', { case: caseId });
    }
    expect(reasonsOf(bench)).toEqual(['count']);
    expect([bench.desk.checkpointAtClose().ok, bench.desk.checkpointAtClose().ok]).toEqual([true, true]);
    expect(reasonsOf(bench)).toEqual(['count', 'close']);
    expect((await bench.call('log.verify', {})).valid).toBe(true);
  });

  test('once for the same records: printing a form twice gives one code', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench, SAMPLE);
    const form = async () =>
      JSON.parse(
        Buffer.from((await bench.call('export.make', { kind: 'form', case: caseId })).base64, 'base64').toString('utf8'),
      );
    const [first, second] = [await form(), await form()];
    expect([second.chainCode, second.seq]).toEqual([first.chainCode, first.seq]);
    expect(reasonsOf(bench)).toEqual(['export']);
  });
});

describe('nothing is signed over a journal that is not a continuation', () => {
  const stored = (builder: CaseBuilder) => builder.written.map(({ stored }) => stored);
  const storeOf = (events: ReturnType<typeof stored>) => ({
    since: (seq: number) => events.slice(Math.max(0, seq)),
    idsSince: (seq: number) => events.slice(Math.max(0, seq)).map(({ id }) => id),
    newestOf: (type: string) => events.findLast((event) => event.type === type),
  });
  const marked = (builder: CaseBuilder): CaseBuilder => {
    const tree = merkleTree(crypto);
    for (const { id } of builder.events) tree.add(id);
    const last = builder.events.at(-1);
    if (!last) throw new Error('nothing to mark');
    const mark = checkpointAt(crypto, last, tree.size, tree.root());
    builder.add('workstation', 'checkpoint', checkpointData(crypto, mark, tree.root(), 'act'), {
      role: 'workstation',
      case: '-',
    });
    return builder;
  };
  const head = (events: ReturnType<typeof stored>) => ({ ws: WS, inc: 1, seq: events.length, id: events.at(-1)?.id ?? '' });

  test('a journal whose events before the newest checkpoint were exchanged', () => {
    const one = stored(marked(new CaseBuilder().ready()));
    const other = stored(new CaseBuilder().ready().fork());
    const changed = new CaseBuilder();
    changed.create({ createdOn: '2026-11-17' });
    const exchanged = [...stored(changed), ...one.slice(1)];
    const asked = (events: typeof one) => {
      const tree = journalTree(crypto, storeOf(events) as never).at(head(events));
      return tree.ok ? tree.data.size : tree.error.code;
    };
    expect([asked(one), asked(other), asked(exchanged)]).toEqual([one.length, other.length, 'checkpoint-inconsistent']);
  });

  test('a journal that changed while the program ran', () => {
    const builder = new CaseBuilder().ready();
    const before = stored(builder);
    let events = before;
    const tree = journalTree(crypto, {
      since: (seq: number) => storeOf(events).since(seq),
      idsSince: (seq: number) => storeOf(events).idsSince(seq),
      newestOf: (type: string) => storeOf(events).newestOf(type),
    } as never);
    expect(tree.at(head(before)).ok).toBe(true);
    const grown = stored(builder.signAll());
    events = grown;
    expect(tree.at(head(grown)).ok).toBe(true);
    const rewritten = new CaseBuilder();
    rewritten.create({ createdOn: '2026-11-17' });
    events = [...stored(rewritten), ...before.slice(1)];
    const answer = tree.at(head(events));
    expect(answer.ok ? 'ok' : answer.error.code).toBe('checkpoint-inconsistent');
  });

  test('a checkpoint that says another size, root or note is found by the verifier', () => {
    const verdict = (builder: CaseBuilder) =>
      verifyParts({ roster: builder.log, events: stored(builder) }, crypto, [], false).problems.map(({ message }) => message);
    expect(verdict(marked(new CaseBuilder().ready()))).toEqual([]);
    for (const change of [{ size: 3 }, { root: digestOf('other') }, { note: digestOf('other') }]) {
      const builder = new CaseBuilder().ready();
      const tree = merkleTree(crypto);
      for (const { id } of builder.events) tree.add(id);
      const last = builder.events.at(-1);
      if (!last) throw new Error('nothing to mark');
      const data = checkpointData(crypto, checkpointAt(crypto, last, tree.size, tree.root()), tree.root(), 'act');
      builder.add('workstation', 'checkpoint', { ...data, ...change }, { role: 'workstation', case: '-' });
      expect(verdict(builder)).toEqual([`第${builder.events.length}条：检查点与它之前的记录不符`]);
    }
  });
});
