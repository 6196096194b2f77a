/** Texts for measuring: made up, the same on every machine. */
import type { OfficeList } from '../../review/model/index.ts';

/** A small generator with a seed (mulberry32), so that figures of two runs compare. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Common words of office prose: a text of random characters would flatter every filter. */
const WORDS = (
  '我们 工作 单位 人员 组织 检查 落实 责任 制度 安排 会议 部门 群众 服务 事项 办理 信息 公开 政府 管理 建设 项目 工程 审核 考核 复核 经常 日常 ' +
  '通常 正常 安全 宣传 教育 培训 活动 开展 推进 加强 进一步 按照 要求 根据 有关 规定 认真 及时 全面 完成 年度 计划 总结 情况 问题 整改 措施 提高 ' +
  '水平 能力 保障 维护 城市 社区 街道 学校 居民 小区 地下 停车 设施 设备 系统 网络 平台 数据 资料 文件 通知 公告 公示 审批 窗口 电话 地址 时间 地点 ' +
  '参加 领导 主任 科长 同志 干部 职工 党员 学习 讨论 研究 决定 同意 意见 建议 方案 标准 规范 技术 专家 评审 验收 质量 监督 执法 处罚 申请 材料 受理 ' +
  '的 的 的 的 了 和 在 是 对 为 与 及 等 将 已 由 从 到 上 下 中 内 外 前 后 一 二 三 五 十 百 个 项 家 次 名 条 份'
).split(' ');
/** Rarer characters, so that not every pair of a text begins some keyword: real lists hold names of places, people and things. */
const RARER = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 6 + 1) % 20_000)));
const COMMON = [
  ...'一二三四五六七八九十人工防空地下室核常级甲乙丙类战时平时单元面积口部警报指挥通信频率疏散掩蔽物资专业队市县区街路号楼院村镇山河湖东西南北中大小新老高低长短门窗',
];

/** Office prose of about so many UTF-8 bytes: sentences, paragraphs, numbers here and there. */
export function officeText(bytes: number, seed = 1): string {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const parts: string[] = [];
  let size = 0;
  let inSentence = 0;
  let sentences = 0;
  while (size < bytes) {
    const dice = random();
    const part = dice < 0.03 ? String(Math.floor(random() * 10_000)) : dice < 0.2 ? pick(RARER) + pick(RARER) : pick(WORDS);
    parts.push(part);
    size += part.charCodeAt(0) < 128 ? part.length : part.length * 3;
    if (++inSentence < 6 + random() * 8) continue;
    const stop = random() < 0.5 ? '，' : '。';
    inSentence = 0;
    if (stop === '。') sentences++;
    parts.push(stop === '。' && sentences % 5 === 0 ? '。\n' : stop);
    size += 3;
  }
  return parts.join('');
}

/**
 * Distinct invented keywords of two to six characters. Two hundred are made of two words of office prose and stand in the text: a list
 * ten times as long holds names that no draft mentions, and what is found has to be written down whoever finds it.
 */
export function keywords(count: number, seed = 2): readonly string[] {
  const random = seeded(seed);
  const words = new Set<string>();
  const hans = [...new Set([...COMMON, ...WORDS.join(''), ...RARER])];
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 5);
    let word = '';
    if (words.size < 200) word = `${WORDS[Math.floor(random() * 130)]}${WORDS[Math.floor(random() * 130)]}`;
    else for (let at = 0; at < length; at++) word += hans[Math.floor(random() * hans.length)];
    words.add(word);
  }
  return [...words];
}

/** Invented works as the rows of an office's list; the names are unlike one another from their first characters on. */
export function listedWorks(count: number): Extract<OfficeList, { readonly kind: 'works' }>['rows'] {
  const syllables = '梧桐桂玉紫薇海棠银杏翠柏青松丹枫碧桃';
  const name = (at: number) => [7, 13, 29, 31].map((step) => syllables[(at * step + (at >> 4)) % syllables.length]).join('') + at;
  return Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    name: `${name(at)}期`,
    aliases: [],
    address: `${name(at)}路${at}号`,
    note: '',
  }));
}

const repeated =
  (unit: string) =>
  (characters: number): string =>
    unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);

export interface HostileText {
  readonly name: string;
  /** A text of so many UTF-16 units, in one line. */
  readonly make: (characters: number) => string;
}

/** Texts that bring careless engines to a halt. */
export const HOSTILE: readonly HostileText[] = [
  {
    name: 'no line break',
    make: (characters) =>
      officeText(characters * 3)
        .replace(/[\n，。]/g, '')
        .slice(0, characters),
  },
  { name: 'only digits', make: repeated('1389') },
  { name: 'digits and blanks', make: repeated('1 3 8 - 9 ') },
  { name: 'only 核', make: repeated('核') },
  { name: '核6常 again and again', make: repeated('核6常') },
  { name: 'nested brackets', make: (characters) => '（'.repeat(characters / 2) + '）'.repeat(characters / 2) },
  { name: 'zero-width and blanks', make: repeated('核\u200b \u3000') },
  { name: 'shreds of addresses', make: repeated('路12号院3号楼') },
];

/** The same for one group of recognisers: words that make them begin, again and again, and never an end. */
export const HOSTILE_WORKS: readonly HostileText[] = [
  { name: 'grades without an end', make: repeated('人防核6级常6级') },
  { name: 'ten digits', make: repeated('1234567890') },
  { name: '人防 and brackets', make: (characters) => `人防${'（'.repeat(characters - 2)}` },
  { name: 'places without an end', make: repeated('人防位于东侧楼顶') },
  { name: 'sizes without an end', make: repeated('掩蔽面积五十人防') },
  { name: 'everyday places and sizes', make: repeated('四十中操场底下能进八百人') },
  { name: 'goods without an end', make: repeated('存放帐篷三百顶、棉被') },
];
export const HOSTILE_PERSONAL: readonly HostileText[] = [
  { name: 'digits with a blank', make: repeated('1 38 5') },
  { name: 'only 住', make: repeated('住') },
  { name: 'labels without values', make: repeated('身份证号手机住址患病') },
  { name: 'names without an end', make: repeated('当事人周敏华反映') },
  { name: 'Chinese digits', make: repeated('一三九八七六') },
];
export const HOSTILE_COMMAND: readonly HostileText[] = [
  { name: 'shreds of routes', make: repeated('疏散经沿往至') },
  { name: 'targets without an end', make: repeated('目标为某某大桥、') },
  { name: 'shreds of marks', make: repeated('秘密★密〔') },
  { name: 'frequencies without an end', make: repeated('频率1.5兆、') },
  { name: 'words of what is not yet', make: repeated('待后拟尚未不得') },
  { name: '疏散 in brackets', make: repeated('((((疏散))))') },
  { name: 'shreds of network addresses', make: repeated('10.1.1.1') },
  { name: 'shreds of internal notes', make: repeated('内部注意保密') },
];
