import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate } from './grammar.ts';
import { isBracketed, isHeadPiece, isQuoted, pieceText } from './mark-form.ts';
import { statement } from './passage.ts';

const PAPER =
  '(?:此|本|该|以上|上述)(?:件|文件|文|材料|资料|页|表|稿|册|图纸|图|台账|名册|方案|通知|通报|纪要|简报|记录|报告|总结|汇报|手册|底稿|内容|信息|汇编|清单|目录|附件|附表|预案|计划|函|电报|专报|快报|参考|文档|数据|会议|讲话|本子|邮件|协议|合同|意见|说明|单|卷|光盘)';
const SPREAD =
  '(?:外传|外泄|外流|翻印|复印|复制|影印|转发|转载|转述|转抄|传播|扩散|公开|公布|发布|拍照|拍摄|翻拍|录音|录像|摄录|摘抄|摘录|抄录|上网|上传|下载|外发|外借|外带|带出|带离|携带外出|拷贝|转存|留存|截屏|截图|引用|散发|张贴|见报|登报|刊登|泄露|泄密|遗失|丢失|转借|对外(?:提供|发布|公开|宣传|透露|使用)?|扫描(?:上传)?|拆阅|传阅|传|上互联网|入网|泄漏|外联|外露|复制|带走|外传他人|丢弃|拷出|转给[\\u4e00-\\u9fff]{2,10}|转发给[\\u4e00-\\u9fff]{2,10})';
const WHOM =
  '(?:本单位|本部门|本办|本局|本科|本处|本系统|本级|机关|成员单位|与会人员|与会|参会人员|领导|班子|党组成员|工作人员|运维人员|有关人员|有关领导|相关人员|经办人员|管理人员|指定人员|专人|评委|专家|编委|审稿|科以上|处以上|内部)';
const READ = '(?:使用|参考|掌握|传阅|阅读|学习|交流|查阅|参阅|阅示|阅知|阅处|阅办|阅看|知悉|流转|发行|审阅|存档|备查|阅)';

/**
 * Phrases of marking. `sure` ones say it of the paper itself and count wherever they stand as a clause of their own; the others are
 * also ordinary advice (会上要求注意保密), so they count only in the head, at the end, in brackets or on a line of their own.
 */
