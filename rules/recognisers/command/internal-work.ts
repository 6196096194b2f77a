import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, oncePerWindow, spansOf } from './grammar.ts';
import { remark, statement } from './passage.ts';

/** A wording that makes a clause internal, with what makes the same wording public. */
interface Cue {
  readonly pattern: RegExp;
  readonly label: string;
  readonly confidence: number;
  /** Found in the same sentence: then the wording is ordinary. */
  readonly unless?: RegExp;
  /** Must be found in the same sentence. */
  readonly needs?: RegExp;
}

/** Notices to the public, answers to applicants, norms: in them 拟…, 待…, 未经批准… are ordinary. */
const PUBLIC =
  /公示期|予以公示|任前公示|公开征求|向社会|社会公众|申请人(?:对|如|可|应)|听证|招标|投标|应当|本办法|本规定|本条例|行政复议|诉讼/;
/** Advice on things that always stay inside is no news of a matter. */
const GOODS_ONLY = /个人信息|隐私|涉密(?:文件|信息)|国家秘密|谣言|谎言|图纸|密码/;
const GOODS = /哪些|问:|？|成绩|试题|考试|应当|个人信息|隐私|身份证|涉密|秘密|商业|图纸|密码|本表|电子版|名册/;

/** Deliberating + a matter of people, money or penalties + held back: each alone is ordinary office language. */
const HELD =
  /(?:拟|倾向|初步|酝酿|建议由|建议对|考虑|打算|有意|意向|要求|准备)[^。；]{0,40}(?:任|接替|接任|免|提拔|晋升|调整|处分|罚款|处罚|立案|约谈|问责|诫勉|移送|租|补偿|赔偿|合并|撤并|编制|裁|选址|收购|清退|顶替|挂职|转岗)[^。；]{0,40}(?:(?:待|等)[^，。；]{2,18}(?:后|再)|尚未|还没|未作|未定|未公布|不公开|外泄|外传|保密|再行文|再公布|再议|再定|再宣布)/dg;
