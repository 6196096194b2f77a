import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { personMentioned } from './person-mention.ts';
import { cellLabels, fact, isHeaderCell, near, tableHeaders, textOf } from './surroundings.ts';

/** A group of facts about somebody's life: words that wake, how the statement runs, columns that hold it. */
interface Condition {
  readonly id: string;
  readonly name: string;
  readonly anchors: readonly string[];
  readonly headers: readonly string[];
  /** Run on the clause; the match is the span. */
  readonly statements: readonly RegExp[];
  readonly header: RegExp;
  /** Cell values that say nothing. */
  readonly blank: RegExp;
  readonly suggestion: string;
  /** True: a sum of money must stand in the cell. */
  readonly sums: boolean;
}

const WHEN =
  '(?:(?:去年|今年|前年|上个?月|本月|近日|日前|近年|当时|\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:初|底|中旬|上旬|下旬)?)(?:刚|曾|已|又|起)?)?';
const ILLNESS =
  '(?:癌|肿瘤|白血病|淋巴瘤|糖尿病|高血压|冠心病|心脏病|脑梗塞?|脑溢血|脑出血|中风|偏瘫|瘫痪|尿毒症|肾衰竭?|肝硬化|肝炎|肺炎|肺结核|结核|哮喘|癫痫|精神分裂症?|精神病|精神障碍|抑郁症?|焦虑症|自闭症|孤独症|痴呆|帕金森|阿尔茨海默|艾滋病?|HIV|梅毒|狼疮|关节炎|骨折|坏死|椎间盘突出|白内障|青光眼|失明|失聪|聋哑|残疾|伤残|智力障碍|脑瘫|重病|大病|慢性病|尘肺|心梗|心肌梗[死塞]|心衰|支架|搭桥|透析|化疗|放疗|移植|截肢|流产|早产|孕期|怀孕|哺乳期|妊娠|新冠|贫血|再障|血友病|渐冻|瘤|衰弱|损伤|骨裂|烧伤|烫伤|创伤|截瘫|脑震荡|功能不全|结石|溃疡|梗阻|综合征|静脉曲张|息肉|卧床|病危|病重|[\u4e00-\u9fff]{1,6}(?:症|病|炎))';
const GRADE = '[一二三四五六七八九十1-9]级';

const HEALTH: Condition = {
  id: 'health-of-person',
  name: '健康状况',
  anchors:
    '患 确诊 查出 诊断 住院 手术 残疾 伤残 病 癌 瘤 孕 流产 脑梗 中风 瘫 痴呆 炎 透析 化疗 放疗 支架 移植 截肢 失明 失聪 聋哑 骨折 抑郁 自闭 卧床 结核 尿毒症 肝硬化 骨裂 受伤 损伤 烧伤 烫伤 脑震荡 衰弱 截瘫'.split(
      ' ',
    ),
  headers:
    '困难原因 致困 致贫 病情 病种 患病 疾病 健康 身体状况 残疾 伤残 诊断 家庭困难 救助原因 补助原因 帮扶原因 慰问原因 困难情况 家庭情况 申请原因 申请理由 事由'.split(
      ' ',
    ),
  statements: [
    new RegExp(
      `${WHEN}(?:[因经被]|先后|不幸)?(?:身患|罹患|患(?!者)上?有?|确诊(?:为|患)?|查出|检出|诊断[为出]?)[^，。；]{0,16}${ILLNESS}[^，。；]{0,14}`,
    ),
    new RegExp(`${WHEN}因(?:处于|患)?[^，。；]{0,10}${ILLNESS}[^，。；]{0,12}`),
    new RegExp(
      `${WHEN}(?:刚|曾)?(?:做|动|接受|行|进行)(?:过|了)?[^，。；]{0,12}(?:手术|支架|搭桥|化疗|放疗|透析|移植)(?:手术|治疗)?`,
    ),
    new RegExp(`(?:(?:\\d{1,3}|[一二三四五六七八九十]{1,4})岁，?)?(?:还|又|也)?有[^，。；]{0,8}${ILLNESS}(?:史|病史)?`),
    new RegExp(
      `(?:[左右双上下][腿手臂眼耳肢])?(?:肢体|智力|精神|视力|听力|言语|多重)?(?:${GRADE})?(?:肢体|智力|精神|视力|听力|言语|多重)?(?:残疾|伤残)(?!人|军人|证|保障)(?:${GRADE})?`,
    ),
    new RegExp(`${WHEN}[^，。；]{0,12}住院(?:治疗|手术|至今)?`),
    /(?:已|正|现)?(?:处于)?(?:怀孕|孕期|哺乳期|妊娠|流产)[^，。；]{0,8}/,
    /(?:患有|身患|罹患|患上)[^，。；、]{2,16}(?:、[^，。；]{2,14})?/,
    /(?:造成|致使?|导致|摔成|摔致)[^，。；]{0,12}(?:骨折|骨裂|受伤|截瘫|残疾|死亡|损伤|烧伤|脑震荡|昏迷)/,
    /因病(?:医治无效|去世|逝世|住院|请假|休养|长期|卧床|离世)[^，。；]{0,6}/,
    /(?:乙肝|艾滋|HIV|梅毒|结核)[^，。；]{0,6}(?:携带者|感染者|阳性)/,
    /(?:长期|常年|终年)?(?:瘫痪|卧床|失明|失聪|聋哑|截肢|病危|病重)[^，。；]{0,6}/,
  ],
  header:
    /困难原因|致[困贫]原因|病情|病种|患病|疾病|健康状况|身体状况|残疾(?:类别|等级|情况|类型)|伤残|诊断|家庭困难|救助原因|补助原因|帮扶原因|慰问原因|困难情况|家庭情况/,
  blank: /^(?:无|否|健康|良好|正常|一般|合格|—|-|\/|)$/,
  suggestion: '(健康状况略)',
  sums: false,
};

