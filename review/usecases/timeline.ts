import type { BodyOf, EventBody } from '../chain/event.ts';
import { CHECKPOINT_REASONS, CLOCK_FLAGS, type EventType, SIGN_MEANINGS, TWO_PEOPLE } from '../chain/kinds/index.ts';
import { readRanges } from '../chain/ranges.ts';
import type { TimelineEntry } from '../contract.ts';
import {
  CATEGORIES,
  CHANNELS,
  CONSULT_OUTCOMES,
  CONSULTATIONS,
  DECISIONS,
  ENCODINGS,
  LIST_KINDS,
  QUARANTINE_STATES,
  REFER_OUTCOMES,
  REQUEST_ASKS,
  REQUEST_RESULTS,
  STEPS,
} from '../model/index.ts';
import { roleName } from './people-of.ts';

/** Text behind a commitment, and the printed name of a person. */
export interface Wording {
  text(of: string | undefined): string;
  name(person: string): string;
  /** Name of an actor, with the name of the one deputised for. */
  actor(actor: EventBody['actor']): string;
  /** Label of a document by its number, empty where the case has but one. */
  document(number: number | undefined): string;
}
/** `document` where no case is at hand. */
export const someDocument = (number: number | undefined): string => (number === undefined ? '' : '附件');
type Words = { readonly what: string; readonly detail: string };
type WordsOf = { readonly [T in EventType]: (data: BodyOf<T>['data'], wording: Wording) => Words };

const words = (what: string, detail = ''): Words => ({ what, detail });
const count = (ranges: string): number => readRanges(ranges)?.length ?? 0;