const UNSETTLED: readonly Cue[] = [
  {
    pattern:
      /(?:结果|名单|人选|方案|意见|金额|价格|结论|处理)[^，。；]{0,6}(?:待定|未定)|(?:暂未|尚未|还未|未)(?:对外)?(?:公开|公布|宣布)(?!的|项)|意见(?:尚|还)?不(?:统一|一致)/dg,
    label: '写明结果未定或未公布',
    confidence: 0.74,
    unless: PUBLIC,
    needs: /处理|处分|问题|人选|谈话|移交|举报|名单|方案|价格|谈判|调整|线索|核查/,
  },
  { pattern: HELD, label: '拟议中的人事、查处、经费事项，尚未定', confidence: 0.78, unless: PUBLIC },
  {
    pattern:
      /(?:初步|倾向性|内定|暂定|酝酿)[^，。；]{0,4}(?:意见|人选|考虑|方案|名单|结论|打算)[^，。；]{2,40}|酝酿了?[^，。；]{0,16}人选/dg,
    label: '未公布的初步意见或人选',
    confidence: 0.76,
    unless: /公示|征求意见稿|公开征求|初步方案已|评审|采纳|专家|设计/,
    needs: /接任|人选|处理|处分|调整|任|免|待|报|谈话|上会|不公布|内部/,
  },
  {
    pattern:
      /(?:问题线索|举报|反映|信访件|违纪|经济问题|作风问题)[^。；]{0,20}(?:正在|已由|尚在|拟)(?:[^，。；]{0,6})(?:初核|初步核实|函询|谈话|立案|核查|约谈|调查)(?!结束|完毕|结果)/dg,
    label: '未公布的核查事项',
    confidence: 0.78,
    unless: /人次|通报如下|公告|法定|应当/,
  },
  {
    pattern: /(?:还没定|没定下来|还没有定|尚未定|定不下来|没最后定|没正式定|还没批|没批下来|还没签|没对外)[^，。；]{0,8}/dg,
    label: '写明尚未定下',
    confidence: 0.76,
    unless: PUBLIC,
  },
  {
    pattern:
      /(?:口头(?:同意|答应|承诺|答复即可)|私下(?:商定|达成|承诺|协商|沟通)|默许|内部(?:排名|测算|摸底|排序|打分|评分|评定)(?:结果)?(?:为|是|:|显示)?)[^，。；]{0,24}/dg,
    label: '未公开的承诺或测算',
    confidence: 0.72,
    unless: /不得|严禁|杜绝|禁止/,
  },
  {
    pattern:
      /(?:尚未|还未|还没有?|没有|没|未)(?:正式|最后|最终)?(?:报批|上会|过会|定稿|敲定|拍板|走(?:会议)?程序|走会议程序|履行(?:会议|集体研究|审批)?程序|经(?:集体|会议|党组|班子)研究|研究确定|形成一致意见|对外公布|向社会公布|正式公布|宣布|开会研究|集体研究)(?!的)/dg,
    label: '写明尚未报批、上会',
    confidence: 0.82,
    unless: PUBLIC,
  },
  {
    pattern:
      /(?:尚在|仍在|还在|正在)(?:讨论|研究|酝酿|磋商|商谈|谈判|谈(?!到|论)|协商|斟酌|内部征求意见|走程序|考察)(?!制定|编制|中的|起草)/dg,
    label: '写明仍在讨论、商谈',
    confidence: 0.72,
    unless: /您|公示|征求社会|应当|告知|申请公开|新闻|项目建设正在|专家|学者/,
    needs: /稿|价格|方案|人选|条件|意见|名单|金额|协议|租|处理|处分|调整|合并|撤/,
  },
  {
    pattern:
      /待(?:[^，。；]{0,14})(?:研究|考察|批复|审定|审批|上会|讨论|核准|明确|商定|会商|酝酿|谈妥)(?:通过|结束|同意)?(?:之?后)?(?:再|才|另行)?(?:行)?(?:定|公布|公开|宣布|通报|议|报|决定|上报|对外)/dg,
    label: '写明待研究后再定或再公布',
    confidence: 0.82,
    unless: PUBLIC,
  },
  {
    pattern:
      /拟(?:推荐|提拔|提名|调任|调整|免去|撤换|撤销|安排|给予|移送|约谈|问责|诫勉|处分|通报|改由|从|由|让|把|将|对)[^，。；]{2,40}/dg,
    label: '拟议中的人事、查处或方案调整',
    confidence: 0.75,
    unless: /公示|公告|拟聘|拟录用|拟退|拟中标|招标|现予|下列|如下/,
    needs: /待|尚未|还未|还没|未报|未定|暂不|物色|空缺|上会|再议|后定|内部|不公布|未公布|保留职级|会后|征得|先不/,
  },
  {
    pattern: /拟[^，。；]{1,16}物色[^，。；]{0,10}|(?:正在|正|有待)物色[^，。；]{0,16}/dg,
    label: '未公布的人选考虑',
    confidence: 0.8,
  },
  {
    pattern:
      /(?:[省市县区镇乡]里|办里|局里|处里|科里|股里|上面|班子)(?:也|正|已|都|初步|目前)?(?:考虑(?!到)|有意|打算|倾向于?|想(?:让|把|要)|准备(?:让|把|将|从|给)|的意思是|意思是|内定|初步定了|私下)[^，。；]{2,40}/dg,
    label: '未公布的打算',
    confidence: 0.8,
  },
  {
    pattern:
      /(?:底价|标底|心理价位|底线|让步空间|让步幅度|谈判空间|可接受范围|最低可|保底价)[^，。；]{0,4}(?:为|是|定在|不低于|不超过|掌握在)[^，。；]{2,20}/dg,
    label: '未公开的谈判底线',
    confidence: 0.75,
    unless: /起租价|起拍价|最高限价|公告/,
  },
];

