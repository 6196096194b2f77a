/** Grades in everyday words (六级的, 登记为五级, 那个常5的, 类别 乙类, 防化丙), in a draft about works: other gradings fall away. */
import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { windowRecogniser } from './by-window.ts';
import { compactPiece } from './compact.ts';
import { draftFacts, isScored } from './draft-facts.ts';
import { isOffSite, normOfGrade, sentenceOf } from './guards.ts';
import { plainGrade } from './protection-grammar.ts';
import { EXPLAINS, isAboutWorks, isNearWork, isPlainlyOfWork, isTopical } from './stance.ts';
import { candidate } from './ties.ts';

const LEVEL = '[1-6一二三四五六](?![0-9.])[Bb]?';
const SAID =
  '(?:[原为是属系按报的之到由从成作取“:,、;。)(]|[原曾早]定过?|[评核]定过|定过|[标写刻注填印]着|[标写刻注填印]的是|登记为?|评定?为|核定为?|等级|级别|抗力|设防|标准|^)';
const END =
  '(?=$|[,;。、)(”]|[上下]|以下|加固|改造|仍|后|当年|那[道个处座]|[提升降]|改|到|至|的(?!大?风)|工程|人防|防空|管理(?!员|岗)|[复验计]算|设计|设防|建[的成造]|修[的建筑]|标准|等级|[甲乙丙丁]级|[一二]等|掩蔽|地下|物资|专业)';
const FAMILIES: readonly RegExp[] = [
  new RegExp(`(?<=${SAID}|[工程洞道处座个库]|人防)(${LEVEL}级)${END}`, 'gd'),
  new RegExp(
    `(?<=[那这是为按属报个座处的:,、“]|级别|等级|标准|抗力)((?:核|常)${LEVEL}级?)(?=$|[,;。、)”]|的|工程|人防|配筋|设[计防]|修|建|考虑)`,
    'gd',
  ),
  /(?<=(?:批文|批复|图纸|档案|铭牌|图上|资料)(?:上|里|中)?(?:写|标|注|填)(?:的|着|明)?(?:是|为)?)((?:[核常]?[1-6]B|[核常][1-6]))(?=$|[,;。、)])/dg,
  /(?<=类别?[:为]?|[属为是系]|^|[,;。:、(])([甲乙]类)(?=$|[,;。、)]|工程|[核常][1-6一二三四五六]|人防|防空|附建|单建)/dg,
  /(?<=(?:防护|工程|人防|抗力)?类别[:为是]?)([甲乙])(?=$|[,;、])/dg,
  /(?<=防化[^。;]{0,12}(?:提[高升]|改|升|降|调整?)[到为至])([甲乙丙丁]级)/dg,
  /(?:防化|毒剂防护|防毒)(?:等级|级别)?(?:分别|依次|均)?(?:配置?|设计|标准|要求)?[:为是取按到选]?([甲乙丙丁]级?(?:[、/和][甲乙丙丁]级?)*)(?=$|[,;。、)(])/dg,
];
/** Other gradings of office life and building. */
const OTHER =
  /得分|评分|打分|分以上|建造师|造价|注册|耐火|防水|抗震|防火|焊缝|资质|风|坡道|停车场|医院|响应|残|科员|调研员|裂缝|安全等|评估|风险|测评|保护|伤|证书|英语|普通话|火灾|厂房|传染|病|甲管|乙管|强度|混凝土|抗渗|防腐|阻燃|防雨|燃烧|绿色|装修|信用|绩效|星|职|考级|联动|网络|层级|责任|预警|告警|电力|负荷|防雷|外壳|监理|企业|景区|宣教|管理体系|车位|岗|签批|审批|审核|简化|流程|环节/;

const gate = new PatternGate(FAMILIES, (pattern) => pattern);

function readGrades(scene: Scene, piece: ScenePiece): readonly Candidate[] {
  const about = isAboutWorks(scene) && isNearWork(scene, piece);
  const compact = compactPiece(scene, piece);
  const { text } = compact;
  if (!/[级类核常化防]/.test(text) || EXPLAINS.test(draftFacts(scene).title)) return [];
  const table = piece.cell === undefined ? undefined : draftFacts(scene).tables.get(piece.cell.table);
  if (table?.kind === 'off-site' || (table !== undefined && isScored(table) && /^[一二三四1-4]级$/.test(text))) return [];
  if (piece.cell !== undefined && OTHER.test(`${piece.cell.header}${piece.cell.left}`)) return [];
  return gate.open(text).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Candidate[] => {
      const span = match.indices?.[1];
      if (span === undefined) return [];
      const [start, end] = span;
      const [from, to] = sentenceOf(text, start);
      if (!about && !isPlainlyOfWork(scene, text, from, to)) return [];
      if (!isTopical(text, from, to) && text.length > 40) return [];
      if (!/^[核常]/.test(text.slice(start, end)) && OTHER.test(text.slice(Math.max(from, start - 12), Math.min(to, end + 6))))
        return [];
      // 能不能只交钱，不做那个6级人防？ asks.
      if (
        text[to] === '?' &&
        /能不能|是不是|是否|吗|要不要|可不可以|怎么/.test(text.slice(from, to)) &&
        !/[该本此]|档案|登记/.test(text.slice(from, to))
      )
        return [];
      if (/责令|罚款|未按/.test(text.slice(from, to))) return [];
      if (isOffSite(text.slice(from, to)) || normOfGrade(text, start, end, about) !== undefined || isNorm(text, from, start, end))
        return [];
      return [
        candidate(compact, start, end, plainGrade(text.slice(start, end)), 'review', 0.7, [
          { label: '文中述及具体工程，此处写明级别' },
        ]),
      ];
    }),
  );
}

/** 一般、应当 before the grade, and 以上 behind it. */
function isNorm(text: string, from: number, start: number, end: number): boolean {
  return (
    /一般|通常|应当?|不低于|至少|必须|多为|规定|比如|例如|分为|听说|高于|优于|哪/.test(
      text.slice(Math.max(from, start - 24), start),
    ) ||
    (/^(?:及|和|或)?以[上下]|^比/.test(text.slice(end, end + 4)) &&
      !(/^以下/.test(text.slice(end, end + 2)) && /[评定判属]为?$/.test(text.slice(Math.max(0, start - 2), start)))) ||
    // 一级、二级、三级: a scale, not a grade.
    new Set([...text.slice(Math.max(from, start - 24), end + 24).matchAll(/([1-6一二三四五六]B?)级/g)].map((m) => m[1])).size >= 3
  );
}

/** 六级的 · 登记为五级工程 · 那个常5的 · 类别:乙类 */
export const describedGrade: Recogniser = windowRecogniser(
  'described-grade',
  [
    '人防',
    '民防',
    '防空',
    '掩蔽',
    '战时',
    '坑道',
    '地道',
    '洞',
    '指挥所',
    '抗力',
    '防化',
    '物资',
    '级工程',
    '早期工程',
    '地下工程',
  ],
  (scene) => draftFacts(scene).civil,
  readGrades,
);
