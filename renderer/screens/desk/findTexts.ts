export const FIND_TEXTS = {
  label: '在本稿中查找',
  count: (at: number, all: number) => (all === 0 ? '没有找到' : `${at}/${all}`),
  hidden: '在隐藏内容中',
  previous: '上一个',
  next: '下一个',
  close: '关闭',
  hint: '正文和隐藏内容一起找',
} as const;