const OPINION: readonly Cue[] = [
  {
    pattern: /(?:不要|不|避免|别)(?:留下?|形成|出具)(?:书面|文字|任何)?(?:的)?(?:把柄|痕迹|书面答复|书面材料|文字材料|证据)/dg,
    label: '对答复方式的内部交代',
    confidence: 0.82,
  },
  {
    pattern: /(?:回避|绕开|避开|避谈|淡化|模糊处理|含糊)[^，。；]{1,16}(?:问题|事实|责任|产权|面积|环节)?(?=，|。|；|$)/dg,
    label: '对答复方式的内部交代',
    confidence: 0.7,
    needs: /答复|回复|来信|信访|申请|口径|记者|媒体|采访/,
    unless: /制度|回避制度|公职|亲属|应当回避|执法人员/,
  },
  {
    pattern: /不(?:做|作)正面(?:回应|答复|回答)|不正面(?:回应|答复|回答)|能不(?:答|回|公开)(?:就|则)不/dg,
    label: '对答复方式的内部交代',
    confidence: 0.8,
  },
  {
    pattern:
      /(?:主要领导|分管领导|主任|局长|领导|书记|县长|市长|区长)(?:的)?(?:意见|意思|批示|指示|口头意见|态度)(?:是|为|:)[^，。；]{2,40}/dg,
    label: '领导的内部意见',
    confidence: 0.8,
  },
  {
    pattern: /[^，。；]{0,14}(?:对|就)[^，。；]{1,18}(?:提出|持|有|表达)(?:了)?(?:不同|反对|保留)(?:意见|看法|态度)/dg,
    label: '会上的不同意见',
    confidence: 0.75,
    unless: /公示|如有|当事人|申请人|信访人|第三方|利害关系|业主|公众|社会|投诉人|来信|不服/,
  },
  {
    pattern:
      /(?:会上|讨论中|讨论时|研究时|酝酿时|班子会上|党组会上)[^。；]{0,30}(?:不同意|反对|有分歧|意见不一|争议较大|未形成一致|认为[^，。；]{0,16}(?:不足|不够|不妥|不宜|偏|太))/dg,
    label: '会上的不同意见',
    confidence: 0.75,
  },
  {
    pattern: /(?:先|暂时|就|一律先|暂)?(?:放一放|拖一拖|压一压|缓一缓|冷一冷|搁一搁|晾一晾)/dg,
    label: '对申请、信访的内部处置态度',
    confidence: 0.82,
    unless: /车速|速度|火候/,
  },
  {
    pattern:
      /拖到(?:期限|最后|月底|年底|下[个周月])[^，。；]{0,14}|能拖(?:就|则)拖|冷处理|低调处理|不予理睬|尽量不(?:回复|答复|公开)|找(?:个)?理由(?:推|拒|不)/dg,
    label: '对申请、信访的内部处置态度',
    confidence: 0.8,
  },
  {
    pattern: /先(?:[^，。；、]{1,8})后补(?:[^，。；]{1,6})|事后补(?:签|办|手续|程序|审)|倒签|补个(?:手续|程序|会议)/dg,
    label: '未按程序办理的说明',
    confidence: 0.8,
    unless: /不得|严禁|杜绝|禁止|整改/,
  },
  {
    pattern: /未走(?:[^，。；]{0,8})程序|没走(?:[^，。；]{0,8})程序|未经(?:集体|会议)研究/dg,
    label: '未按程序办理的说明',
    confidence: 0.8,
    unless: /不得|严禁|杜绝|禁止|应当|的，/,
  },
];

