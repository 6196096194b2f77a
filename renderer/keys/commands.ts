/**
 * Every command that has a key, on one screen: buttons take their hints from here, the key sheet prints it, the listener matches
 * it, tests check that no two keys meet. Never bound: Ctrl+Space, lone Shift, Shift+Space, Ctrl+Shift, Ctrl+., F10, F12
 * (input methods and the system use them).
 */
export const PLACES = {
  everywhere: '各处',
  todo: '今日待办',
  submit: '送审',
  desk: '审查台',
  comparison: '前后对比',
  signoff: '签批',
  ledger: '台账',
  audit: '审计',
  requests: '依申请公开',
  exchange: '交换包',
} as const;
export type CommandPlace = keyof typeof PLACES;

export interface Command {
  readonly name: string;
  /** As printed on buttons; the first is the one shown there. */
  readonly keys: readonly string[];
  readonly place: CommandPlace;
  /** Acts also while the cursor stands in a field. */
  readonly inFields?: true;
}

export const COMMANDS = {
  'go.todo': { name: '今日待办', keys: ['Ctrl+1'], place: 'everywhere', inFields: true },
  'go.submit': { name: '送审', keys: ['Ctrl+2'], place: 'everywhere', inFields: true },
  'go.desk': { name: '审查台', keys: ['Ctrl+3'], place: 'everywhere', inFields: true },
  'go.signoff': { name: '签批', keys: ['Ctrl+4'], place: 'everywhere', inFields: true },
  'go.ledger': { name: '台账', keys: ['Ctrl+5'], place: 'everywhere', inFields: true },
  'go.requests': { name: '依申请公开', keys: ['Ctrl+E'], place: 'everywhere', inFields: true },
  'go.statistics': { name: '统计', keys: ['Ctrl+9'], place: 'everywhere', inFields: true },
  'go.exchange': { name: '交换包', keys: ['Ctrl+U'], place: 'everywhere', inFields: true },
  'go.rules': { name: '规则', keys: ['Ctrl+6'], place: 'everywhere', inFields: true },
  'go.people': { name: '人员', keys: ['Ctrl+7'], place: 'everywhere', inFields: true },
  'go.audit': { name: '审计', keys: ['Ctrl+8'], place: 'everywhere', inFields: true },
  'go.selfCheck': { name: '自检与备份', keys: ['Ctrl+B'], place: 'everywhere', inFields: true },
  'files.choose': { name: '选文件送审', keys: ['Ctrl+O'], place: 'everywhere', inFields: true },
  'files.folder': { name: '选文件夹送审', keys: ['F4'], place: 'everywhere' },
  lock: { name: '锁定', keys: ['Ctrl+L'], place: 'everywhere', inFields: true },
  help: { name: '帮助与快捷键', keys: ['?', 'F1'], place: 'everywhere' },

  'todo.next': { name: '下一件', keys: ['J', '↓'], place: 'todo' },
  'todo.previous': { name: '上一件', keys: ['K', '↑'], place: 'todo' },
  'todo.open': { name: '打开这一件', keys: ['Enter'], place: 'todo' },
  'todo.search': { name: '搜索', keys: ['/'], place: 'todo' },
  'todo.mine': { name: '只看待我办理', keys: ['Alt+1'], place: 'todo', inFields: true },
  'todo.due': { name: '只看到期和超期', keys: ['Alt+2'], place: 'todo', inFields: true },
  'todo.all': { name: '看全部', keys: ['Alt+3'], place: 'todo', inFields: true },
  'todo.returned': { name: '只看已退回', keys: ['Alt+4'], place: 'todo', inFields: true },
  'todo.releasable': { name: '只看可放行', keys: ['Alt+5'], place: 'todo', inFields: true },
  'todo.published': { name: '只看已公开', keys: ['Alt+6'], place: 'todo', inFields: true },

  'submit.start': { name: '登记并检查', keys: ['Ctrl+Enter'], place: 'submit', inFields: true },
  'submit.next': { name: '下一个文件', keys: ['Alt+↓'], place: 'submit', inFields: true },
  'submit.previous': { name: '上一个文件', keys: ['Alt+↑'], place: 'submit', inFields: true },
  'submit.copy': { name: '照上一件填写', keys: ['Ctrl+D'], place: 'submit', inFields: true },
  'submit.join': { name: '合成一件（正文和附件）', keys: ['Alt+M'], place: 'submit', inFields: true },
  'submit.attach': { name: '作为上一件的附件', keys: ['Alt+A'], place: 'submit', inFields: true },

  'finding.next': { name: '下一处', keys: ['J', '↓'], place: 'desk' },
  'finding.previous': { name: '上一处', keys: ['K', '↑'], place: 'desk' },
  'finding.next-open': { name: '下一未处理', keys: ['N'], place: 'desk' },
  'finding.previous-open': { name: '上一未处理', keys: ['Shift+N'], place: 'desk' },
  'finding.to-text': { name: '到原文', keys: ['G', 'Enter'], place: 'desk' },
  'finding.to-list': { name: '回到清单', keys: ['Esc'], place: 'desk' },
  'decide.mask': { name: '脱敏', keys: ['1'], place: 'desk' },
  'decide.delete': { name: '删除', keys: ['2'], place: 'desk' },
  'decide.rewrite': { name: '改写', keys: ['3'], place: 'desk' },
  'decide.keep': { name: '保留', keys: ['4'], place: 'desk' },
  'decide.false-alarm': { name: '误报', keys: ['5'], place: 'desk' },
  'decide.escalate': { name: '送上级确定', keys: ['6'], place: 'desk' },
  'same.mask': { name: '同文同规则一并脱敏', keys: ['Shift+1'], place: 'desk' },
  'same.delete': { name: '同文同规则一并删除', keys: ['Shift+2'], place: 'desk' },
  'same.rewrite': { name: '同文同规则一并改写', keys: ['Shift+3'], place: 'desk' },
  'same.keep': { name: '同文同规则一并保留', keys: ['Shift+4'], place: 'desk' },
  'same.false-alarm': { name: '同文同规则一并误报', keys: ['Shift+5'], place: 'desk' },
  'same.escalate': { name: '同文同规则一并送上级', keys: ['Shift+6'], place: 'desk' },
  'desk.find': { name: '在本稿中查找', keys: ['Ctrl+F'], place: 'desk', inFields: true },
  'desk.find-next': { name: '下一个查找结果', keys: ['F3'], place: 'desk', inFields: true },
  'desk.find-previous': { name: '上一个查找结果', keys: ['Shift+F3'], place: 'desk', inFields: true },
  'desk.bulk': { name: '按规则或类别一并处理', keys: ['Y'], place: 'desk' },
  'desk.record': { name: '记入清单', keys: ['M'], place: 'desk' },
  'desk.mark': { name: '人工标注', keys: ['R'], place: 'desk' },
  'desk.undo': { name: '撤销', keys: ['Ctrl+Z'], place: 'desk' },
  'desk.clean-copy': { name: '生成脱敏稿', keys: ['C'], place: 'desk' },
  'desk.rescan': { name: '重新检查', keys: ['E'], place: 'desk' },
  'desk.submit': { name: '提交', keys: ['Ctrl+Enter'], place: 'desk', inFields: true },
  'desk.body': { name: '正文', keys: ['T'], place: 'desk' },
  'desk.hidden': { name: '隐藏内容', keys: ['H'], place: 'desk' },
  'desk.unread': { name: '未能检查', keys: ['U'], place: 'desk' },
  'desk.file': { name: '文件', keys: ['F'], place: 'desk' },
  'desk.proof': { name: '文字', keys: ['W'], place: 'desk' },
  'desk.drop-hidden': { name: '隐藏内容的疑点一并删除', keys: ['X'], place: 'desk' },
  'desk.next-document': { name: '下一个文件', keys: [']'], place: 'desk' },
  'desk.previous-document': { name: '上一个文件', keys: ['['], place: 'desk' },
  'desk.attachments': { name: '附件', keys: ['A'], place: 'desk' },
  'desk.compare': { name: '前后对比', keys: ['B'], place: 'desk' },
  'desk.open-only': { name: '只看未处理', keys: ['/'], place: 'desk' },
  'desk.drawer': { name: '打开或收起处置栏', keys: ['D'], place: 'desk' },

  'compare.next': { name: '下一处改动', keys: ['J', '↓'], place: 'comparison' },
  'compare.previous': { name: '上一处改动', keys: ['K', '↑'], place: 'comparison' },
  'compare.close': { name: '返回', keys: ['Esc'], place: 'comparison' },

  'paper.next': { name: '下一件', keys: ['J', '↓'], place: 'signoff' },
  'paper.previous': { name: '上一件', keys: ['K', '↑'], place: 'signoff' },
  'paper.next-to-see': { name: '下一处请您看', keys: ['V'], place: 'signoff' },
  'paper.opinion': { name: '写意见', keys: ['O'], place: 'signoff' },
  'paper.agree': { name: '同意', keys: ['1'], place: 'signoff' },
  'paper.return': { name: '退回', keys: ['2'], place: 'signoff' },
  'paper.refuse': { name: '不予公开', keys: ['3'], place: 'signoff' },
  'paper.release': { name: '放行', keys: ['4'], place: 'signoff' },
  'paper.publish': { name: '发布登记', keys: ['5'], place: 'signoff' },
  'paper.consult': { name: '征求意见', keys: ['6'], place: 'signoff' },
  'paper.hold': { name: '暂缓公开', keys: ['7'], place: 'signoff' },
  'paper.refer': { name: '送上级确定', keys: ['8'], place: 'signoff' },
  'paper.recall': { name: '撤回', keys: ['9'], place: 'signoff' },
  'paper.compare': { name: '前后对比', keys: ['B'], place: 'signoff' },
  'paper.text': { name: '看全文', keys: ['G'], place: 'signoff' },

  'requests.next': { name: '下一件', keys: ['J', '↓'], place: 'requests' },
  'requests.previous': { name: '上一件', keys: ['K', '↑'], place: 'requests' },
  'requests.open': { name: '看这一件', keys: ['Enter'], place: 'requests' },
  'requests.search': { name: '搜索', keys: ['/'], place: 'requests' },
  'requests.receive': { name: '登记申请', keys: ['N'], place: 'requests' },

  'ledger.next': { name: '下一件', keys: ['J', '↓'], place: 'ledger' },
  'ledger.previous': { name: '上一件', keys: ['K', '↑'], place: 'ledger' },
  'ledger.open': { name: '打开这一件', keys: ['Enter'], place: 'ledger' },
  'ledger.search': { name: '搜索', keys: ['/'], place: 'ledger' },

  'audit.next': { name: '下一条', keys: ['J', '↓'], place: 'audit' },
  'audit.previous': { name: '上一条', keys: ['K', '↑'], place: 'audit' },
  'audit.open': { name: '选中这一条', keys: ['Enter'], place: 'audit' },

  'exchange.import': { name: '导入数据包', keys: ['I'], place: 'exchange' },
  'exchange.export': { name: '导出数据包', keys: ['E'], place: 'exchange' },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof COMMANDS;

/** The command with its optional parts visible to the type checker. */
export const command = (id: CommandId): Command => COMMANDS[id];
/** Key as printed on the button of a command. */
export const keyOf = (id: CommandId): string => command(id).keys[0] ?? '';
