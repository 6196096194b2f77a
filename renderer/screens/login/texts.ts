export const TEXTS = {
  title: '登录',
  locked: '已锁定',
  motto: ['先审查，后公开', '一事一审，谁公开谁负责'],
  about: '公开前保密审查工作台',
  offline: '本机离线运行，不连接任何网络',
  choose: '请选择姓名',
  pin: '口令（PIN）',
  pinHint: '连续输错10次，口令将锁定。',
  enter: '登录',
  entering: '正在核对口令……',
  people: '人员',
  version: '版本',
} as const;
