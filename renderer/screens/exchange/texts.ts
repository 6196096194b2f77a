/** Every sentence of 交换包. */
export const TEXTS = {
  title: '交换包',
  loading: '正在读取交换记录……',
  notYours: '交换包由拟稿人、保密审查员、分管领导办理，安全保密管理员和安全审计员可以查看，您的角色不办理。',
  export: '导出数据包',
  import: '导入数据包',
  exportOnly: '数据包由保密审查员或分管领导导出。',
  about:
    '几台工作站之间不联网，用U盘传递数据包：一台导出，另一台导入，签批接着办。数据包由本工作站签名，改动一个字都会被拒收；正文和附件另用口令加密，口令不放在U盘上。',
  stations: '本单位工作站',
  station: '工作站',
  here: '本机',
  heard: (at: string) => `最近收到 ${at}`,
  neverHeard: '还没有收到过',
  onlyHere: '名册里只有本机。要增加工作站：在另一台电脑上首次打开先审，选“加入已有单位”，再到本机“人员”的“工作站”里办理。',
  records: '导出和导入记录',
  table: '全部数据包',
  empty: '还没有导出或导入过数据包。',
  emptyExample: '例：拟稿和处室签批在一号机办，导出数据包交给二号机，保密审查和签发在二号机办，再导回一号机放行。',
  heads: ['时间', '办理', '工作站', '记录', '内容', '办理人', '结果', '数据包编号'],
  kinds: { export: '导出', import: '导入', refuse: '拒收' },
  receiptOf: { export: '导出回执', import: '收到回执' },
  anyone: '不指定',
  count: (many: number) => `${many}条`,
  items: (many: number) => (many === 0 ? '—' : `${many}份`),
  received: (name: string, at: string) => `${name} 已于 ${at} 导入`,
  notReceived: '还没有收到对方导入的消息',
  receiptDue: '还没有给对方回执',
  receiptDone: '已导入',
  sendReceipt: '导出回执',
  sendReceiptFor: (name: string) => `给 ${name} 导出回执`,
  refused: (why: string) => `没有导入任何内容：${why}`,
  forks: '分叉（永久保留）',
  forkLead:
    '同一台工作站的同一个序号出现了两条不同的记录，说明有人用旧的账本副本继续办理过，或有人伪造。两边都原样保留作证，谁也不能删除；请报告保密办。',
  fork: (name: string, inc: number, seq: number, at: string) => `${name} 第${inc}次启用 第${seq}条，${at}`,
  rosterForks: '名册分叉（永久保留）',
  rosterForkLead: '同一份人员名册在两台工作站上各自改过。移交名册的一份为准，另一份在移交之后的变更不予认定。',
  rosterFork: (name: string, seq: number, at: string) => `与 ${name} 从名册第${seq}条起不同，${at} 发现：`,
  rosterForkStands: {
    own: '以本机的名册（移交后的）为准。请通知对方停止办理，那台工作站须重新加入。',
    other: '以对方的名册（移交后的）为准，本机只能查看。请报告保密办。',
    open: '没有移交可以判定。请两边都不要再改名册，报保密办核对。',
  },
  forkedCases: (numbers: readonly string[]) => `不能再放行的件：${numbers.join('、')}，请重新送审。`,
  conflicts: (many: number) => `有${many}件存在冲突，须有人选定后才能继续`,
  openCase: '打开',
  openCaseOf: (number: string) => `打开 ${number}`,
  result: '导入结果',
  close: '收起',
  known: (name: string) => `${name} 的这个数据包里没有新的内容，以前已经导入过。本机没有任何改动。`,
  taken: (name: string) => `已导入 ${name} 的数据包。`,
  counts: (events: number, contents: number, roster: number) =>
    [`新记录${events}条`, contents > 0 ? `内容${contents}份` : '', roster > 0 ? `名册变更${roster}条` : '']
      .filter((part) => part !== '')
      .join('，'),
  isReceipt: '这是对方的回执：对方确认收到了本机导出的数据包。',
  forOther: (name: string) => `注意：这个数据包是给 ${name} 的，本机也已导入。`,
  cleared: (count: number) => `对方已依规清除的${count}项内容，本机也已清除。导出的文件和打印件请一并收回。`,
  copiesStay: (why: string) => `本机的备份里可能还有这些内容，没有重写：${why}`,
  late: (count: number) => `${count}条记录由已撤销的密钥签署，不计入签批。请由两人在“审计”中核实处理。`,
  newForks: (many: number) => `其中${many}条与已有的记录互相矛盾，作为分叉单独保留，见上方红字。`,
  cases: '导入的事项',
  caseHeads: ['编号', '信息名称', '状态', '变化', ''],
  fresh: '新到本机',
  changed: '有新的办理',
  conflict: '冲突',
  unreadable: '正文没有随包送来，只能看进度',
  proposeReceipt: '请给对方导出一份回执，U盘带回去，对方就知道已经收到。',
} as const;

