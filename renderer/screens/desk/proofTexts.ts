export const PROOF_TEXTS = {
  list: '文字疑点',
  loading: '正在看文字……',
  empty: '没有发现日期、文号、标点、错字方面的疑点；仍请通读一遍。',
  note: (count: number) => `文字方面有 ${count} 处请看一看。与保密审查无关，不计入疑点，不用处置，也不影响提交和放行。`,
  jump: '跳到原处',
  jumpTo: (where: string, words: string) => `跳到原处：${where} ${words}`,
  suggestion: (words: string) => `可改为：${words}`,
} as const;