const FAMILY: Condition = {
  id: 'family-or-belief',
  name: '婚姻家庭或宗教信仰',
  anchors:
    '离异 离婚 丧偶 再婚 未婚 已婚 分居 单亲 独自抚养 收养 领养 失独 丧夫 丧妻 丧子 信仰 信奉 信教 佛教 基督教 天主教 伊斯兰教 道教 教徒 皈依 婚姻 宗教 无子女 未育 无儿无女'.split(
      ' ',
    ),
  headers: ['婚姻', '婚否', '宗教'],
  statements: [
    /(?:现|已|于?\d{4}年(?:\d{1,2}月)?)?(?:离异|离婚|丧偶|再婚|分居|失独|丧夫|丧妻|丧子|未婚先孕)[^，。；]{0,14}/,
    /无子女|未育有?[^，。；]{0,4}|无儿无女|无人赡养/,
    /(?:单亲(?:母亲|父亲|家庭)|独自抚养|收养|领养)[^，。；]{1,14}/,
    /(?:婚姻状况|婚否)[:：为是 ]{0,2}(?:已婚|未婚|离异|离婚|丧偶|再婚)/,
    /(?:信仰|信奉|信|皈依)(?:佛教|基督教|天主教|伊斯兰教|道教|东正教)|(?:佛教|基督教|天主教|伊斯兰教|道教)(?:徒|信徒)|宗教信仰[:：为是 ]{0,2}(?:佛|基督|天主|伊斯兰|道|东正)教/,
  ],
  header: /婚姻|婚否|宗教/,
  blank: /^(?:无|否|—|-|\/|)$/,
  suggestion: '',
  sums: false,
};

const SUM = '[\\d,.]+[ ]?(?:元|万元|余元)|[一二三四五六七八九十百千万零]+元';
const INCOME: Condition = {
  id: 'income-of-person',
  name: '工资、收入或社会救助',
  anchors: '工资 月收入 年收入 收入 养老金 退休金 退休费 薪酬 薪资 遗属补助 抚恤金 低保 特困 奖金 每月 月薪 年薪 欠薪'.split(' '),
  headers: '收入 工资 养老金 退休金 退休费 薪酬 实发 应发 奖金 低保金 抚恤金'.split(' '),
  statements: [
    new RegExp(
      `(?:家庭)?(?:每?月|年)?(?:基本)?(?:工资|收入|养老金|退休金|退休费|薪酬|薪资|月薪|年薪|遗属补助|抚恤金|低保金|绩效奖金|奖金)[^，。；\\d]{0,10}(?:${SUM})`,
    ),
    new RegExp(`(?:按标准)?(?:每月|月均|每年)(?:领取|发放|发给|享受|收入|工资)?[^，。；\\d]{0,8}(?:${SUM})`),
    /(?:享受|领取|纳入|属于?|系|为)(?:城市|农村|城乡)?(?:最低生活保障|低保|特困|五保)[^，。；]{0,8}/,
    /[靠吃]低保[^，。；]{0,8}/,
  ],
  header: /月收入|年收入|家庭收入|收入(?!合计|预算|决算)|工资|养老金|退休金|退休费|薪酬|实发|应发|奖金|低保金|抚恤金/,
  blank: /^(?:无|—|-|\/|)$/,
  suggestion: '(收入情况略)',
  sums: true,
};

