import type { Fact, Range, Scene, ScenePiece } from '../../model.ts';
import { hasParty, isAnswer, isAppointment, isNews, isPersonalDraft } from './draft-facts.ts';
import { gapParted } from './name-lists.ts';
import { isOwnedName, nameLengthAt, nameStartBefore, surnameAt } from './name-reading.ts';
import { ownedName } from './owned-name.ts';
import { beginsName, isOfficial } from './person-mention.ts';
import { personTable } from './person-tables.ts';
import { personalItemIn } from './personal-items.ts';
import { fact, near } from './surroundings.ts';

/** A name and why it is private. `firm`: the words beside it say so themselves, whatever else the draft calls the person. */
export interface Seed extends Range {
  readonly because: Fact;
  readonly firm: boolean;
}

/** A person of standing (志愿者某某) is told of over a few sentences: 他…, 为他登记:…. */
export const STANDING_REACH = 160;
/** A matter of their own: who is named in it is private even where no number stands beside. */
const MATTER =
  /仲裁|讨薪|欠薪|劳资|无证上岗|清退|诉求|信访|上访|阻工|阻挠|投诉|举报|补偿|赔偿|索赔|拆迁|征收|安置|纠纷|起诉|诉讼|判决|处罚|罚款|违法|违规|违建|擅自|欠租|拖欠|欠费|租金|困难补助|救助|工伤|死亡|身亡|遇难|坠落|触电|溺水|送医|抢救|重伤|轻伤|受伤|骨折|[擦挫砸]伤|包扎|事故|酒驾|醉驾|拘留|服刑|戒毒|病逝|去世|作证|目击|患|确诊|住院|手术|旷工|擅离职守|打架|赌博|吸毒|酒后|诫勉|记过|撤职|开除|辞退|扣发/;

export const matterIn = (scene: Scene, range: Range): boolean => {
  const sentence = scene.sentence(range.start);
  return !isNews(scene) && MATTER.test(scene.text.slice(sentence.start, sentence.end));
};