/** One line a kind; a new kind without a line does not compile. */
const WORDS: WordsOf = {
  'case.create': ({ number }) => words('送审登记', number),
  'doc.add': ({ document: of, version, name, origin }, { text, document }) =>
    words(`${document(of)}${origin === 'clean-copy' ? '生成脱敏稿，' : ''}第${version}稿`, text(name)),
  'doc.remove': ({ document: of, reason }, { text, document }) => words(`去掉${document(of)}`, text(reason)),
  'doc.order': ({ documents }, { document }) => words('调整附件顺序', documents.map(document).join('、')),
  'scan.done': ({ document: of, counts, unread, encoding }, { document }) =>
    words(
      `${document(of)}${encoding ? `改按${ENCODINGS[encoding]}重新读取并检查` : '机器检查'}`,
      `必须处理${counts.block} 需审查${counts.review} 提示${counts.notice}${unread > 0 ? ` 未能检查${unread}` : ''}`,
    ),
  'finding.decide': ({ document: of, findings, decision, reason }, { text, document }) =>
    words(`${document(of)}处置${count(findings)}处：${DECISIONS[decision]}`, text(reason)),
  'finding.add': ({ document: of, category, reason }, { text, document }) =>
    words(`${document(of)}人工标注：${CATEGORIES[category]}`, text(reason)),
  'finding.undo': () => words('撤销处置'),
  'unread.confirm': ({ document: of, parts }, { document }) => words(`${document(of)}已人工查看${count(parts)}个部分`),
  sign: ({ step, opinion, meaning, withheld }, { text }) =>
    words(
      `${STEPS[step]}签名：${SIGN_MEANINGS[meaning]}`,
      withheld === undefined ? text(opinion) : `${text(opinion)}（不公开的部分和依据：${text(withheld)}）`,
    ),
  return: ({ reason }, { text }) => words('退回', text(reason)),
  refuse: ({ reason, basis }, { text }) => words('不予公开', `${text(reason)}（依据：${text(basis)}）`),
  'submission.recall': ({ reason }, { text }) => words('撤回', text(reason)),
  hold: ({ reason, until }, { text }) => words('暂缓公开', `${text(reason)}（拟于${until}再议）`),
  'hold.end': ({ reason }, { text }) => words('恢复办理', text(reason)),
  refer: ({ whom, question, on }, { text }) => words('送上级确定', `${text(whom)} ${on}：${text(question)}`),
  'refer.answer': ({ number, on, outcome, answer }, { text }) =>
    words(`上级答复：${REFER_OUTCOMES[outcome]}`, `${text(number)} ${on}：${text(answer)}`),
  'consult.open': ({ about, whom, question, due }, { text }) =>
    words(`征求意见：${CONSULTATIONS[about]}`, `${text(whom)}，${due}前答复：${text(question)}`),
  'consult.close': ({ outcome, reply, on }, { text }) =>
    words(`征求意见结果：${CONSULT_OUTCOMES[outcome]}`, `${on} ${text(reply)}`),
  takedown: ({ reason, on }, { text }) => words('撤下', `${on} ${text(reason)}`),
  reexamine: ({ reason }, { text }) => words('启动复审', text(reason)),
  'calendar.set': ({ year, notice }, { text }) => words(`登记${year}年节假日安排`, text(notice)),
  'request.receive': ({ number, on }) => words('收到申请', `${number} ${on}`),
  'request.notify': ({ missing, on, due }, { text }) => words('告知补正', `${on}，${due}前补正：${text(missing)}`),
  'request.amend': ({ on }) => words('收到补正', on),
  'request.ask': ({ about, whom, on, due }, { text }) =>
    words(`征求${REQUEST_ASKS[about]}意见`, `${text(whom)} ${on}送达，${due}前答复`),
  'request.reply': ({ outcome, reply, on }, { text }) =>
    words(`征求意见结果：${CONSULT_OUTCOMES[outcome]}`, `${on} ${text(reply)}`),
  'request.extend': ({ reason, told }, { text }) => words('同意延期答复', `${text(reason)}（${told}告知申请人）`),
  'request.draft': () => words('关联答复件'),
  'request.close': ({ result, grounds, on }, { text }) => words(`答复：${REQUEST_RESULTS[result]}`, `${on} ${text(grounds)}`),
  withdraw: ({ reason }, { text }) => words('作废', text(reason)),
  release: ({ version, attachments }) =>
    words('放行', `${attachments ? '正文' : ''}第${version}稿${attachments ? `和附件${attachments.length}个` : ''}`),
  'publish.record': ({ channel, address, on }, { text }) => words('发布登记', `${CHANNELS[channel]} ${on} ${text(address)}`),
  'export.file': ({ document: of, version }, { document }) => words('导出发布稿', `${document(of)}第${version}稿`),
  'annual.save': ({ year }) => words('保存年度报告', `${year}年`),
  'export.full': ({ what, reason }, { text }) =>
    words(what === 'request-register' ? '导出全量依申请公开登记簿' : '导出全量台账', text(reason)),
  'list.import': ({ list, version, rows }) => words(`导入${LIST_KINDS[list]}`, `第${version}版，${rows}行`),
  'pack.install': ({ pack, version, rules, origin }) =>
    words(origin === 'own' ? '修改本单位规则' : `安装规则包 ${pack}`, `第${version}版，${rules}条`),
  'draft.refuse': ({ rule }) => words('拒收带密级标志的文件', rule),
  'delegation.confirm': () => words('确认代签有效', '代签时时钟有异常，经核对在授权日期内'),
  'pin.change': () => words('修改本人口令'),
  'root.move': ({ what, second }, { name }) =>
    words(what === 'exported' ? '导出单位根密钥' : '移出单位根密钥', second === undefined ? '' : `在场 ${name(second)}`),
  'auth.fail': ({ p, locked }, { name }) => words('口令不对', `${name(p)}${locked ? '，密钥已锁定' : ''}`),
  checkpoint: ({ size, why }) => words('检查点', `至第${size}条，${CHECKPOINT_REASONS[why]}`),
  consent: ({ what }) => words('第二人同意', TWO_PEOPLE[what]),
  'blob.shred': ({ blobs, reason }, { text }) => words(`清除内容${blobs.length}项`, text(reason)),
  'conflict.resolve': () => words('处理版本冲突', '选定一个版本，另一个版本及其处置作废'),
  'pkg.export': ({ to, events, contents, receipt }) =>
    words(receipt === undefined ? '导出数据包' : '导出回执', `${to ?? '本单位'}，${events}条，内容${contents}项`),
  'pkg.import': ({ from, events, contents, forks, late }) =>
    words(
      '导入数据包',
      `${from.ws}至第${from.seq}条，新增${events}条，内容${contents}项${forks > 0 ? `，分叉${forks}条` : ''}${late ? '，有被撤销密钥签署的记录待处理' : ''}`,
    ),
  'quarantine.settle': ({ ws, from, to, verdict, reason }, { text }) =>
    words(
      `处理被撤销密钥签署的记录：${verdict === 'stands' ? '确认有效' : '作废'}`,
      `${ws} 第${from}条至第${to}条。${text(reason)}`,
    ),
  'pkg.refuse': ({ code }) => words('拒收数据包', code),
  'ws.restore': ({ from, lost, reason }, { text }) =>
    words('恢复账本', `接在第${from.seq}条之后${lost ? `，此前曾记到第${lost.seq}条` : ''}。${text(reason)}`),
  'audit.review': ({ size, valid, problems, remark }, { text }) =>
    words('审计复核', `至第${size}条，${valid ? '核验通过' : `发现${problems}处问题`}。${text(remark)}`),
  'backup.done': ({ size, copies, drill }) => words(drill ? '恢复演练' : '备份', `至第${size}条，${copies}份`),
  'clock.flag': ({ flags }) => words('时钟异常', flags.map((flag) => CLOCK_FLAGS[flag]).join('、')),
};

/** `quarantine`: the event came under a revoked key and does not count (quarantine.ts). */
export function timelineEntry(body: EventBody, wording: Wording, quarantine?: 'open' | 'void'): TimelineEntry {
  // The table is typed kind by kind; the union of its functions cannot be called without saying so.
  const say = WORDS[body.type] as (data: EventBody['data'], wording: Wording) => Words;
  return {
    seq: body.seq,
    at: body.at,
    by: wording.actor(body.actor),
    role: roleName(body.actor.role),
    ...say(body.data, wording),
    flags: [
      ...body.flags.map((flag) => CLOCK_FLAGS[flag]),
      ...(quarantine ? [`被撤销的密钥签署，${QUARANTINE_STATES[quarantine]}`] : []),
    ],
  };
}
