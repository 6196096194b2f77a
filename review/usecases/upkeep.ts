import { clockFlags } from '../chain/clock.ts';
import { readBody } from '../chain/event.ts';
import { CLOCK_FLAGS } from '../chain/kinds/index.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import { peerAfter } from '../chain/peer-clock.ts';
import { rememberedCrypto } from '../chain/remembered-crypto.ts';
import { finishWithPauses } from '../chain/sliced.ts';
import { verifySteps } from '../chain/verify.ts';
import type { DrillReport, UpkeepView } from '../contract.ts';
import { type CheckItem, fail, ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import { asJob, CHECK_CANCELLED, pausesOf } from './checked-journal.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { restoreJournal } from './restore.ts';
import type { NewEvent } from './seal-events.ts';

type Calls = 'upkeep.view' | 'backup.make' | 'backup.drill' | 'backup.choosePlace' | 'backup.setPlace' | 'journal.restore';

export const upkeep: Feature<Calls> = {
  'upkeep.view': async (parts) => ok(await viewOf(parts)),
  'backup.make': async (parts) => {
    const made = parts.ports.upkeep.backUp();
    if (!made.ok) return made;
    const recorded = recordBackup(parts, made.data, false);
    return recorded.ok ? ok(await viewOf(parts)) : recorded;
  },
  'backup.drill': (parts, { job }) => asJob(parts, job, (control) => drilled(parts, control)),
  // Where a copy goes is asked by the host, which answers this call before it comes here.
  'backup.choosePlace': () => fail('host-only', '这里不能选择文件夹，备份位置没有改。请在先审窗口中选择。'),
  'backup.setPlace': async (parts, { folder }) => {
    const set = parts.ports.upkeep.setSecondPlace(folder);
    return set.ok ? ok(await viewOf(parts)) : set;
  },
  'journal.restore': async (parts, input, session) => {
    const done = await restoreJournal(parts, input, session);
    return done.ok ? ok(await viewOf(parts)) : done;
  },
};

function recordBackup(parts: DeskParts, copies: number, drill: boolean): Result<unknown> {
  const { seq, id } = parts.ports.store.head();
  if (parts.readOnly() !== undefined || !parts.roster().now || seq === 0) return ok(null);
  const event: NewEvent = { type: 'backup.done', case: '-', data: { size: seq, head: id, copies, drill } };
  return parts.journal.append(parts.journal.workstation(), [event]);
}

async function viewOf(parts: DeskParts): Promise<UpkeepView> {
  const { upkeep: machine, store } = parts.ports;
  const place = machine.secondPlace();
  const why = parts.readOnly();
  const points = why === undefined ? [] : store.restorePoints();
  return {
    items: [...(await machine.inspect()), clockItem(parts), backupItem(parts), anchorItem(parts)],
    copies: machine.copies(),
    ...(place === undefined ? {} : { secondPlace: place }),
    ...(why === undefined || points.length === 0
      ? {}
      : {
          recovery: {
            why,
            present: store.head().seq,
            points: points.map(({ id, head, whole, rosterLost }) => ({
              id,
              name: pointName(id),
              seq: head.seq,
              whole,
              ...(rosterLost > 0 ? { roster: rosterSetBack(rosterLost) } : {}),
            })),
          },
        }),
  };
}

/** A key that was revoked after such a copy was made would be good again. */
const rosterSetBack = (lost: number): string =>
  `人员名册会退回，缺少后来的${lost}项变更：其间注销的密钥会重新有效，新登记的人员和密钥会不见。恢复后请先从其他工作站导入数据包补回名册；没有的，由两人在“人员”中重新办理，注销的密钥先办。`;

/** Names of copies carry their day; the place is the first number. */
function pointName(id: string): string {
  const day = /journal-(\d{4}-\d{2}-\d{2})\.db$/.exec(id)?.[1];
  if (day === undefined) return '现在的账本';
  return `${id.startsWith('0/') ? '本机' : '第二处'}备份 ${day}`;
}

const item = (id: string, name: string, good: boolean, detail: string): CheckItem => ({
  id,
  name,
  state: good ? 'good' : 'attention',
  detail,
});

function clockItem({ ports }: DeskParts): CheckItem {
  const head = ports.store.head();
  const newest = ports.store.since(head.seq - 1)[0];
  const body = newest && readBody(newest.body);
  const now = ports.clock.now();
  const heard = ports.store.newestOf('pkg.import');
  const peer = heard && readBody(heard.body);
  const flags = clockFlags(body?.ok ? body.data : undefined, now, peer?.ok ? peerAfter(peer.data, undefined) : undefined);
  const shown = now.at.slice(0, 16).replace('T', ' ');
  return flags.length === 0
    ? item('clock', '时钟', true, `现在是 ${shown}，请与标准时间核对`)
    : item('clock', '时钟', false, `现在是 ${shown}：${flags.map((flag) => CLOCK_FLAGS[flag]).join('、')}。请校准时间。`);
}

/** A copy older than this many days, with new records since, is too old. */
const OLDEST_COPY_DAYS = 3;

function backupItem({ ports }: DeskParts): CheckItem {
  const copies = ports.upkeep.copies();
  const newest = copies
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (newest === undefined) return item('backup', '备份', false, '还没有备份。请立即备份一次。');
  const days = Math.round((Date.parse(dateOf(ports.clock.now().at)) - Date.parse(newest)) / 86_400_000);
  if (days > OLDEST_COPY_DAYS) return item('backup', '备份', false, `最近一份是 ${newest}，已过 ${days} 天。请立即备份。`);
  if (ports.upkeep.secondPlace() === undefined) {
    return item('backup', '备份', false, `最近一份是 ${newest}，只存在本机一处。请选择第二处（另一块磁盘或移动介质）。`);
  }
  if (ports.upkeep.sameDisk())
    return item('backup', '备份', false, `最近一份是 ${newest}，两处在同一块磁盘上。请把第二处改到另一块磁盘。`);
  const second = copies.some(({ place, day }) => place === 'second' && day === newest);
  return second
    ? item('backup', '备份', true, `最近一份是 ${newest}，两处都有`)
    : item('backup', '备份', false, `最近一份是 ${newest}，第二处没有同一天的。请接上移动介质后备份一次。`);
}

function anchorItem({ ports }: DeskParts): CheckItem {
  const newest = ports.store.newestOf('checkpoint');
  const body = newest && readBody(newest.body);
  const reason = ports.store.readOnly;
  if (reason !== undefined) return item('anchor', '锚点与检查点', false, reason);
  if (!body?.ok || body.data.type !== 'checkpoint') return item('anchor', '锚点与检查点', true, '锚点与账本一致，还没有检查点');
  const { at, data } = body.data;
  return item(
    'anchor',
    '锚点与检查点',
    true,
    `锚点与账本一致；最近的检查点至第${data.size}条，${at.slice(0, 16).replace('T', ' ')}`,
  );
}

/** The newest copy, verified with every signature, decrypted whole, and compared with the journal it was taken from. */
async function drilled(parts: DeskParts, control: JobControl): Promise<Result<DrillReport>> {
  const { store, background, upkeep: machine } = parts.ports;
  const copy = machine.drill();
  if (!copy.ok) return copy;
  const { day, events, forks, roster, contents, damaged } = copy.data;
  const pauses = pausesOf(parts, control);
  const crypto = rememberedCrypto(parts.ports.crypto);
  const log = { roster, events, forks };
  const learnt = await learnSignatures(log, crypto, background.verify, pauses);
  const report = learnt
    ? await finishWithPauses(verifySteps(log, crypto, { ws: store.head().ws, sealed: false }), pauses)
    : undefined;
  if (!report) return CHECK_CANCELLED;
  const present = store.events();
  const same = events.every(({ id }, index) => id === present[index]?.id);
  // A fork is told for ever, in the journal as in its copies: it says nothing against this copy.
  const wrong = report.problems.length - report.forks.length;
  const good = wrong === 0 && damaged === 0 && same;
  const recorded = good ? recordBackup(parts, 1, true) : ok(null);
  if (!recorded.ok) return recorded;
  return ok({
    day,
    events: events.length,
    contents,
    good,
    lines: [
      `${day} 的备份共${events.length}条记录、${contents}项内容，已全部读出`,
      wrong === 0 ? '结构、签名、名册、签批逐条核验一致' : `核验不通过：${wrong}处问题`,
      damaged === 0 ? '内容全部解开，与承诺相符' : `${damaged}项内容解不开或与承诺不符`,
      same ? '与现在账本的同一段完全一致' : '与现在账本的同一段不一致，请报告保密办核对',
    ],
  });
}