const CREDIT: Condition = {
  id: 'credit-or-punishment',
  name: '信用、债务或违法违纪记录',
  anchors: '失信 征信 逾期 欠债 负债 债务 判处 判刑 前科 刑满 吸毒 酒驾 醉驾 拘留 处分 服刑 戒毒 高利贷 赌博 社区矫正'.split(' '),
  headers: ['征信', '失信', '处分情况', '犯罪记录', '前科'],
  statements: [
    /(?:因[^，。；]{1,12})?(?:(?:已?被|已)[\u4e00-\u9fff]{0,8}?)?(?:列为|列入|纳入)[^，。；]{0,8}失信[^，。；]{0,8}/,
    /(?:个人)?征信[^，。；]{0,8}(?:不良|逾期|黑名单|污点|问题)[^，。；]{0,4}/,
    /(?:贷款|信用卡|房贷|网贷)[^，。；]{0,6}逾期[^，。；]{0,6}|(?:欠债|负债|欠下|欠高利贷)[^，。；]{0,12}/,
    /(?:曾?因[^，。；]{1,14})?(?:曾?被)?(?:判处|判刑|行政拘留|拘留|刑事拘留)[^，。；]{0,12}|有[^，。；]{0,6}前科|刑满释放|正?在?服刑[^，。；]{0,4}|(?:曾|因)?(?:吸毒|赌博|酒驾|醉驾)[^，。；]{0,8}|社区矫正[^，。；]{0,4}/,
    /(?:曾?受到?|被给予|给予)?(?:党内|行政|政务)?(?:严重)?(?:警告|记过|记大过|降级|撤职|开除(?:党籍|公职)?)处分/,
  ],
  header: /征信|失信|处分情况|犯罪记录|前科/,
  blank: /^(?:无|否|没有|—|-|\/|)$/,
  suggestion: '',
  sums: false,
};

const MINOR: Condition = {
  id: 'minor-or-biometric',
  name: '未成年人或生物识别信息',
  anchors: '就读 年级 未成年 读书 上学 幼儿园 指纹 人脸 虹膜 声纹 DNA 基因'.split(' '),
  headers: ['就读学校', '指纹', '人脸', '子女学校'],
  statements: [
    /(?:现|正)?(?:就读于?|在)[^，。；]{2,18}(?:小学|中学|初中|高中|幼儿园|学校)[^，。；]{0,6}(?:年级|班)?[^，。；]{0,6}(?:就读|读书|上学|学生)?/,
    /(?:指纹|人脸|虹膜|声纹|DNA|基因)(?:照片|图像|信息|数据|特征|样本)?(?:编号|特征码|样本号|序列)?[:：]?[A-Za-z0-9-]{5,}/,
    /(?:采集|录入|提取|留存)(?:了|过)?[^，。；]{0,4}(?:指纹|人脸|虹膜|声纹|DNA)[^，。；]{0,8}/,
  ],
  header: /就读学校|子女学校|指纹|人脸/,
  blank: /^(?:无|—|-|\/|)$/,
  suggestion: '',
  sums: false,
};

const CONDITIONS = [HEALTH, FAMILY, INCOME, CREDIT, MINOR];

/** Statements about everybody, about numbers of people, about rules: nobody is meant. */
const GENERAL =
  /等情形|的情形|不得|应当|可以|标准|条件|要求|凡|如有|如患|若|预防|讲座|未被|未列入|名单|的(?:人员|人|群众|职工|干部|居民|住户|老人|队员|对象|家庭|不超过|可|须|应)|者(?:应|须|可|优先)|\d+(?:名|例|位|户|人次)|[\d.]+[万余]*人|[二三四五六七八九十]名|困难职工|办法|规定|政策|条例|宣传|保障金|登记制度|体检|高龄|患病的|病历|病房|保险|医保|统计|人均|平均|人员工资|农民工工资|拖欠工资|工资标准|工资审批|预算|决算|财政/;

const STATEMENT_REACH = 60;
const compiledStatements = new Map<Condition, readonly RegExp[]>();

function compiled(condition: Condition): readonly RegExp[] {
  let statements = compiledStatements.get(condition);
  if (!statements) {
    statements = condition.statements.map((each) => new RegExp(each.source, 'g'));
    compiledStatements.set(condition, statements);
  }
  return statements;
}

function statementAt(scene: Scene, at: Range, condition: Condition): Range | undefined {
  const whole = scene.clause(at.start);
  // A statement is short; text without a break must not make every word read all of it.
  const clause = { start: Math.max(whole.start, at.start - STATEMENT_REACH), end: Math.min(whole.end, at.end + STATEMENT_REACH) };
  // Age stands one comma before: 八十三岁,有老年痴呆.
  const age =
    /(?:\d{1,3}|[一二三四五六七八九十]{1,4})岁，$/.exec(scene.text.slice(Math.max(0, clause.start - 8), clause.start))?.[0]
      .length ?? 0;
  const from = clause.start - age;
  const text = scene.text.slice(from, clause.end);
  for (const statement of compiled(condition)) {
    for (const each of text.matchAll(statement)) {
      const range = { start: from + each.index, end: from + each.index + each[0].length };
      if (range.start <= at.start && range.end >= at.end) return range;
    }
  }
  return undefined;
}

