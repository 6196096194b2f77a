/** How often texts may be expected in the prose of offices: what an expression needs is told best by the rarest of what it needs. */

/** Everyday words of offices, which stand in every other sentence. */
const EVERYDAY = new Set(
  (
    '工作 单位 人员 组织 检查 责任 制度 安排 会议 部门 群众 服务 事项 办理 信息 公开 政府 管理 建设 项目 工程 审核 审批 安全 宣传 教育 活动 要求 根据 有关 ' +
    '规定 完成 年度 计划 情况 问题 措施 保障 城市 社区 街道 学校 居民 小区 地下 设施 设备 系统 网络 平台 资料 文件 通知 公告 公示 窗口 电话 地址 时间 地点 ' +
    '领导 主任 科长 处长 局长 书记 同志 干部 职工 研究 决定 同意 意见 建议 方案 标准 专家 评审 验收 质量 监督 处罚 申请 材料 不得 可以 我们 他们'
  ).split(' '),
);

/** How often the strings of a list may be expected: single characters weigh most, longer texts next to nothing. */
export const weightOf = (strings: readonly string[]): number =>
  strings.reduce((sum, text) => sum + (text.length === 1 ? 1 : text.length > 2 ? 0.004 : EVERYDAY.has(text) ? 0.3 : 0.03), 0);

export const isUseful = (strings: readonly string[] | undefined): strings is readonly string[] =>
  strings !== undefined && strings.length > 0 && !strings.includes('');

/** The list that may be expected least often; undefined where none says anything. */
export function lightest(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists
    .filter(isUseful)
    .reduce<readonly string[] | undefined>(
      (best, list) => (best === undefined || weightOf(list) < weightOf(best) ? list : best),
      undefined,
    );
}