const PHRASES: readonly { readonly pattern: RegExp; readonly sure: boolean; readonly label: string }[] = [
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:仅|只)(?:供|限|发|送|印发)(?:于|给)?(?:[\\u4e00-\\u9fff]{0,8}内部|[\\u4e00-\\u9fff]{0,6}${WHOM})(?:范围)?[\\u4e00-\\u9fff]{0,3}?${READ}?(?=$|[^\\u4e00-\\u9fff]|${READ}|(?:请|注意|妥善|不得|严禁|勿|切勿|阅后|用后|会后))${READ}?`,
      'd',
    ),
    sure: true,
    label: '限定内部使用',
  },
  {
    pattern:
      /^内部(?:学习|资料性材料|资料|材料|文件|事项|文稿|情况|刊物|信息|通报|简报|通知|报告|纪要|电报|明电|传阅|使用|参考|参阅|掌握|发行|交流|专用|要情|图纸|图件|底稿|数据|汇编|读物|教材|件)/d,
    sure: false,
    label: '内部标志',
  },
  { pattern: /^内部[★☆*]\s?(?:\d{1,2}年|长期)?/d, sure: false, label: '内部标志' },
  { pattern: /^工作秘密(?:级|[★☆*]\s?(?:\d{1,2}年|长期)?)?/d, sure: false, label: '工作秘密标志' },
  {
    pattern:
      /^(?:内参|传阅件|密件|内部明码|涉密(?:文件|资料|材料|图纸|图件|档案|数据|载体)|内部密件|敏感信息|非公开|保密(?:资料|文件|图纸|材料))/d,
    sure: false,
    label: '内部标志',
  },
  { pattern: /^内部(?![\u4e00-\u9fff])/d, sure: false, label: '内部标志' },
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:仅)?限(?:[\\u4e00-\\u9fff]{2,10}?)(?:人员)?(?:范围内?|以上(?:领导|干部)?)?${READ}`,
      'd',
    ),
    sure: false,
    label: '限定知悉范围',
  },
  { pattern: /^(?:知悉|知密|传阅|阅读|接触)范围:[\u4e00-\u9fff、]{2,24}/d, sure: false, label: '限定知悉范围' },
  {
    pattern:
      /^(?:只|仅|限)?发至?(?:县|团|处|科|市|乡)[\u4e00-\u9fff]{0,3}级|^(?:只|仅)(?:发|送|印发)(?:到|至|给)[\u4e00-\u9fff]{2,14}(?=$|[，,。；)])/d,
    sure: false,
    label: '限定发放范围',
  },
  { pattern: /^(?:请|应|须|务必)?(?:严格|注意|妥善)保密/d, sure: false, label: '“注意保密”标注' },
  { pattern: /^请?(?:注意|妥善|妥为|严格|专人|慎重|严加)(?:保存|保管|收存|存放|保护)/d, sure: false, label: '“注意保存”标注' },
  {
    pattern: new RegExp(
      `^${PAPER}(?:中)?(?:含有?|属于?|为|系|涉及)(?:有)?(?:部分)?(?:内部|敏感|涉密|未公开|工作秘密)(?:工作)?(?:事项|信息|内容|资料|材料|数据|文件|情况)`,
      'd',
    ),
    sure: false,
    label: '自称含内部事项',
  },
  {
    pattern: new RegExp(
      `^(?:${PAPER}|图纸|附图|图册|名册|光盘)?(?:未经(?:[\\u4e00-\\u9fff]{0,6})(?:批准|同意|许可|允许|授权)[，,]?)?(?:一律|任何人)?(?:不得|严禁|禁止|请勿|切勿|谨防|勿|不准|不可|不许|谢绝|请不要|不要)(?:对外|擅自|随意|私自|任意|再次?|在?互联网|随[\\u4e00-\\u9fff]{2,10}?)?${SPREAD}(?:[、和或及]?${SPREAD}){0,4}(?:他人|网络|互联网|办公区|会场|机关|单位)?`,
      'd',
    ),
    sure: false,
    label: '“不得外传”标注',
  },
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:请)?(?:会议?|散会|阅读?|用|看|学习|传阅|使用|讨论|审阅|查阅)(?:结束|完毕|完)?(?:后|毕|完|时|之后)(?:请|须|应|要|务必|立即|及时|统一|当场|一律|即|按号|按时|自行|全部){0,3}(?:由[\\u4e00-\\u9fff]{2,8}|交[\\u4e00-\\u9fff]{2,8})?(?:统一)?(?:收回|交回|退回|归还(?![\\u4e00-\\u9fff]{0,4}(?:工具|图书|设备|原处|仓库|器材|押金|车辆|场地|物品|原位))|销毁|清退|退还|缴回|交(?:会务|秘书|办公|机要|保密|工作|我)[\\u4e00-\\u9fff]{0,3}|焚毁|焚|删除|删|粉碎|回收|上交|上缴|收缴|撤回|送还|退(?=[\\u4e00-\\u9fff]{2}))(?:[\\u4e00-\\u9fff]{2,8})?`,
      'd',
    ),
    sure: false,
    label: '“阅后收回”标注',
  },
  {
    pattern: new RegExp(
      `^${PAPER}(?:第[一二三四五六七八九十\\d]{1,3}[条项款页])?(?:的?内容)?(?:不|不予|不宜|暂不|请勿|不得)(?:主动|对外)?(?:公开|发布|外传|上网)(?:发布)?`,
      'd',
    ),
    sure: true,
    label: '不公开标注',
  },
  {
    pattern: /^(?:本|此|该)[^，。；:]{1,18}(?:属于?|为|系)内部(?:资料|文件|事项|材料|图纸|数据)(?!务)/d,
    sure: true,
    label: '自称内部资料',
  },
  {
    pattern: new RegExp(`^${PAPER}?(?:仅|只)限[\\u4e00-\\u9fff]{2,14}(?:知悉|传阅|查阅|参阅|阅读|掌握)`, 'd'),
    sure: true,
    label: '限定知悉范围',
  },
  { pattern: /^仅供参阅/d, sure: false, label: '限定知悉范围' },
  {
    pattern: /^(?:会上发|会前发|会上看|当场发)[，,、]?(?:会后|散会|当场)(?:收回?|清点|退)/d,
    sure: true,
    label: '“会后收回”标注',
  },
  { pattern: /^(?:共)?印(?:数|发)?:?\s?\d{1,4}\s?份(?=[，,、；;\s]?(?:会|阅|用))/d, sure: false, label: '印数' },
  { pattern: /^(?:不上网|不挂网|不登报|不见报|不外发|勿上网|不发外网)(?![\u4e00-\u9fff])/d, sure: false, label: '不公开标注' },
];
/** Between two phrases of one mark: 内部通报，阅后收回. Blanks between characters are folded away. */
const BETWEEN = /^[\s，,、；;·.。]{0,3}(?:并|且|请)?/;
const NOTE = /^(?:不予公开|不宜公开|不公开|暂不公开)$/;
const ATTRIBUTE = /公开(?:属性|方式|类别|形式|选项|类型)\s?[:：]?\s?$/;

const STARTS = /[\s，。；;:：([{【〔<《|“"‘—·!！-]/;
const ENDS = /[\s，。；;:：()【[〔\]}】〕>》|”"’—·!！、-]/;

interface Standing {
  readonly own: boolean;
  readonly clause: boolean;
}

/** What may lead a note of marking on its line. */
const NOTE_LEAD = /^(?:注|备注|说明|附注|声明|提示|特别提示|注意|提醒|要求|密级|密别|重要)[:!]/;
const stripped = (text: string) => text.replace(NOTE_LEAD, '').replace(/^[([【〔<《★☆*#=—-]+|[)\]】〕>》。！!★☆*#=—-]+$/g, '');

function standing(scene: Scene, span: Range): Standing {
  const piece = scene.pieceAt(span.start);
  const text = pieceText(scene, piece);
  const before = span.start > piece.start ? scene.text.charAt(span.start - 1) : ' ';
  const after = span.end < piece.end ? scene.text.charAt(span.end) : ' ';
  const clause =
    (STARTS.test(before) || scene.gap(span.start) > 0) && (ENDS.test(after) || scene.gap(span.end) > 0) && before !== '、';
  const edge = isHeadPiece(piece) || piece.index >= scene.pieces.length - 4;
  const spaced = /\s/.test(before) || /\s/.test(after) || scene.gap(span.start) > 0 || scene.gap(span.end) > 0;
  const sentence = scene.sentence(span.start);
  const wholeSentence = sentence.start === span.start && sentence.end <= span.end;
  const short = text.length <= 28 && !/[。；]/.test(text.slice(0, -1));
  const alone = stripped(text).length <= span.end - span.start;
  const own =
    clause && (alone || isBracketed(scene, span) || (edge && (short || wholeSentence)) || (edge && spaced && text.length <= 80));
  return { own, clause };
}

/** （初稿，未经审定，请勿外传）: the remark is about the state of the text and found as such. */
function tellsOfDraft(scene: Scene, span: Range): boolean {
  const said = statement(scene, span);
  const around = scene.text.slice(said.start, span.start) + scene.text.slice(span.end, said.end);
  return /稿|未经|尚未|批复前|审定前/.test(around) && said.end - said.start <= 60;
}

interface Run extends Range {
  readonly sure: boolean;
  readonly labels: readonly string[];
}

/** Phrases that follow each other are one mark: 内部通报 阅后收回; 本册用后交回，不得复印. */
function phrasesFrom(scene: Scene, start: number): Run | undefined {
  const piece = scene.pieceAt(start);
  const text = scene.text.slice(start, Math.min(piece.end, start + 90));
  const labels: string[] = [];
  let sure = false;
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    if (at > 0 && rest.startsWith('未经')) break;
    const phrase = PHRASES.find(({ pattern }) => pattern.test(rest));
    const found = phrase?.pattern.exec(rest);
    if (!phrase || !found) break;
    // 内部资料　注意保存 is a mark; 涉密文件不得上网 is a sentence with a subject.
    const parted = at > end || (at > 0 && scene.gap(start + at) > 0);
    // 内部文件阅后要及时归还 says what is done with such papers; a mark keeps its phrases apart, or ends in how to keep it.
    if (at > 0 && !parted && !/^(?:请?(?:注意|妥善|妥为|严格))/.test(rest)) break;
    if (parted) sure = true;
    labels.push(phrase.label);
    sure ||= phrase.sure;
    end = at + found[0].length;
    at = end + (BETWEEN.exec(text.slice(end))?.[0].length ?? 0);
  }
  return end > 0 ? { start, end: start + end, sure, labels } : undefined;
}

/** 内部 alone in a cell is a mark only under a header of secrecy: it is also a kind of meeting, of training, of parking. */
const SECRECY_COLUMN = /密|知悉|公开|标志|标识/;

/** Longest remark in brackets that is a mark as a whole when one of its clauses is: （本记录含内部事项，不得外传）, （取证材料，勿外传）. */
const ENCLOSED = 36;

/** The contents of the brackets that end (or begin) with the run; undefined where they say more than a mark does. */
function enclosed(scene: Scene, run: Range): Range | undefined {
  const said = statement(scene, run);
  const open = scene.text.charAt(said.start - 1);
  const close = scene.text.charAt(said.end);
  if (!/[([【〔]/.test(open) || !/[)\]】〕]/.test(close) || said.end - said.start > ENCLOSED) return undefined;
  const leads = said.start === run.start && said.end - run.end <= 12 && /[，,、；]/.test(scene.text.charAt(run.end));
  if (said.end !== run.end && !leads) return undefined;
  return said;
}

/** 封袋外贴条“专人保管，不得复制”: quoted because it is read off the thing itself. */
const STICKER = /(?:贴条|封条|贴有|袋外|封面|扉页|图上|右上角|左上角|背面|盒上|柜门)[^“。]{0,8}“[^“”]{0,20}$/;
const isSticker = (scene: Scene, span: Range): boolean =>
  STICKER.test(scene.text.slice(Math.max(scene.pieceAt(span.start).start, span.start - 40), span.start));

/** 内部刊物　免费交流　请勿转载, ★ 演练文书 用后销毁 ★: a short line of tokens of which one is a mark is a mark as a whole. */
function wholeLine(scene: Scene, span: Range, own: boolean): Range | undefined {
  const piece = scene.pieceAt(span.start);
  const text = scene.text.slice(piece.start, piece.end);
  const edge = isHeadPiece(piece) || piece.index >= scene.pieces.length - 4;
  if (piece.cell || !edge || text.length > 30) return undefined;
  const decorated = /^[★☆*#【[(=—-]{1,4}/.exec(text)?.[0].length ?? 0;
  const start = piece.start + decorated;
  const end = piece.start + text.replace(/[★☆*#】\])=—。-]{1,4}$/, '').length;
  const before = scene.text.slice(start, span.start);
  const after = scene.text.slice(span.end, end);
  const apart = (before === '' || scene.gap(span.start) > 0) && (after === '' || scene.gap(span.end) > 0);
  const rest = before + after;
  if (rest === '' || rest.length > 8 || !/^[\u4e00-\u9fff\s]+$/.test(rest) || !apart) return undefined;
  return own || decorated > 0 ? { start, end } : undefined;
}

function readPhrase(scene: Scene, start: number): Candidate | undefined {
  const run = phrasesFrom(scene, start);
  if (!run) return undefined;
  const { cell } = scene.pieceAt(start);
  const span = { start: run.start, end: run.end };
  const around = enclosed(scene, span);
  if (around && (around.start < span.start || around.end > span.end)) {
    if (tellsOfDraft(scene, span) || isQuoted(scene, around)) return undefined;
    const facts = run.labels.map((label) => ({ label, range: span }));
    return candidate(scene, around, 0.88, [...facts, { label: '括号内的标注' }]);
  }
  const { own, clause } = standing(scene, span);
  if (cell && !own) return undefined;
  if (cell && !run.sure && span.end - span.start < 6 && !SECRECY_COLUMN.test(`${cell.header}${cell.label}${cell.left}`))
    return undefined;
  if (!own && !(run.sure && clause)) return undefined;
  if (!run.sure && tellsOfDraft(scene, span)) return undefined;
  const facts = [
    ...run.labels.map((label) => ({ label, range: span })),
    { label: own ? '独立标注于版头、文末、括号内或独占一行' : '在句中自成一句' },
  ];
  const line = wholeLine(scene, span, own);
  if (line) return candidate(scene, line, 0.9, [...facts, { label: '整行为标注' }]);
  if (isQuoted(scene, span) && !isSticker(scene, span))
    return candidate(scene, span, 0.3, [...facts, { label: '在引号内，疑似引用' }], 'notice');
  return candidate(scene, span, own ? 0.92 : 0.8, facts);
}

/** 公开属性:不予公开, and （不予公开） as a note; a table of statistics or a reply that says so in a sentence is none. */
function readNote(scene: Scene, at: Range): Candidate | undefined {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return undefined;
  const left = scene.text.slice(Math.max(piece.start, at.start - 10), at.start);
  const marked = isBracketed(scene, at) || ATTRIBUTE.test(left) || pieceText(scene, piece) === scene.text.slice(at.start, at.end);
  return marked ? candidate(scene, at, 0.85, [{ label: '公开属性或文末注明不公开', range: at }]) : undefined;
}

/** Where a phrase may begin: the start of the clause the anchor stands in, and the anchor itself. */
function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const word = scene.text.slice(at.start, at.end);
  if (NOTE.test(word)) return [readNote(scene, at)].flatMap((found) => found ?? []);
  const piece = scene.pieceAt(at.start);
  for (let start = Math.max(piece.start, at.start - 16); start <= at.start; start++) {
    const before = start > piece.start ? scene.text.charAt(start - 1) : ' ';
    if (!STARTS.test(before) && scene.gap(start) === 0) continue;
    const found = readPhrase(scene, start);
    if (found && found.end >= at.end) return [found];
  }
  return [];
}

/** Internal and work-secret marks, by phrase and by place. */
export const internalMark: Recogniser = {
  id: 'internal-mark',
  anchors: [
    '内部',
    '内参',
    '传阅件',
    '密件',
    '工作秘密',
    '注意保密',
    '严格保密',
    '注意保存',
    '注意保管',
    '妥善保管',
    '妥善保存',
    '涉密文件',
    '涉密资料',
    '敏感信息',
    '不得',
    '严禁',
    '禁止',
    '请勿',
    '切勿',
    '不准',
    '收回',
    '后即',
    '后请',
    '后交',
    '后删',
    '完删',
    '毕',
    '上缴',
    '上交',
    '回收',
    '不可',
    '不许',
    '不要',
    '谢绝',
    '勿',
    '不上网',
    '不挂网',
    '不登报',
    '不见报',
    '不外发',
    '不发外网',
    '妥善保密',
    '专人保管',
    '范围:',
    '仅发',
    '只发',
    '非公开',
    '交回',
    '退回',
    '归还',
    '销毁',
    '清退',
    '退还',
    '缴回',
    '仅供',
    '仅限',
    '只限',
    '只供',
    '会上发',
    '不对外',
    '阅后',
    '会后',
    '用后',
    '看完',
    '会前发',
    '会后收',
    '仅供参阅',
    '县级',
    '团级',
    '处级',
    '科级',
    '阅读',
    '传阅',
    '阅处',
    '阅办',
    '阅看',
    '阅知',
    '阅示',
    '掌握',
    '知悉',
    '限维护',
    '限内',
    '妥为',
    '慎重保',
    '严加保',
    '保密资料',
    '保密文件',
    '涉密图',
    '涉密材料',
    '涉密档案',
    '涉密数据',
    '件不',
    '文不',
    '料不',
    '表不',
    '稿不',
    '案不',
    '不予公开',
    '不宜公开',
    '不公开',
    '暂不公开',
  ],
  recognise,
};