const HUSH: readonly Cue[] = [
  {
    pattern: /(?:不|勿|别|不要)对外(?:表态|发声|回应|透露|谈|讲|说)[^，。；]{0,8}/dg,
    label: '写明不对外表态',
    confidence: 0.78,
    unless: GOODS_ONLY,
  },
  {
    pattern:
      /(?:请|望|希望|大家|各位|同志们?|务必|注意)[^，。；]{0,12}(?:不要|别|勿|不得)(?:外传|外泄|往外传|走漏|泄露出去|说出去|传出去|扩散|声张)[^，。；]{0,6}|(?:不要|别|勿|不得)走漏(?:消息|风声)|(?:请|会前)[^，。；]{0,14}(?:保守秘密|保密)(?=，(?:不要|别|勿))/dg,
    label: '叮嘱不要外传',
    confidence: 0.78,
    unless: GOODS_ONLY,
  },
  {
    pattern:
      /(?:心里有数|有数就行|到此为止|不便(?:公开|对外|透露|多说|细说|明说)|不方便(?:讲|说|公开|透露)|关起门来|自己人)[^，。；]{0,10}/dg,
    label: '叮嘱只限在场',
    confidence: 0.74,
    unless: /读者|观众|居民|市民/,
  },
  {
    pattern:
      /(?:控制|缩小|限定)(?:知悉|知情|传播|传达)范围|此事(?:比较|较为|很)?敏感|不便(?:书面|文字)说明|(?:先|暂|暂时)不(?:行文|发文|下文|成文|形成文件|作书面)|(?:只|仅)(?:作)?口头(?:传达|通知|答复)|口头(?:传达|答复|通知|回复|告知)(?:对方|来信人|申请人|信访人)?即可/dg,
    label: '写明不形成文字',
    confidence: 0.74,
  },
  {
    pattern:
      /(?:先|暂|暂时|目前|此前|现在|现阶段|千万|务必|会前|批复前|公布前|公开前|发文前|研究前|定之前|宣布前|正式[^，。；]{1,6}前)[^，。；]{0,8}(?:不要|不得|不能|不可|别|勿|不宜|不准|不)(?:再)?(?:往外|对外|向外|在外|到处|向[^，。；]{1,10}|跟[^，。；]{1,8}|同[^，。；]{1,8})?(?:说|讲|提(?!高|前|醒|出|倡|升)|传|提供|公布|透露|公开|宣布|声张|扩散|发布|泄露|通报|宣传|张扬|外传|披露|报道)/dg,
    label: '写明此前不得对外',
    confidence: 0.85,
    unless: GOODS,
  },
  {
    pattern:
      /(?:不要|别|请勿|勿|不得|不能|不宜|不准|切勿)(?:往外|对外|向外|到外面|在外面)(?:说|讲|传|提(?!高|升)|透露|声张|扩散|披露|泄露)/dg,
    label: '写明不要往外说',
    confidence: 0.82,
    unless: GOODS,
  },
  {
    pattern:
      /未经(?:[^，。；]{0,4})(?:批准|同意|允许|许可)[，]?(?:一律|任何人)?(?:不得|不要|不准|不能)(?:擅自)?(?:向[^，。；]{1,12}|对外)(?:透露|公布|公开|宣布|泄露|披露|通气|通风报信|说)/dg,
    label: '写明未经批准不得透露',
    confidence: 0.8,
    unless: /制度|本办法|新闻发言人|应当|个人信息|保密协议|合同|投标/,
  },
  {
    pattern:
      /[^，。；(]{1,10}前(?:勿|请勿|切勿|不得|不要|暂不|不能|严禁)(?:外传|传|公开|公布|对外|发布|透露|扩散|上网|宣传|通报|提供)/dg,
    label: '写明此前不得对外',
    confidence: 0.82,
    unless: /启封|拆封|投标|成绩|试题|考试|考生|评标|开标/,
  },
  {
    pattern: /(?:暂不|先不|暂缓|先别|缓)(?:公布|公开|通报|对外|宣布|上网|发布|报道|表态|上报)/dg,
    label: '写明暂不公布',
    confidence: 0.8,
    unless: /应当|条例|答复如下|决定暂不公开|哪些|问:|？|一般/,
  },
  {
    pattern: /对外(?:统一|一律|只|就|暂|均)?(?:称|说成|说是|只说|讲成|解释为|口径(?:为|是|统一为|:))[^，。；]{0,20}/dg,
    label: '写明对外口径',
    confidence: 0.8,
    unless: /对外称号/,
  },
  {
    pattern:
      /(?:(?:口径|名单|情况|数字|结果|意见|以上[^，。；]{0,6})内部掌握|内部(?:消化|口径)|不上纪要|不写进纪要|不入纪要|不记入纪要|不留痕|不留文字)/dg,
    label: '写明只在内部掌握',
    confidence: 0.7,
    unless: /仅供|仅限|供内部/,
  },
];

const COVERT: readonly Cue[] = [
  {
    pattern: /[^，。；]{0,30}(?:暗访|暗查|不打招呼|突击(?:检查|抽查|点验|夜查)|不发通知|夜间抽点|抽点|飞行检查)[^，。；]{0,24}/dg,
    label: '未公开的暗访、抽查安排',
    confidence: 0.82,
    needs:
      /^(?=[^\n]*(?:将|拟|另|计划|安排|定于|准备|择机|届时|再))(?=[^\n]*(?:\d{1,2}月|\d{1,2}日|[上中下]旬|下周|本周|月底|重点抽查|重点查|[\u4e00-\u9fff]{2,4}(?:县|区|镇|局|站|库)))/,
    unless: /已于|发现问题|通报如下|曝光|近日/,
  },
  {
    pattern: /(?:事先|提前|预先)?(?:不|不得|严禁)(?:事先|提前|预先)?(?:通知|告知|打招呼)(?:被检|被查|受检|有关)[^，。；]{0,10}/dg,
    label: '未公开的检查安排',
    confidence: 0.6,
    needs: /检查|抽查|暗访|督查/,
    unless: /四不两直|制度|规定/,
  },
];

const LABELLED: readonly Cue[] = [
  {
    pattern:
      /(?:处内|科内|办内|局内|内部|科室|股内|站内|机关内部|班子|党组内部|会前)(?:意见|备注|说明|提示|批注|记录|掌握情况|沟通情况|考虑|口径|评价|结论|批示|研究意见)(?:\(不公开\))?:(?<value>[^\n]{4,120}?)(?=$|[。；]|\s{1,}\S{2,8}:)/dg,
    label: '内部意见栏的内容',
    confidence: 0.88,
  },
  {
    pattern:
      /(?:拟办意见|(?:主要|分管|办|局|市|县|区)?领导(?:的)?(?:批示|意见|签批)(?:意见)?|(?:主任|局长|处长|科长)(?:批示|意见|签批)|(?:承办|经办|会办|主办|协办)(?:人|处室|科室|部门|单位)?意见|(?:业务|法规|工程|指挥通信|综合)(?:处|科|股)意见|流转意见|拟稿说明|审稿意见|编辑备注|排版备注|给编辑的话|(?:经办人|承办人|拟稿人|审稿人|记录人|校对人?|信息员)(?:注|说明|备注|提示)|校对备注):(?<value>[^\n]{4,120}?)(?=$|[。；]|\s{1,}\S{2,8}:)/dg,
    label: '内部流转栏的内容',
    confidence: 0.78,
    unless: /同意公开|主动公开|公示/,
  },
  {
    pattern: /[^，。；()]{0,8}(?:内部流转|内部意见|内部审批意见|内部核对表|内部讨论|内部备忘|流转意见)[^，。；()]{0,14}/dg,
    label: '自称内部流转材料',
    confidence: 0.7,
    unless: /征求|经内部|制度|流程|不得|审查/,
  },
];

const UNREVIEWED: readonly Cue[] = [
  {
    pattern: /(?:未经|尚未|还未|未)(?:审阅|审定|审签|核校|校对|核稿|审稿|定稿)(?=[)，。；]|$)/dg,
    label: '写明未经审阅',
    confidence: 0.78,
    needs: /整理|录音|稿|纪要|记录|本文|此件|讲话|素材/,
    unless: /不得|应当|严禁|发布前/,
  },
  {
    pattern:
      /(?:此|本|该)(?:稿件?|文|件|材料|讲话|报道)[^，。；]{0,6}(?:尚未|还没有?|未|没)(?:送|经|过|走|履行)[^，。；]{0,16}(?:审签|审查|审核|审批|审定|审阅|签发|签字|把关|程序)/dg,
    label: '写明尚未审签',
    confidence: 0.85,
  },
  {
    pattern:
      /(?:未经|尚未经|没有经)(?:本人|领导|主要领导|各方|双方|发言人|讲话人|会议|分管领导|与会人员)(?:审阅|签认|审定|核对|校核|确认|审签|审核)/dg,
    label: '写明未经审阅、签认',
    confidence: 0.85,
    unless: /不得|应当|严禁/,
  },
];

