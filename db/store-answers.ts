/** What people read when the journal did not do something: what is safe, and what to do next. */
import { fail } from '../review/model/index.ts';

const NOT_DONE = '这一步没有记录，之前的记录都在。';
export const ANSWERS = {
  moved: fail('store-head-moved', `账本在此期间有了新的记录，${NOT_DONE}请刷新后再办理一次。`),
  refused: fail(
    'store-refused',
    `账本拒绝了这条记录，因为它与账本不衔接或不合规定，${NOT_DONE}请重新打开先审；再次出现请联系系统管理员。`,
  ),
  busy: fail('store-busy', `账本正被其他程序占用，${NOT_DONE}请稍候再办理一次。`),
  full: fail('store-full', `磁盘空间不足，${NOT_DONE}请腾出空间后再办理一次。`),
  broken: fail('store-not-recorded', `写入账本时磁盘出错，已重新打开账本核对：${NOT_DONE}请检查磁盘后再办理一次。`),
  anchor: fail('store-anchor', `锚点文件夹不能写入，${NOT_DONE}请检查锚点文件夹所在的磁盘后再办理一次。`),
} as const;
export const RESTORE = {
  notDue: fail('restore-not-due', '账本没有需要恢复的问题，没有恢复，也没有改动任何文件。'),
  missing: fail('restore-missing', '选中的备份已不在或核对不符，没有恢复，也没有改动任何文件。请刷新后重新选择。'),
} as const;
export const UNKNOWN =
  '写入账本时磁盘出错，现在无法确认这一步是否已记录。之前的记录没有改动。请不要重复办理，先检查磁盘并重新打开先审，以届时显示的记录为准。';

export const CLOSED = '账本已经关闭，这一步没有记录，之前的记录都在。请重新打开先审后再办理。';
export const CLOSED_BADLY = '关闭账本时磁盘出错，备份没有完成。已有的记录都在。请检查磁盘后重新打开先审，再备份一次。';
