import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, grammarRecogniser, oncePerWindow, windowAt } from './grammar.ts';
import { LEAD } from './place-names.ts';
import { isPublicPaper } from './plan-theme.ts';

/** Kinds of 人防法 art. 16: works, research bases, transport and communication hubs, bridges, reservoirs, stores, power stations. */
const FACILITY =
  '(?:(?:火力|水力|风力|热电|热力)?发电(?:有限)?公司|(?:供热|供电|能源|电力|港务|航运|船舶|油气|管道|储运)(?:集团)?(?:有限)?公司|(?:储运|油气|石化|仓储|物资储备|原油|成品油|科研|试验|军工|航天)基地|(?:化工|石化|新材料)产业园区?|石化园区?|[一二三四五六七八九\\d]{1,2}号(?:高炉|机组|储罐|变压器|泵房)|高炉|乙烯|净化厂|调压站|加气站|(?:LNG|天然气|液化气|原油|成品油)接收站|机务段|热源厂|热力站|数据港|云计算基地|[\\u4e00-\\u9fff]闸(?!枢纽)|(?:厂|站|库)取水口|溢洪道|装置区|储罐区|热电联产项目|变电所|换流所|溢洪道|泄洪[闸洞]|水闸|裂化装置|乙烯装置|[\\u4e00-\\u9fff]{2}装置|机组|储气柜|球罐|罐组|集气站|大数据中心|云计算中心|污水厂|加压站|电力调度|广电中心|发射机房|(?<=千伏[\\u4e00-\\u9fff]{2,4})变(?!电|压|化)|总厂|分厂|[一二三四五六七八]桥|高架桥|热电厂|发电厂|火电厂|核电站|核电厂|水电站|电厂|变电站|换流站|开关站|电站|水厂|净水厂|水源地|取水口|泵站|水库大坝|水库|大坝|拦河闸|渡槽|倒虹吸|涵闸|货场|船闸|闸枢纽|水利枢纽|枢纽楼|通信枢纽|电信枢纽|交通枢纽|枢纽站|枢纽|公路桥|铁路桥|铁路大桥|公路大桥|特大桥|大桥|立交桥|桥梁|桥|隧道|编组站|货运站|客运站|火车站|高铁站|[东西南北]站|车站|机场|港区|港口|码头|油库|储油库|油料库|加油库|液化气站|燃气站|门站|配气站|储配站|储罐区|罐区|气库|粮库|储备库|粮油库|物资库|仓库|弹药库|炸药库|化工园区?|化工厂|炼油厂|石化公司|石化厂|制药厂|药厂|钢铁厂|钢厂|铝厂|电解厂|机械厂|造船厂|船厂|工厂|水泥厂|化肥厂|农药厂|电机厂|[\\u4e00-\\u9fff]厂|矿区|煤矿|研究所|研究院|科研基地|实验基地|广播电视台|广播电视塔|电视塔|发射塔|发射台|转播台|电信大楼|通信楼|通信大楼|电信楼|数据中心|交换中心|调度中心|铁路专用线|专用线|输油管线|输气管线|输油管道|输气管道|分输站|集散中心|粮油仓库|冷库|电网|金库|(?:钢铁|石化|化工|电力|供水|燃气|自来水|机械|造船|航空|军工|兵器|通信|热力)(?:集团)?(?:有限)?公司)';
const TRIGGER =
  /(?:重要|重点)?(?:经济|防护|保卫|防卫|目标)(?:目标|对象)|重要目标|重点目标|[一二三]级目标|目标(?:单位(?!名称|应)|名录|目录|清单|一览|为|有|包括|分别|名单)|目标(?:开展|进行|实施|组织|防护)|[一二三]类目标|列为?[一二三]类|目标中，|[一二三四五\d]号目标|两处目标|等(?:重要|重点)?(?:经济|防护)?目标(?!任务|要求|责任|人群|群体|客户|岗位|值)|[一二两三四五六七八九十\d]{1,3}(?:处|个)(?:重要|重点)?(?:经济|防护)?目标|列为[^，。；]{0,8}(?:防护|目标)|防护对象|防护推演|(?:专门|各自|单独)的?(?:防护|保护)(?:办法|方案|措施)|(?:最先|优先|首先|头一个)(?:要|得)?(?:保护|保卫|守护|防护|挨炸|挨打)|目标防护|目标(?:要|得|这块|方面|这边|上，|:)|名录|(?:遭袭|受袭|遭(?:到|受)?(?:空袭|打击|轰炸)|被炸|炸毁|受损|受染|染毒|损毁|中弹|被毁)/;