function readCues(scene: Scene, sentence: Range, cues: readonly Cue[], whole: boolean): readonly Candidate[] {
  const text = scene.text.slice(sentence.start, sentence.end);
  return cues.flatMap((cue) => {
    if (cue.unless?.test(text) || (cue.needs && !cue.needs.test(text))) return [];
    return spansOf(scene, sentence, cue.pattern).map((seed) => {
      const span = whole ? seed : remark(scene, seed);
      return candidate(scene, span, cue.confidence, [{ label: cue.label, range: seed }]);
    });
  });
}

function cueRecogniser(id: string, anchors: readonly string[], cues: readonly Cue[], whole = false): Recogniser {
  const read = oncePerWindow((scene, sentence) => readCues(scene, sentence, cues, whole));
  return { id, anchors, recognise: (scene, at) => read(scene, scene.sentence(at.start)) };
}

/** Matters proposed, not yet decided or not yet made public. */
export const unsettledMatter = cueRecogniser(
  'unsettled-matter',
  [
    '待定',
    '未定',
    '未公开',
    '未公布',
    '不统一',
    '不一致',
    '让步',
    '谈判空间',
    '可接受',
    '报批',
    '上会',
    '过会',
    '定稿',
    '敲定',
    '拍板',
    '程序',
    '尚在',
    '仍在',
    '还在',
    '正在',
    '待',
    '拟',
    '物色',
    '县里',
    '区里',
    '市里',
    '省里',
    '镇里',
    '乡里',
    '办里',
    '局里',
    '处里',
    '科里',
    '股里',
    '上面',
    '班子',
    '再议',
    '再研究',
    '底价',
    '标底',
    '底线',
    '对外公布',
    '集体研究',
    '一致意见',
    '宣布',
    '初步',
    '内定',
    '暂定',
    '酝酿',
    '倾向',
    '线索',
    '举报',
    '反映',
    '没定',
    '未定',
    '没批',
    '没签',
    '倾向',
    '建议由',
    '建议对',
    '考虑',
    '打算',
    '有意',
    '意向',
    '准备',
    '接替',
    '接任',
    '处罚',
    '罚款',
    '口头',
    '私下',
    '默许',
    '内部排名',
    '内部测算',
    '内部摸底',
    '内部打分',
    '内部评分',
  ],
  UNSETTLED,
);
/** Opinions inside the office: of leaders, at meetings, on how to treat an applicant. */
export const innerOpinion = cueRecogniser(
  'inner-opinion',
  [
    '意见',
    '看法',
    '会上',
    '放一放',
    '拖',
    '压一压',
    '缓一缓',
    '搁一搁',
    '冷处理',
    '低调',
    '后补',
    '事后补',
    '倒签',
    '程序',
    '意思',
    '批示',
    '讨论中',
    '讨论时',
    '研究时',
    '集体研究',
    '把柄',
    '书面答复',
    '痕迹',
    '文字材料',
    '回避',
    '绕开',
    '避开',
    '避谈',
    '淡化',
    '模糊',
    '含糊',
    '正面',
    '能不答',
    '能不回',
    '能不公开',
  ],
  OPINION,
);
/** Notes that something must not be told yet. */
export const hushClause = cueRecogniser(
  'hush-clause',
  [
    '不对外',
    '勿对外',
    '不要',
    '不得',
    '不能',
    '不宜',
    '不准',
    '不可',
    '勿',
    '别往',
    '别说',
    '别传',
    '别对外',
    '先别',
    '暂不',
    '先不',
    '暂时不',
    '暂缓',
    '缓公布',
    '缓公开',
    '对外称',
    '对外统一',
    '对外一律',
    '对外只',
    '对外就',
    '对外暂',
    '对外说',
    '对外讲',
    '对外解释',
    '对外均',
    '对外口径',
    '内部消化',
    '内部口径',
    '内部掌握',
    '纪要',
    '不留',
    '走漏',
    '心里有数',
    '有数就行',
    '到此为止',
    '不便',
    '不方便',
    '关起门',
    '自己人',
    '不行文',
    '不发文',
    '不下文',
    '不成文',
    '口头',
    '保守秘密',
    '知悉范围',
    '知情范围',
    '传播范围',
    '敏感',
  ],
  HUSH,
);
/** Inspections that are to come unannounced. */
export const covertInspection = cueRecogniser(
  'covert-inspection',
  ['暗访', '暗查', '不打招呼', '突击', '不发通知', '抽点', '飞行检查', '通知被', '告知被'],
  COVERT,
);
/** What stands in a field for internal opinions or remarks. */
export const internalField = cueRecogniser(
  'internal-field',
  [
    '人注',
    '对注',
    '员注',
    '意见',
    '备注',
    '说明',
    '批示',
    '批注',
    '提示',
    '口径',
    '给编辑',
    '内部流转',
    '内部讨论',
    '内部备忘',
    '内部核对表',
  ],
  LABELLED,
  true,
);
/** The text says that nobody has approved it. */
export const unreviewedText = cueRecogniser(
  'unreviewed-text',
  [
    '审签',
    '审查',
    '审核',
    '审批',
    '审定',
    '审阅',
    '签发',
    '签认',
    '签字',
    '核对',
    '确认',
    '把关',
    '程序',
    '核校',
    '校对',
    '核稿',
    '审稿',
    '定稿',
  ],
  UNREVIEWED,
);

const RESIDUE =
  /(?:等一?会儿?|待会儿?|一会儿|回头|稍后|过会儿)[^，。；]{0,4}(?:请|让|由)[^，。；]{2,24}(?:汇报|说一?说|讲一?讲|介绍|补充|展开)/dg;
const SPEECH = /讲话|发言|录音|致辞|座谈|会议记录|点评|部署会|动员会/;

/** Residue of speech (等一会请……汇报): a slip of editing; it weighs more in a transcript, which then was not edited at all. */
export const speechResidue: Recogniser = {
  id: 'speech-residue',
  anchors: ['等一会', '等会', '待会', '一会儿', '回头', '稍后', '过会'],
  recognise: (scene, at) =>
    spansOf(scene, scene.sentence(at.start), RESIDUE).map((span) => {
      const speech = SPEECH.test(`${scene.title()}${scene.text.slice(0, 200)}`);
      const range = statement(scene, span).start > span.start ? span : span;
      return candidate(scene, range, speech ? 0.75 : 0.4, [{ label: '会议口语残留', range: span }], speech ? 'review' : 'notice');
    }),
};
