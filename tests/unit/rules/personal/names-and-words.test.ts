import { describe, expect, it } from 'vitest';
import { type Expectation, nameLengthAt } from '../../../../rules/recognisers/personal/name-reading.ts';
import { counted } from './personal-engine.ts';

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of offices and of every day, and beginnings of words, that start with a surname. */
const WORDS = split(`
  答复 包扎 干扰 籍地 钱直接 金转至 农行卡 单属于 原留存 楼西户 母车位 任口头 时工程 于工地 和电话 常年在 项工作 高层住 田间路 万余元
  石材厂 水泵房 油漆桶 车棚顶 路灯杆 门卫室 井盖板 花坛边 鱼塘边 牛栏后 竹林里 夏收后 秋收后 冬修期 金属门 铜钥匙 银行卡 钱款项 税控盘
  古建筑 新建楼 旧址内 老地方 海绵垫 江堤上 河道边 湖心亭 池塘边 沙石料 程序员 方案组 计划表 成本价 平面图 常规线 任务书 万用表 全景图 安全帽
  文件柜 章程稿 简报员 通知单 连接线 相邻处 向阳坡 别墅区 应急灯 查询机 展示板 宣传栏 谈判桌 祝贺信 贺年卡 康复科 宁静处 乐器室 喜糖盒 温度计
  冷库房 寒假期 凉亭边 阴雨天 阳台外 黄昏时 红砖墙 蓝图纸 青苗费 紫藤架 朱砂桶 丹顶鹤 皮卡车 毛毯子 甘蔗地 苦水井 盐碱地 米粉店 麦田边
  柴油机 桑树下 桂花树 柏油路 松木板 柳条筐 梁柱间 鲁迅路 齐步走 秦腔团 晋级赛 燕窝粥 韩式店 魏碑体 卫生间 蜀锦厂
  英语课 武术队 文学社 史料室 经济学 法律部 政府办 党员证 军训营 兵役证 师范生 学位证 教练车 农技站 商铺租 工程款 牧场主 渔网绳 药材铺 医保卡
  强制执 严格按 庄重地 高兴地 欢迎词 乐意做 怀疑是 顾虑到 关心他 左边第 向前走 全家人 满意度 充电桩 贝壳堆 尚未交 曾多次 应于十 须由其 以其名
  周边地 周期性 景观带 广播站 步行街 蒙古包 荆棘丛 芦苇荡 茅草屋 苗圃地 艾灸馆 花圈店 苏打水 范围内 蒋管区 蓝天队 葛布衣 葡萄架 薄膜厂
  武汉 英语 海军 文学 宫廷 利润 战胜 平衡 鲜红 简洁 冷静 支柱 暴露 连锁 怀念 宣扬 揭晓 富贵 廉洁 荣获 丰收 严肃 和谐 强烈 后勤 水晶 项目 计算 别人
  经办 公证 应当 相关 安置 常委 管护 符合 单位 农户 成本 查验 包括 牧民 习惯 解除 顾虑 封堵 储存 储备 边界 容量 景点 薄弱 舒适 衡量 贡献 闭门 门口
  向来 从来 历来 由来 居然 尤其 但凡 何必 何时 任何 那边 那时 时候 时间 时效 终于 归还 归属 来历 来源 路段 路口 车间 车棚 钱款 金额 税款 费用 票据
  于是 万一 万分 全权 全程 双方 左右 上级 下级 东侧 西侧 南侧 北侧 盛产 盛行 茂密 荒地 空地 闲置 阳面 阴面 石块 石阶 沙堆 水渠 水闸 河滩 池水 海滩
`);

const SURNAMES = split(`
  王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余
  潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 崔 邱 江 史 顾 侯 邵 孟 龙 段 雷 钱 汤 尹 黎 易 武 乔 贺 赖 龚 庞 樊 兰 殷 施 陶 翟 颜 倪
  芦 季 俞 章 葛 伍 韦 申 尤 毕 聂 焦 柳 邢 岳 梅 莫 庄 辛 祝 左 涂 谷 祁 耿 牟 卜 詹 苗 凌 费 纪 靳 童 欧 甄 曲 裴 查 屈 鲍 覃 霍 翁 隋 植 景 柏 柯 阮 桂
  欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 端木 呼延 申屠 闻人 钟离 澹台 赫连 濮阳
`);
const GIVEN = split(
  '秀英 建国 志强 玉兰 德厚 小军 淑珍 伟 桂芳 海涛 永福 文斌 丽 春生 雪梅 俊杰 阿根 翠莲 浩然 金水 敏 国平 明霞 长河 雨欣',
);
/** Three hundred and more invented names: every surname with two of the given names. */
const NAMES = SURNAMES.flatMap((surname, index) => [index, index + 11].map((at) => `${surname}${GIVEN[at % GIVEN.length]}`));

const read = (words: readonly string[], behind: string, expectation: Expectation): readonly string[] =>
  words.filter((word) => nameLengthAt(`${word}${behind}`, 0, expectation) >= 2);

describe('a word is no name', () => {
  it.each([
    ['free', '，'],
    ['free', '('],
    ['free', '因'],
    ['role', '，'],
    ['role', '反映'],
  ] as const)('where %s text goes on with %s', (expectation, behind) => expect(read(WORDS, behind, expectation)).toEqual([]));

  it('behind a label only where it is written like one', () => {
    const written =
      '万余元 全景图 时工程 师范生 曾多次 桂花树 祝贺信 经济学 苏打水 阴雨天 宣扬 富贵 宫廷 廉洁 怀念 战胜 揭晓 支柱 文学 暴露 武汉 水晶 海军 简洁 连锁 鲜红';
    expect(new Set(read(WORDS, '。', 'labelled'))).toEqual(new Set(split(written)));
  });
});

describe('an invented name is a name', () => {
  it.each([
    ['labelled', '，'],
    ['role', '，'],
    ['role', '反映'],
  ] as const)('where %s text goes on with %s', (expectation, behind) =>
    expect(NAMES.filter((name) => nameLengthAt(`${name}${behind}`, 0, expectation) !== name.length)).toEqual([]),
  );

  // 曾 is 'once' far more often than a surname: in free text it wants a label.
  it('in free text, but for a surname that is an adverb', () =>
    expect(NAMES.filter((name) => nameLengthAt(`${name}(`, 0, 'free') !== name.length)).toEqual(['曾文斌', '曾明霞']));
});

describe('in a draft', () => {
  it.each([
    '投诉人：要求退还押金，见附件。',
    '当事人：拒绝签字\n手机：13905512345',
    '答复：\n您反映的情况，我办已转社区处理，联系电话6637015。',
    '信访件办理：金额错误13905512345，已更正。',
    '姓名\t身份证号\n待补录\t340104189106151238\n方案组\t340104189106151238',
  ])('%s names nobody', (text) => expect(counted(text).filter((each) => each.startsWith('personal-name:'))).toEqual([]));
});