/** What may stand between a word for a person and the name. */
const leadOf = (text: string): string =>
  /^(?:姓名|名称|代表|签字|签名|签章|确认|信息|情况)?(?:\([^()]{0,12}\))?(?:[:：】][ ]?|为|是|系|[ ])?["“]?/.exec(text)?.[0] ??
  '';
/** 1 for what it may begin with: behind most words stands none of it, and no text is cut. */
const LEADS = new Uint8Array(65536);
for (const lead of '姓名代签确信情(:：】为是系 "“') LEADS[lead.charCodeAt(0)] = 1;

/** 当事人:郑炳坤 · 住户尤桂兰( · 信访人张三、李四 · 领取人签字:王强 李敏 */
export function afterWord(scene: Scene, at: Range, word: string, party: boolean): Seed[] {
  const text = scene.text;
  const isLed = LEADS[scene.codes[at.end] ?? 0] === 1;
  // 职工, 群众 and 干部 stand in every other sentence: where neither a lead nor a name begins behind one, nothing else is looked at.
  if (!isLed && nameLengthAt(text, at.end, 'role') === 0 && ownedLength(text, at.end, scene.pieceAt(at.start).end, false) === 0)
    return party ? bracketedBehind(scene, at, word) : [];
  // 巡检工程师: the word goes on, and what follows is no name.
  if (word.endsWith('工') && text.startsWith('程', at.end)) return [];
  const piece = scene.pieceAt(at.start);
  const lead = isLed ? leadOf(text.slice(at.end, Math.min(piece.end, at.end + 24))) : '';
  const labelled = /[:：】]/.test(lead);
  const from = at.end + lead.length;
  if (labelled && isOrganisation(text, from, piece.end)) return [];
  // 乙方代表 signs for a body.
  if (lead.startsWith('代表') && /^[甲乙丙]方$/.test(word)) return [];
  if (labelled && party) {
    const apart = gapParted(scene, from, piece.end);
    if (apart.length > 1) return apart.map((range) => ({ ...range, because: near(word), firm: true }));
  }
  const length =
    nameLengthAt(text, from, labelled ? 'labelled' : 'role') || ownedLength(text, from, piece.end, labelled && party);
  if (length === 0 || from + length > piece.end) return party ? bracketedBehind(scene, at, word) : [];
  const range = { start: from, end: from + length };
  // A lawyer acts by profession; the client's name is the private one.
  if (/^[，,(][^。；]{0,24}(?:律师|法律服务)/.test(text.slice(range.end, range.end + 30))) return [];
  // 委托代理人:某某,该办法规科科长: who acts for a body in a case is in office.
  if (/代理人$/.test(word) && IN_OFFICE.test(text.slice(range.end, range.end + 30))) return [];
  const told = length > 2 && !surnameAt(text, from).loose && !isNews(scene);
  const isPrivate = party || personalItemIn(scene, range, STANDING_REACH) || matterIn(scene, range) || (told && hasParty(scene));
  return isPrivate ? [{ ...range, because: near(word), firm: party && labelled }] : [];
}

const SET_OFF = /^(?:\(|，(?:现住|家住|住|男|女|现年|今年|身份证|手机|\d{1,3}岁|生于))/;

/** 投诉人:高原，…: behind the label of a party any name that stands alone is one. */
function ownedLength(text: string, from: number, end: number, labelled: boolean): number {
  const run = /^[\u4e00-\u9fff]{2,4}(?=[，,。；;\s(（]|$)/.exec(text.slice(from, Math.min(end, from + 5)))?.[0] ?? '';
  // Run into the text without a colon, only a bracket or an item behind it sets it off.
  if (run.length === 0 || !(labelled || SET_OFF.test(text.slice(from + run.length, from + run.length + 6)))) return 0;
  return isOwnedName(text, from, from + run.length) ? run.length : 0;
}

/** 卫建平(原承租人)、关山(业主): what somebody is stands in the bracket behind the name. */
function bracketedBehind(scene: Scene, at: Range, word: string): Seed[] {
  const piece = scene.pieceAt(at.start);
  const text = scene.text.slice(Math.max(piece.start, at.start - 4), at.start);
  const open = /\((?:原|系|该|现|前)?$/.exec(text);
  if (!open || !/^(?:姓名)?[)，,]/.test(scene.text.slice(at.end, at.end + 3))) return [];
  const end = at.start - open[0].length;
  const start = ownedName(scene, end, piece.start);
  return start === undefined || isOfficial(scene, start) ? [] : [{ start, end, because: near(word), firm: false }];
}

const IN_OFFICE = /^[，,(][^。；，]{0,20}(?:科长|主任|处长|股长|局长|科员|干部|工作人员|职员)/;

/** 姓名:隗莹莹 above or below an address, a telephone or a day of birth: the form is one person's. */
export function formName(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  const lead = /^(?:\([^()]{0,8}\))?[:：][ ]?/.exec(scene.text.slice(at.end, Math.min(piece.end, at.end + 12)))?.[0].length ?? 0;
  const around = scene.text.slice(Math.max(0, at.start - 200), at.end + 400);
  if (
    /(?:专业人员|专家|评委|经办人?|联系人|负责人|工作人员)$/.test(scene.text.slice(Math.max(piece.start, at.start - 6), at.start))
  )
    return [];
  if (piece.cell || lead === 0 || isAppointment(scene) || !FORM_ITEM.test(around)) return [];
  const start = at.end + lead;
  const length = nameLengthAt(scene.text, start, 'labelled');
  if (length === 0 || start + length > piece.end || isOrganisation(scene.text, start, piece.end)) return [];
  return [{ start, end: start + length, because: near('姓名'), firm: true }];
}

const FORM_ITEM =
  /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|\d{17}[\dXx]|(?:住址|家庭地址|户籍地址)[:：][ ]?[\u4e00-\u9fff]{3}|出生(?:日期|年月)[:：][ ]?(?:19|20)\d\d/;

/** 申请人:王军农资店: the run up to the next mark ends in a word for a body. */
function isOrganisation(text: string, from: number, end: number): boolean {
  const run = /^[^，。、；;:：()（）\s]*/.exec(text.slice(from, Math.min(end, from + 40)))?.[0] ?? '';
  return (
    run.length > 4 &&
    /(?:公司|集团|局|厂|店|中心|合作社|经营部|商行|超市|工作室|委员会|办公室|学校|医院|支行|分行|事务所|研究院|设计院|村委会|居委会|财政|物业|部队|农场|酒店|饭店|门市|协会|工会|食堂|招待所)$/.test(
      run,
    )
  );
}

/** 郑炳坤之妻姜美芬 · 其弟罗淑平 · 我婆婆莫四妹 */
export function relatives(scene: Scene, at: Range, word: string): Seed[] {
  const seeds: Seed[] = [];
  const piece = scene.pieceAt(at.start);
  if (word.startsWith('之')) {
    const read = nameStartBefore(scene.text, at.start, piece.start);
    const start = read >= 0 ? read : (ownedName(scene, at.start, piece.start) ?? -1);
    if (start >= 0) seeds.push({ start, end: at.start, because: near(word), firm: false });
  } else if (OWN_KIN.test(word)) seeds.push(...whoseKin(scene, at, word));
  const lead = /^(?:姓名)?(?:\([^()]{0,8}\))?[:：]?/.exec(scene.text.slice(at.end, at.end + 12))?.[0].length ?? 0;
  const from = at.end + lead;
  const length = nameLengthAt(scene.text, from, 'role');
  if (length === 0 || from + length > piece.end) return seeds;
  const range = { start: from, end: from + length };
  // 其母闪秀英: somebody's mother is nobody's office.
  const own =
    (/^[其我他她]/.test(word) || (word === '配偶' && /[与其和]/.test(scene.text[at.start - 1] ?? ''))) &&
    !isNews(scene) &&
    !isAppointment(scene);
  const theirs = own || word.startsWith('之') || isPersonalDraft(scene) || inPersonalTable(scene, piece);
  if (theirs || personalItemIn(scene, range) || matterIn(scene, range)) seeds.push({ ...range, because: near(word), firm: true });
  return seeds;
}

/** 爱人, 老婆, 母亲 right behind a name: somebody's own. */
const OWN_KIN =
  /^(?:[她他](?:爸|妈|父亲|母亲|丈夫|爱人|妻子|家属|老[公婆])|爱人|老婆|老公|妻子|丈夫|媳妇|女友|男友|儿子|女儿|母亲|父亲|老伴|岳[父母]|孩子)$/;

/** 另外戴晓军爱人今天剖腹产: whose kin something is told of. */
function whoseKin(scene: Scene, at: Range, word: string): Seed[] {
  const end = scene.text[at.start - 1] === '的' ? at.start - 1 : at.start;
  const floor = scene.clause(at.start).start;
  const start = nameStartBefore(scene.text, end, floor);
  if (
    start < 0 ||
    !beginsName(scene, start) ||
    isOfficial(scene, start) ||
    (end - start === 2 && surnameAt(scene.text, start).loose)
  )
    return [];
  const range = { start, end };
  const told = isNews(scene) || isAppointment(scene) ? false : personalItemIn(scene, range) || matterIn(scene, range);
  return told ? [{ ...range, because: near(word), firm: false }] : [];
}

const inPersonalTable = (scene: Scene, piece: ScenePiece): boolean => personTable(scene, piece)?.personal !== undefined;

/** 欧阳秀珍女士: */
export function saluted(scene: Scene, at: Range, word: string): Seed[] {
  const piece = scene.pieceAt(at.start);
  const start = nameStartBefore(scene.text, at.start, piece.start);
  if (start < 0 || isOfficial(scene, start)) return [];
  const range = { start, end: at.start };
  const alone = start === piece.start && /^[:：]/.test(scene.text.slice(at.end, at.end + 1));
  const polite = word === '女士' || word === '先生';
  const comrade = word === '同志';
  const told = personalItemIn(scene, range) || (comrade ? isPrivateMatter(scene, range) : matterIn(scene, range));
  if ((alone && isAnswer(scene)) || told || (polite && isPersonalDraft(scene) && isAnswer(scene))) {
    return [{ ...range, because: fact(alone ? '答复文书的称呼' : `称“${word}”`), firm: false }];
  }
  return [];
}

/** 关于解晓东同志家庭困难补助的报告: comrades are named in every paper, in such a matter as private persons. */
function isPrivateMatter(scene: Scene, range: Range): boolean {
  const sentence = scene.sentence(range.start);
  return (
    !isNews(scene) &&
    !isAppointment(scene) &&
    /困难(?:补助|救助|申请|帮扶)|大病|工伤|伤残|抚恤|丧葬|遗属|违纪|处分|旷工|病故|病假|申诉|离婚|残疾/.test(
      scene.text.slice(range.end, Math.min(sentence.end, range.end + 40)),
    )
  );
}

/** A line that is a name and a colon, above the line that says 您于…. Members of congress and 政协 are addressed in office. */
export function salutationAbove(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  const inLine = /^([\u4e00-\u9fff·]{2,8}?)(?:网友|市民|居民|业主|住户|女士|先生|同志|师傅|老师)?[:：，,!！ ]{1,2}$/.exec(
    scene.text.slice(piece.start, Math.min(at.start, piece.start + 14)),
  )?.[1];
  if (inLine && nameLengthAt(`${inLine}:`, 0, 'labelled') === inLine.length && /^[您你]/.test(scene.text.slice(at.start, at.end)))
    return isNews(scene)
      ? []
      : [{ start: piece.start, end: piece.start + inLine.length, because: fact('答复文书的称呼'), firm: true }];
  if (at.start - piece.start > 6 || piece.start === 0) return [];
  const above = scene.pieceAt(piece.start - 1);
  const line = scene.text.slice(above.start, above.end);
  if (!/^[\u4e00-\u9fff·、]{2,40}[:：]$/.test(line) || /(?:委员|代表|主任|局长)[:：]$/.test(line)) return [];
  const seeds: Seed[] = [];
  for (const part of line.matchAll(/[\u4e00-\u9fff·]+/g)) {
    const name = part[0].replace(/(?:女士|先生|同志|等人?)$/, '');
    if (nameLengthAt(`${name}:`, 0, 'labelled') !== name.length) continue;
    const start = above.start + part.index;
    seeds.push({ start, end: start + name.length, because: fact('答复文书的称呼'), firm: true });
  }
  return seeds;
}

/** Everybody says something; in a matter of persons who says it is a witness. */
const TELLS = new Set(['称', '陈述', '证实', '自述']);

/** 孟令凯反映…, 卫春生等两户…: the name stands right before the deed or the count and begins a clause. */
export function doer(scene: Scene, at: Range, word: string): Seed[] {
  if (TELLS.has(word) && (isNews(scene) || !isPersonalDraft(scene))) return [];
  const clause = scene.clause(at.start);
  const others =
    /(?:等(?:人|\d+人|[一二三四五六七八九十]+人|户|[一二两三四五六七八九十\d]+户)?|[一二两三四五六七八九十]人|来信|来电|来访)$/.exec(
      scene.text.slice(clause.start, at.start),
    )?.[0].length ?? 0;
  const end = at.start - others;
  const start = nameStartBefore(scene.text, end, clause.start);
  if (start < 0 || !beginsName(scene, start) || isOfficial(scene, start)) return [];
  const { loose } = surnameAt(scene.text, start);
  if (end - start === 2 && loose) return [];
  // A name with an everyday surname must stand alone between marks: 都反映, 全家反映 are none.
  const strong = end - start >= 3 && /[由请让叫派托]$/.test(scene.text.slice(start - 1, start));
  if (loose && !strong && start !== clause.start && !/[、，。；:（(]$/.test(scene.text.slice(start - 1, start))) return [];
  return [{ start, end, because: near(word), firm: false }];
}

/** 贺连生、安淑芬两户 · 卫春生等两户 · 费玉梅夫妇: a household is named by its head. */
export function household(scene: Scene, at: Range, word: string): Seed[] {
  if (isNews(scene) || !isPersonalDraft(scene)) return [];
  return doer(scene, at, word);
}

/** 还有一个工人，名叫邰军: in a matter of persons. */
export function called(scene: Scene, at: Range): Seed[] {
  if (isNews(scene) || !isPersonalDraft(scene)) return [];
  const length = nameLengthAt(scene.text, at.end, 'free');
  return length > 0 ? [{ start: at.end, end: at.end + length, because: near('叫'), firm: false }] : [];
}

/** 走访了鞠芳、由海涛等3名工人: who is counted up as people of no office. */
export function counted(scene: Scene, at: Range): Seed[] {
  const noun =
    /^等?(?:[\d一二两三四五六七八九十]{1,3}[名位个户])(?:工人|职工|居民|住户|租户|业主|群众|村民|商户|证人|当事人|信访人|死者|伤者|家属|家庭|农户|学生|队员|驾驶员)/.exec(
      scene.text.slice(at.start, at.start + 14),
    );
  if (!noun || isNews(scene) || !isPersonalDraft(scene)) return [];
  const start = nameStartBefore(scene.text, at.start, scene.clause(at.start).start);
  return start >= 0 && beginsName(scene, start) && !isOfficial(scene, start)
    ? [{ start, end: at.start, because: near(noun[0]), firm: false }]
    : [];
}

/** 对刘志强处以罚款 · 给予赵某处分: the name behind 对 or 给予. */
export function punished(scene: Scene, at: Range): Seed[] {
  const clause = scene.clause(at.start);
  const text = scene.text.slice(clause.start, at.start);
  if (!/[对给责]/.test(text)) return [];
  const seeds: Seed[] = [];
  for (const match of text.matchAll(/(?:对|给予|责令)(?=[\u4e00-\u9fff])/g)) {
    const from = clause.start + match.index + match[0].length;
    const length = nameLengthAt(scene.text, from, 'free');
    if (length > 0) seeds.push({ start: from, end: from + length, because: fact('被处罚、处分的人'), firm: false });
  }
  return seeds;
}

/** 同意给予瞿红(…)5000元、储根生(…)3000元救助: who is given aid by name. */
export function aided(scene: Scene, at: Range): Seed[] {
  const sentence = scene.sentence(at.start);
  const from = Math.max(sentence.start, at.start - 80);
  const given = /(?:给予|发给|发放给|救助|补助|慰问了?)(?=[\u4e00-\u9fff]{2,4}[(、])/.exec(scene.text.slice(from, at.start));
  if (!given || isNews(scene)) return [];
  const start = from + given.index + given[0].length;
  const length = nameLengthAt(scene.text, start, 'free');
  return length > 0 ? [{ start, end: start + length, because: fact('救助、补助的对象'), firm: false }] : [];
}

/** 游大海(男,43岁,…): sex behind a name, in a report of a matter or beside other personal data; never in a notice of appointment. */
export function described(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  const start = nameStartBefore(scene.text, at.start, piece.start);
  if (start < 0 || isAppointment(scene) || isOfficial(scene, start)) return [];
  const range = { start, end: at.start };
  const whole = start === piece.start || beginsName(scene, start);
  if (!whole || !(personalItemIn(scene, range) || matterIn(scene, range))) return [];
  return [{ ...range, because: fact('姓名后写有性别'), firm: false }];
}