/** Words that wake any of them. */
export const CONDITION_ANCHORS: readonly string[] = CONDITIONS.flatMap((condition) => condition.anchors);

/** True when the table is about persons, one a row. */
function isPersonsTable(scene: Scene, piece: ScenePiece): boolean {
  return /姓名|户主|申请人|补助对象|救助对象|患者|人员|职工/.test(tableHeaders(scene, piece));
}

function inCell(scene: Scene, piece: ScenePiece, condition: Condition): Candidate | undefined {
  const label = condition.header.exec(cellLabels(piece))?.[0];
  if (!label || !piece.cell || isHeaderCell(scene, piece)) return undefined;
  const isForm = piece.cell.header === '' || !condition.header.test(piece.cell.header);
  if (!isForm && !isPersonsTable(scene, piece)) return undefined;
  const value = textOf(scene, piece).trim();
  if (condition.blank.test(value) || value.length > 60 || (condition.sums && !/\d{3}/.test(value)) || /\*\*|××/.test(value))
    return undefined;
  if (!condition.sums && /^[\d.,]+$/.test(value)) return undefined;
  if (isForm && !/姓名|身份证|住址|申请人|户主/.test(`${tableHeaders(scene, piece)} ${nearbyText(scene, piece)}`))
    return undefined;
  const start = piece.start + textOf(scene, piece).indexOf(value);
  return {
    start,
    end: start + value.length,
    value,
    confidence: 0.9,
    evidence: [fact(`表头“${label}”`), fact('所在表格登记个人信息')],
    suggestion: condition.suggestion,
  };
}

function nearbyText(scene: Scene, piece: ScenePiece): string {
  return scene.text.slice(Math.max(0, piece.start - 600), Math.min(scene.text.length, piece.end + 200));
}

function judge(scene: Scene, at: Range, condition: Condition): (Range & { readonly person: string }) | undefined {
  const piece = scene.pieceAt(at.start);
  const statement = statementAt(scene, at, condition);
  if (!statement) return undefined;
  const clause = scene.clause(at.start);
  const text = scene.text.slice(clause.start, clause.end);
  if (GENERAL.test(condition === INCOME ? text.replace(/按标准/, '') : text)) return undefined;
  const row = piece.cell && !isHeaderCell(scene, piece) && isPersonsTable(scene, piece) && scene.row(piece).length > 3;
  if (row && textOf(scene, piece).length <= 40) return { ...statement, person: '所在行的人员' };
  const person = personMentioned(scene, statement.start + 1, statement.end) ?? personBehind(scene, statement, condition);
  if (!person || (piece.cell && scene.row(piece).length > 3 && person !== '姓名')) return undefined;
  return { ...statement, person };
}

/** Money is said before the one who gets it: 每月1420元发给田永年之妻. */
function personBehind(scene: Scene, statement: Range, condition: Condition): string | undefined {
  if (condition !== INCOME) return undefined;
  const after = scene.text.slice(statement.end, Math.min(scene.sentence(statement.start).end, statement.end + 30));
  return /(?:发给|付给|转给|打给)[^，。；]{0,10}(?:之[妻夫子女母父]|同志|女士|先生|本人)/.exec(after)?.[0];
}

/** A statement of any kind at a waking place that is about one person: a name may stand before it. */
export function conditionNear(scene: Scene, at: Range): Range | undefined {
  const word = scene.text.slice(at.start, at.end);
  for (const condition of CONDITIONS) {
    if (!condition.anchors.includes(word)) continue;
    const found = judge(scene, at, condition);
    if (found) return { start: found.start, end: found.end };
  }
  return undefined;
}

function recogniser(condition: Condition): Recogniser {
  return {
    id: condition.id,
    anchors: condition.anchors,
    headers: condition.headers,
    recognise(scene, at) {
      const piece = scene.pieceAt(at.start);
      if (piece.cell && at.start === piece.start && at.end === piece.end) {
        const cell = inCell(scene, piece, condition);
        if (cell) return [cell];
      }
      const found = judge(scene, at, condition);
      if (!found) return [];
      const range = { start: found.start, end: found.end };
      return [
        {
          ...range,
          value: textOf(scene, range),
          confidence: 0.8,
          evidence: [fact(`${condition.name}的具体表述`, range), near(found.person)],
          suggestion: condition.suggestion,
        },
      ];
    },
  };
}

export const healthOfPerson = recogniser(HEALTH);
export const familyOrBelief = recogniser(FAMILY);
export const incomeOfPerson = recogniser(INCOME);
export const creditOrPunishment = recogniser(CREDIT);
export const minorOrBiometric = recogniser(MINOR);