const STATUTE =
  /一般包括|通常包括|主要包括重要|应当制定|应当|第[一二三四五六七八九十]+条|是指|包括重要的|本法|本办法所称|规定的重要经济目标/;
const GENERAL_NAME =
  /^(?:重要|重点|主要|大型|中型|各类?|有关|相关|工矿|科研|交通|通信|桥梁|城市|国家|其他|所有|部分|某|该|本|一些|等|的|以及)*$/;
const GENERAL_PREFIX =
  /^(?:但|虽|可|因|而|严禁|禁止|重要的?|重点|大型|各类?|有关|相关|所有|全部|一批|多个|若干|某|其他|该|此|本|这|那|两|几|\d|[一二三四五六七八九十两]{1,2}[个处座家级])/;
/** What may not follow: the word then names something beside the facility (大桥管理处, 水厂路, 电厂小区). */
const BESIDE =
  '(?![东南西北中新老]?(?:区(?!域)|房|家(?!单位)|商|部门|路|街|村|镇|工程|项目|公司|管理|服务中心|附近|建设|改造|集团|学校|医院|小区|社区|广场|花园|旁|门前|站点)|口|边|头|长)';
const ITEM = new RegExp(
  `(?<value>[〇\\u4e00-\\u9fffA-Za-z0-9“”#·]{1,20}?${FACILITY}(?:[\\u4e00-\\u9fff]{0,6}?(?:装置|机组|车间|罐区|库区|泵房|厂区|高炉区?|编组场|主坝|闸门|配电室|控制室))?)${BESIDE}`,
  'dg',
);
/** A drill, a tour or a supply report that happens at a facility. */
const OTHER_TALK = /演练现场|观摩|开放日|参观|绩效目标|目标管理|目标考核|年度目标|工作目标|目标任务|目标责任|奋斗目标/;

/** Where targets are spoken of as such, whatever else the sentence says. */
const STRONG =
  /目标目录|经济目标|(?:防护|保卫|重要|重点)目标|(?:防护|保卫)对象|[一二三]类目标|[一二三]级目标|目标(?:名录|清单|防护)|等目标/;
/** Inspections, visits, repairs, schools, storms: facilities are named in them as in any other paper. */
const ERRAND =
  /调研|督导|督查|检查|抽查|参观|学习|观摩|检阅|点验|创建|志愿|春运|防汛|安全生产|开放日|党日|教育基地|修复|路灯|护栏|台风|暴雨|洪水|市政|通车|招商|改扩建|扩建工程|民生|历史|当年|大轰炸|课上|绿化|保洁|捐[赠款]|慰问|招聘|收费|停车|采购|企业[0-9]|泄漏|事故|车祸|拥堵|客流|旅游|景区|摄影|征文|乘[车船]|班次|开业|纪念/;
/** Struck off: 原来的粮库不再列入, 造纸厂已关停，同步调出. */
const STRUCK =
  /不再|(?:已|均|予以)?(?:关停|停产|撤出|调出|移出|剔除|销号|退出名单|除名|注销)|取消[^，。；]{0,6}(?:资格|目标|防护)|改作|改为(?:公园|住宅|商业|民用)/;

/** 虽已停产，但罐区未拆，暂不移出: on the list still. */
const STAYS = /^[^。；]{0,24}(?:暂不|仍(?:须|需|应|要|予|列|按)|继续(?:保留|列)|再议|予以保留)/;

/** How far a trigger reaches in its paragraph, and how many paragraphs below a heading that has it. */
const PASSAGE = 260;
const UNDER_HEADING = 3;
/** A title that names targets speaks of the whole draft. */
const UNDER_TITLE = 30;
const TITLE_LINES = 3;
/** A section about targets goes on until the next one begins. */
const UNDER_SECTION = 8;
const SECTION = /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|篇)|[一二三四五六七八九十]{1,3}、)/;
const TARGET_TITLE = /(?<!绩效|考核|责任)目标单位|(?:重要|重点)(?:经济|防护)?目标|目标防护|防护目标|保卫目标/;
/** Passages end on a grid, so that neighbouring triggers share them. */
const STEP = 260;

