import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { writeEnvelope } from '../../../../review/chain/log-text.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { CaseBuilder, WS } from '../support/case-builder.ts';
import { forkedLog, sealedText } from '../support/log-fixtures.ts';

test('two events of one workstation under one number are proof of a fork, named with both ids', () => {
  const { text, builder, copy } = forkedLog();
  const { valid, forks, problems, events, journals } = verifyLog(text, crypto);
  const ids = (seq: number) => [builder, copy].map(({ written }) => written[seq - 1]?.event.id ?? '').sort();
  expect(forks).toEqual([6, 7].map((seq) => ({ ws: WS, inc: 1, seq, ids: ids(seq) })));
  expect([valid, events, journals.map((journal) => journal.events)]).toEqual([false, 9, [9]]);
  expect(problems.map(({ message }) => message.slice(0, 3))).toEqual(['分叉：', '分叉：']);
});

test('a case that stands on a fork may not be released, on whichever side it is looked at', () => {
  const { text } = forkedLog();
  expect(verifyLog(text, crypto).cases.map(({ whyNot }) => whyNot)).toEqual([['本件的记录不完整或被改动过，请先做日志核验']]);
});

test('a proof that repeats an event, contradicts nothing or was bent proves nothing, and is told', () => {
  const { builder, copy } = forkedLog();
  const whole = sealedText(builder);
  const lineOf = (of: CaseBuilder, seq: number) => `${writeEnvelope(of.written[seq - 1]?.stored as never)}\n`;
  const later = builder.fork();
  later.sign('wang', 'approve');
  const bent = lineOf(copy, 6).replace(/"sig":"(.)/, (_, letter: string) => `"sig":"${letter === 'A' ? 'B' : 'A'}`);
  const told = [lineOf(builder, 6), lineOf(later, 10), bent].map((line) => {
    const { problems, forks } = verifyLog(whole + line, crypto);
    return [forks.length, problems.map(({ message }) => message.replace(/^分叉记录 [0-9a-f]{12}：/, ''))];
  });
  expect(told).toEqual([
    [0, ['与日志中的一条相同，不能证明分叉']],
    [0, ['与日志中的记录不冲突，不能证明分叉']],
    [0, ['签名无效，内容可能被改动过']],
  ]);
});

test('an entry of the roster behind the seal is no proof of anything', () => {
  const { builder } = forkedLog();
  const roster = writeEnvelope(builder.log[0] as never);
  expect(verifyLog(`${sealedText(builder)}${roster}\n`, crypto).problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^文件第\d+行不是日志的格式/),
  ]);
});

test('both sides in one log are told as a fork too', () => {
  const { builder, copy } = forkedLog();
  const both = new CaseBuilder(builder, [...builder.written, ...copy.written.slice(5)]);
  expect(verifyLog(sealedText(both), crypto).forks.map(({ seq }) => seq)).toEqual([6, 7]);
});