export const EXPORT_TEXTS = {
  title: '导出数据包',
  to: '给哪台工作站',
  anyone: '不指定（本单位任何一台都能导入）',
  what: '带哪些件的正文和附件',
  whatHint: '全部办理记录都会随包带去（不含正文）。对方要继续办理的件，请勾选，把正文和附件一起带去。',
  chosen: (many: number) => `已选${many}件`,
  search: '搜索 编号、名称、处室',
  open: '全选在办的',
  none: '全不选',
  cases: '选择件',
  lists: '带上本机的清单和规则',
  listsHint: '对方可以看差别后启用，两台的检查就一致。',
  noCases: '还没有登记的件，这次只带办理记录。',
  noMatch: '没有符合的件。',
  cancel: '取消',
  confirm: '导出',
  working: '正在核对全部记录并打包……',
  tooMany: '一次最多选500件。',
  doneTitle: '数据包已导出',
  saved: (name: string) => `已保存：${name}`,
  notSaved: '文件还没有保存。请存到U盘上。',
  passphrase: '数据包口令',
  passphraseHint: '只显示这一次。请抄在纸上或打电话告诉对方，不要和U盘放在一起，也不要存成文件。忘了只能重新导出一份。',
  noPassphrase: '这个数据包只有办理记录，没有正文，不需要口令。',
  save: '保存到U盘',
  saveAgain: '再存一份',
  saveFirst: '请先保存文件',
  done: '完成',
  receiptSaved: (name: string) => `回执已保存：${name}。请存到U盘带给对方。`,
  receiptNotSaved: '回执没有保存，需要时可以在记录里再导出一次。',
} as const;

export const IMPORT_TEXTS = {
  title: '导入数据包',
  file: '数据包文件（.xspkg）',
  choose: '选择文件',
  chooseMissing: '请选择U盘上的数据包文件',
  passphrase: '数据包口令',
  passphraseHint: '导出的人告诉您的20位口令，不分大小写。数据包里只有记录、没有正文的，不用填。',
  note: '先全部核对，再一次导入；有一处不对就一条也不导入。导入不会改动本机已有的记录。',
  cancel: '取消',
  stop: '停止导入',
  confirm: '导入',
  working: '正在核对……',
  unknown: '窗口与后台的联系出了问题，不知道是否已经导入。请关闭这个窗口，看下面的记录。',
} as const;

/** Why a file was turned away, by its code, for the list. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'package-format': '不是先审的数据包，或文件不完整、被改动过',
  'package-too-large': '解开后太大',
  'package-foreign': '不是本单位的',
  'package-roster': '包里的人员名册不成立',
  'package-roster-diverged': '两边的人员名册对不上',
  'package-roster-stale': '对方在名册移交之后仍改过名册',
  'package-roster-moved': '名册已经移交，本机后来的名册变更不予认定',
  'package-signature': '不是登记过的工作站签名的，或被改动过',
  'package-event': '包里的记录不成立',
  'package-duplicate': '包里的记录重复',
  'package-gap': '包里的记录缺了一段',
  'package-order': '包里的记录次序不成立',
  'package-checkpoint': '包里的记录可能被删去一部分',
  'package-contents': '包里的正文与记录不符',
};

type Versions = {
  readonly title: string;
  readonly workstation: string;
  readonly version: string;
  readonly here: string;
  readonly becomes: string;
};
const counted = (count: number, what: string): string => (count > 0 ? `${what}${count}条` : '');

/** 启用别的工作站的清单和规则. */
export const ADOPTION_TEXTS = {
  title: '别的工作站的清单和规则',
  lead: '数据包带来、本机还没有启用的。启用前先看差别，由启用的人输口令；版本只升不降。',
  table: '可以启用的版本',
  head: ['名称', '对方', '本机', '启用后的变化', '办理'],
  there: ({ workstation, version }: Versions) => `${workstation} 第${version}版`,
  put: (by: string, at: string) => `${by}，${at}`,
  version: (here: string) => (here === '' ? '没有' : `第${here}版`),
  difference: ({ added, removed, changed }: { readonly added: number; readonly removed: number; readonly changed: number }) =>
    [counted(added, '增加'), counted(removed, '减少'), counted(changed, '改动')].filter((part) => part !== '').join('，') ||
    '没有变化',
  conflict: '两边都改过',
  take: '看差别并启用',
  takeThis: ({ title, workstation }: Versions) => `看差别并启用：${workstation} 的${title}`,
  takeOf: ({ title, workstation }: Versions) => `启用 ${workstation} 的${title}`,
  confirm: '启用',
  change: ({ here, becomes }: Versions) =>
    here === '' ? `本机现在没有；启用后为第${becomes}版。` : `本机现行第${here}版，启用后为第${becomes}版。`,
  conflictNote: ({ workstation, here }: Versions) =>
    `本机的第${here}版和 ${workstation} 的这一版是各自改的，互不知道。启用后，只在本机改过的内容不再有效；要保留的，请先核对，启用后在本机再改一版。`,
  note: '以后的检查按新的一版办；在办事项的签名失效待复核，须重新检查、签名。',
  taken: ({ title, becomes }: Versions) => `${title}第${becomes}版已启用。`,
} as const;
