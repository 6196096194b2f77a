/** Whether a person marked it, no rule. */
export const isManual = ({ rule }: { readonly rule: string }): boolean => rule === 'manual';

export const MARK_TEXTS = {
  badge: '人工标注',
  title: '人工标注',
  about: '机器没有提示、但您认为要处置的文字。标注后和其他疑点一样须处置，下一稿中同样的文字仍在，标注就仍在。',
  text: '标注的文字',
  category: '类别',
  level: '级别',
  reason: '为什么要处置',
  reasonHint: '处室负责人和保密审查员会看到。',
  suggestion: '建议改为（可不填）',
  suggestionHint: '按“脱敏”处置时换成这些字；不填，脱敏就是删去。',
  confirm: '标注',
  cancel: '取消',
  chosen: (text: string) => `已选“${text}”`,
  strip: '选字',
  keys: '←→ 移动，Shift+←→ 选字，加 Ctrl 按词，↑↓ 换段，Enter 标注，Esc 退出',
  mouse: '按 R 或点右边，作人工标注',
  onePiece: '一次只能标注同一段内的文字。请分段选。',
  noText: '这一页没有可标注的文字。',
  done: '已标注。它已选中，按数字键处置；按 Ctrl+Z 撤销。',
  noBasis: '人工标注，依据由审查人核定。',
  gone: (count: number) => `以前的人工标注 ${count} 处，本稿已没有这些文字`,
} as const;
