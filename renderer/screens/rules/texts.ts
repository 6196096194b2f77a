export const TEXTS = {
  title: '规则',
  note: '级别只说明人要做什么，不说明法律怎么定；发现疑点请核对，没有发现也须人工审查。本程序不附带任何涉密事项清单。',
  table: '规则清单',
  loading: '正在读取……',
  empty: '没有装入规则，不能检查。请重新安装规则包。',
  head: ['编号', '名称', '类别', '级别', '依据', '规则包', '起用版本'],
  engine: '引擎',
  digest: '规则校验码',
  search: '搜索 编号、名称、类别',
  total: (count: number) => `共 ${count} 条`,
} as const;
