import type { FormModel, LedgerRow } from '../../../review/artefacts.ts';
import type { CaseRow } from '../../../review/contract.ts';

/** A finished case of an invented office. */
export const row: CaseRow = {
  id: 'c-1',
  number: 'XS-2026-007',
  title: '关于警报试鸣的公告',
  department: '指挥通信处',
  drafter: '张一',
  attribute: 'active',
  state: 'published',
  next: '',
  waitingDays: 0,
  deadline: { on: '2026-09-29', left: 3, estimated: false },
  counts: { block: 1, review: 2, notice: 3, decided: 6, total: 6 },
  version: 2,
  updatedAt: '2026-09-10T10:20:00+08:00',
};

const sign = (by: string, time: string, opinion: string) => ({ by, at: `2026-09-10T${time}:00+08:00`, opinion, counts: true });

export const form: FormModel = {
  office: '云溪市人民防空办公室',
  row,
  documentNumber: '云人防〔2026〕5号',
  createdOn: '2026-09-01',
  filledOn: '2026-09-10',
  channels: ['website', 'board'],
  attachments: [],
  versions: [],
  treated: true,
  counts: row.counts,
  decisions: { 脱敏: 4, 保留: 2 },
  hiddenParts: 3,
  unreadParts: 1,
  steps: [
    { step: 'draft', name: '拟稿人', signatures: [sign('张一', '09:10', '提请审查。')], done: true },
    {
      step: 'head',
      name: '处室负责人',
      signatures: [{ ...sign('赵二', '09:20', '同意。'), counts: false, why: '文件有改动' }, sign('赵二', '09:40', '同意公开。')],
      done: true,
    },
    { step: 'secrecy', name: '保密审查员', signatures: [sign('李三', '10:00', '同意公开。')], done: true },
    { step: 'approve', name: '分管领导', signatures: [], done: false },
  ],
  ruleSet: { engine: '1', packs: ['marks@1.0.0:aa', 'works@1.0.0:bb'], digest: 'abcdef0123456789'.repeat(4) },
  publications: [{ channel: 'website', address: 'www.example.invalid/1.html', on: '2026-09-14', by: '张一' }],
  fileCode: '9F3C-A7D2-51E0',
  chainCode: '7H2K-Q9XM-3TNB-0W4R-VC8J-5PDE-6YZ1',
  chain: ['draft', 'head', 'secrecy', 'approve'],
  remarks: [],
  chainNote: 'xianshen checkpoint v1\norg-0123456789abcdef/ws-0123456789ab\n',
  seq: 2841,
  flags: ['时钟倒退'],
  complete: false,
};

export const ledgerRow: LedgerRow = {
  row,
  documentNumber: '云人防〔2026〕5号',
  createdOn: '2026-09-01',
  submittedOn: '2026-09-02',
  conclusion: '处理后公开',
  basis: '《政府信息公开条例》第十七条',
  head: '赵二',
  reviewer: '李三',
  leader: '王四',
  approvedOn: '2026-09-10',
  channel: '政府网站',
  publishedOn: '2026-09-14',
  publisher: '张一',
  workingDays: 9,
  chainCode: '7H2K-Q9XM-3TNB-0W4R-VC8J-5PDE-6YZ1',
};