/** The passages in which named facilities count as targets: from the trigger's sentence on; below it when it is a heading. */
function passages(scene: Scene, at: Range): readonly Range[] {
  const piece = scene.pieceAt(at.start);
  const reach = piece.start + Math.ceil((at.end + PASSAGE - piece.start) / STEP) * STEP;
  const own = { start: windowAt(scene, at.start, 'sentence').start, end: Math.min(piece.end, reach) };
  if (piece.cell || piece.end - piece.start > 40) return [own];
  const titled =
    piece.index < TITLE_LINES && TARGET_TITLE.test(scene.text.slice(piece.start, piece.end)) && !isPublicPaper(scene);
  const reaches = titled
    ? UNDER_TITLE
    : TARGET_TITLE.test(scene.text.slice(piece.start, piece.end))
      ? UNDER_SECTION
      : UNDER_HEADING;
  const next = scene.pieces.slice(piece.index + 1, piece.index + 1 + reaches);
  const closed = next.findIndex((line) => SECTION.test(scene.text.slice(line.start, line.start + 8)));
  const below = (titled || closed < 0 ? next : next.slice(0, closed)).filter((line) => !line.cell);
  return [own, ...below.map((next) => ({ start: next.start, end: Math.min(next.end, next.start + PASSAGE) }))];
}

function trimmed(scene: Scene, span: Range): Range {
  let text = scene.text.slice(span.start, span.end);
  let start = span.start;
  for (const cut of [
    /^.*(?:围绕|针对|保护|守护|演练了|假想|模拟|设想|建议列入|列入|增补|增列|纳入|将|把|对|为|是|即|包括|分别|其中|一个是|名录|清单|目标|有|与|和|及|在|由)(?=[\u4e00-\u9fff]{2,})/,
    LEAD,
    /^[“”#·]+/,
  ]) {
    const found = cut.exec(text);
    if (!found) continue;
    start += found[0].length;
    text = text.slice(found[0].length);
  }
  return { start, end: span.end };
}

const KINDS_ONLY = new RegExp(`^(?:水厂|电厂|油库|水库|大坝|大桥|${FACILITY}){1,2}$`);

function isNamed(scene: Scene, span: Range): boolean {
  const text = scene.text.slice(span.start, span.end);
  if (text.length < 3 || GENERAL_PREFIX.test(text)) return false;
  // 水厂取水口, 电厂机组: two kinds one behind the other are still no name.
  if (KINDS_ONLY.test(text)) return false;
  const name = text.replace(new RegExp(`${FACILITY}$`), '');
  return name.length > 0 && !GENERAL_NAME.test(name);
}

const targetsIn = oncePerWindow((scene, range): readonly Candidate[] => {
  const text = scene.text.slice(range.start, range.end);
  const found: Candidate[] = [];
  for (const match of text.matchAll(ITEM)) {
    const [start, end] = match.indices?.groups?.value ?? [0, 0];
    const span = trimmed(scene, { start: range.start + start, end: range.start + end });
    const sentence = scene.sentence(span.start);
    const said = scene.text.slice(sentence.start, sentence.end);
    if (STATUTE.test(said) || !isNamed(scene, span)) continue;
    const rest = scene.text.slice(span.end, Math.min(sentence.end, span.end + 40));
    const stays = STAYS.test(rest);
    const struck = !stays && STRUCK.test(/^[^，。；]*(?:，(?=同步|一并|也|均|不再|予以)[^，。；]*)?/.exec(rest)?.[0] ?? '');
    if (struck || (ERRAND.test(said) && !STRONG.test(said) && !TARGET_TITLE.test(scene.title()))) {
      const passedOver = struck ? '已不再列为目标' : '检查、参观、修复等日常事务中提到的设施';
      found.push({ ...candidate(scene, span, 0, []), passedOver });
      continue;
    }
    const label = '上下文为重要目标、防护目标';
    found.push(candidate(scene, span, 0.85, [{ label: '点名的重要设施', range: span }, { label }]));
  }
  return found;
});

/** Passages already read: a text that is nothing but triggers must not hand in the same names once per trigger. */
const read = new WeakMap<Scene, Set<number>>();

function targets(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const headed = piece.cell ? `${piece.cell.header} ${piece.cell.label}` : '';
  const [own, ...below] = passages(scene, at);
  const known = read.get(scene) ?? new Set<number>();
  read.set(scene, known);
  if (!own || known.has(own.end)) return [];
  const text = scene.text.slice(own.start, own.end);
  if (!TRIGGER.test(`${text} ${headed}`)) return [];
  if (OTHER_TALK.test(text.slice(0, 200)) || /绩效目标/.test(headed)) return [];
  if (own.end - own.start > 2 * PASSAGE) known.add(own.end);
  return [own, ...below].flatMap((range) => targetsIn(scene, range));
}

/** Protected and important economic targets by name. Statute text and kinds of targets without a name are none. */
export const keyTarget: Recogniser = {
  id: 'key-target',
  anchors: [
    '经济目标',
    '防护目标',
    '重要目标',
    '重点目标',
    '保卫目标',
    '级目标',
    '类目标',
    '号目标',
    '等目标',
    '目标中',
    '列一类',
    '列二类',
    '列三类',
    '为一类',
    '为二类',
    '为三类',
    '目标名录',
    '目标清单',
    '目标目录',
    '目标为',
    '目标有',
    '目标包括',
    '处目标',
    '个目标',
    '防护对象',
    '保卫对象',
    '防护推演',
    '遭袭',
    '受袭',
    '空袭',
    '打击',
    '炸毁',
    '受损',
    '受染',
    '染毒',
    '损毁',
    '名录',
    '目标这',
    '目标要',
    '目标方面',
    '目标单位',
    '目标防护',
    '重点防护',
    '防护办法',
    '保护办法',
    '最先',
    '优先保',
    '首先保',
    '头一个',
  ],
  headers: ['重点目标', '重要目标', '防护目标', '目标防护', '经济目标'],
  recognise: targets,
};

/** How targets are to be protected: smoke, decoys, light control, dispersal. */
export const targetProtection = grammarRecogniser({
  id: 'target-protection',
  anchors: [
    '防护能力',
    '毁伤',
    '抗毁',
    '要保',
    '要守',
    '保的',
    '守的',
    '防护措施',
    '防护方式',
    '防护手段',
    '烟幕',
    '水幕',
    '示假',
    '角反射',
    '假目标',
    '灯火管制',
    '伪装',
  ],
  window: 'sentence',
  forms: [
    {
      pattern:
        /(?:对|就|围绕|针对)(?<value>(?!各|有关|全|本|所有)[^，。；:对就]{3,40}?)(?:等(?:[一二三四五六七八九\d]{1,2}[处个])?(?:重要|重点)?(?:目标|单位|设施)?)?(?:开展|进行|组织|实施)了?[^，。；:]{0,6}(?:防护能力|毁伤|抗毁|防空袭)[^，。；]{0,4}(?:评估|推演|勘察|论证|分析)/dg,
      label: '写明作过防护评估的目标',
      confidence: 0.8,
      unless: STATUTE,
      accept: (scene, span) => new RegExp(FACILITY).test(scene.text.slice(span.start, span.end)) && isNamed(scene, span),
    },
    {
      pattern: new RegExp(
        `(?:附近的?|旁边的?|还有|以及|，|^)(?<value>(?!各|有关|所有|那|这)[\\u4e00-\\u9fff]{2,14}?${FACILITY})(?:也|都|同样|一样|更|就|还)*(?:是|属于|算)?(?:我们)?(?:要|得|需|须)(?:重点|优先)?(?:保|守|保卫|守护)的?(?=对象|目标|地方|重点|单位|[，。；”]|$)`,
        'dg',
      ),
      label: '点名的保卫对象',
      confidence: 0.8,
      unless: /文物|生态|环境|防汛|洪|水源保护|遗产/,
      accept: (scene, span) => {
        const around = scene.text.slice(Math.max(0, span.start - 240), span.end + 120);
        return /战备|战时|空袭|打仗|指挥所|人防|民防|通联/.test(around) && isNamed(scene, span);
      },
    },
    {
      pattern:
        /(?:防护(?:措施|方式|手段|方法)|主要措施|措施)(?:主要)?(?:以|为|:|是|采取|采用|有|包括)(?<value>[^。；:]{2,60}?)(?=为主|为辅|相结合|相配合|等|[。；]|，由|，并|$)/dg,
      label: '写明目标防护措施',
      confidence: 0.82,
      needs: /目标/,
      unless: /应当|可以采取|知识|科普|条例|个人防护|防护用品|其[他它]目标|各目标/,
      accept: (scene, span) =>
        /烟幕|水幕|示假|角反射|假目标|灯火管制|伪装|遮蔽|分散|备用|转移|抢修|加固|拦阻|干扰|浮桥|疏散/.test(
          scene.text.slice(span.start, span.end),
        ),
    },
    {
      pattern:
        /(?:采取|采用|实施|设置|配置|配备|运用|以)(?<value>[^，。；:]{0,16}(?:烟幕|示假|角反射器?|假目标|灯火管制|伪装网)[^，。；:]{0,20})/dg,
      label: '写明目标防护措施',
      confidence: 0.7,
      level: 'review',
      needs: /重要目标|重点目标|防护目标|经济目标|级目标|电厂|大桥|油库|水库/,
      unless: /应当|可以|知识|科普|演练|演习|展示|什么是|其[他它]目标|各目标/,
    },
  ],
});
