import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, grammarRecogniser, spansOf } from './grammar.ts';

const LINK =
  '(?:分别|统一|现|暂|一律|依次|先后|轮流|交替|轮换)?(?:调整为|更换为|更改为|改用|改为|换发|换用|换为|启用|使用|采用|定为|设为|用|为|是|叫|:)?';
const CODE = '(?:[A-Za-z]{1,6}[- ]?\\d{0,4}|\\d{2,6})';
const SPOKEN =
  '(?!由|按|另|统一|各|均|定期|每|专|上级)[\\u4e00-\\u9fff]{1,5}(?:[幺两拐洞勾零一二三四五六七八九十\\d]{1,4}号?|号)';
const QUOTED = '“[^”\\n]{1,12}”(?:[、和及，至到]?“[^”\\n]{1,12}”){0,8}';
/** 呼号 needs its value directly after it: a quoted word, a code, or spoken figures. */
const NAMED = new RegExp(
  `(?<![疾欢高惊传招])呼号${LINK}\\s?(?<value>${QUOTED}|${CODE}(?:[、和及]${CODE}){0,6}|${SPOKEN}(?:[、和及]${SPOKEN}){0,6})(?![次%人])`,
  'dg',
);
/** Without quotation marks a word is a call sign only behind a clear link, and when it is not a clause about call signs. */
const LINKED =
  /(?<![疾欢高惊])呼号(?:分别)?(?:调整为|更换为|改为|换为|定为|设为|为|是|:)\s?(?<value>(?!由|按|另|统一|不|各|均|定期|每|专|暂|保持|规定|以|经|在|及|和|等|见|略|无|空)[\u4e00-\u9fff]{2,5})(?=$|[，。、；)\s”])/dg;
/** 代号 is a call sign only among radio stations; exercises and works have code names of their own. */
const CODE_NAME = new RegExp(
  `(?:主台|属台|电台|台站|本台|各台|网台|指挥台|车台|指挥员|指挥长|操作员|值班员|通话|固定台|车载台|短波台)(?:的)?(?:代号|代名)${LINK}\\s?(?<value>${QUOTED}|${CODE}|${SPOKEN})`,
  'dg',
);
/** 台名“白鹤梁”: only stations have names of that kind. */
const STATION_NAME =
  /台名(?:分别|依次|统一)?(?:定为|叫做|改为|为|是|叫|:)?\s?(?<value>“[^”\n]{1,12}”(?:[、和及]“[^”\n]{1,12}”){0,6})/dg;
const SHARED = /(?:以|用)(?<value>“[^”\n]{1,8}”[^，。；“]{0,6}?)(?:互相|相互|依次)?(?:呼叫|联络|应答)/dg;
const REACHED = /(?:与|同)(?<value>“[^”\n]{1,8}”)(?:台)?(?:通联|沟通|联通|通话|互通|建立联系|联络)/dg;
/** 呼号:指挥车“铜官”，头车“铜官一”: a list of stations, each with its name behind it. */
const LISTED =
  /(?:台|车|组|站|所|员|队|长|船|机|网|点|指|部|应答|自称|被呼|改用|另用|备用)(?:为|叫|是|用|:|呼号)?(?<value>“[^”\n]{1,8}”)/dg;
const LISTED_PLAIN =
  /(?:[主属分子母备]台|[一二三四五六七八九\d]分台|机动台|指挥车|[头尾首]车|收容车|指挥所|前指|后指|基指)(?:为|叫|是|用|:)?\s?(?<value>(?!设在|设于|位于|由|在|为|与|和|呼|应|要|负责|应当|使用|改用)[\u4e00-\u9fff]{2,3}(?:[幺两拐洞勾零一二三四五六七八九十\d]{1,3})?)(?=[，、；。]|$)/dg;
const LIST_LENGTH = 120;

function listedCalls(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const window = { start: at.end, end: Math.min(piece.end, at.end + LIST_LENGTH) };
  const said = scene.text.slice(at.start, window.end);
  if (!/^呼号(?:分别|依次|如下)?(?:为|是|:)/.test(said) || /统一分配|另行/.test(said)) return [];
  return [LISTED, LISTED_PLAIN].flatMap((pattern) =>
    spansOf(scene, window, pattern).map((span) =>
      candidate(scene, span, 0.85, [{ label: '呼号之后逐台列出的代称', range: span }]),
    ),
  );
}

const MASKED = /呼号(?:为|:|是)?\s?(?<value>[“"]?[×xX*○]{1,6}[”"]?)/dg;

const RADIO_WORD = '(?:[\\u4e00-\\u9fff]{1,4}(?:[幺两拐洞勾零一二三四五六七八九十百\\d]{1,4}号?|号)|[洞幺两拐勾]{2,4}|\\d{2,4})';
/** “锦江三号呼叫锦江洞幺”: both ends are spoken names with figures. */
const CALLING = new RegExp(
  `(?:^|[“‘:，。；！、\\s])(?<caller>${RADIO_WORD})[，,]?呼叫[，,]?(?<called>${RADIO_WORD})(?=$|[”’，。；！？!?、\\s])`,
  'dg',
);
/** One end has figures, the other is a plain name: 枫林洞三呼叫枫林指挥. 呼叫中心 and 呼叫转移 are no ends. */
const CALLING_NAME = new RegExp(
  `(?:^|[“‘:，。；！、\\s])(?<caller>${RADIO_WORD})[，,]?呼叫(?!中心|转移|等待)(?<called>[\\u4e00-\\u9fff]{2,6})(?=$|[”’，。；！？!?、\\s])`,
  'dg',
);
const ANSWERING = new RegExp(
  `(?:^|[“‘:，。；！、\\s])(?<caller>${RADIO_WORD})(?:[，,][^，。“”]{2,8})?[，,](?:我是|这里是)(?<called>${RADIO_WORD})(?=$|[”’，。；！？!?、\\s])`,
  'dg',
);

/** “岩鹰、岩鹰，我是金桂洞拐”: called twice, answered with a name of figures. */
const CALLED_TWICE =
  /(?:^|[“‘:，。；！、\s])(?<caller>(?<name>[\u4e00-\u9fff]{2,4})[、，,!！]?\k<name>)[、，,!！]?(?:我是|这里是)(?<called>[\u4e00-\u9fff]{1,4}[洞幺两拐勾零一二三四五六七八九\d]{1,3}号?)(?=$|[”’，。；！？!?、\s])/dg;

function spokenCalls(scene: Scene, at: Range): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const text = scene.text.slice(sentence.start, sentence.end);
  return [CALLING, CALLING_NAME, ANSWERING, CALLED_TWICE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      [match.indices?.groups?.caller, match.indices?.groups?.called].flatMap((pair) => {
        if (!pair) return [];
        const span = { start: sentence.start + pair[0], end: sentence.start + pair[1] };
        return [candidate(scene, span, 0.85, [{ label: '通话中的呼叫与被呼', range: span }])];
      }),
    ),
  );
}

const named = grammarRecogniser({
  id: 'call-sign',
  anchors: ['呼号', '代号', '代名', '台名', '呼叫', '联络', '通联', '沟通', '通话'],
  window: 'sentence',
  forms: [
    { pattern: NAMED, label: '“呼号”之后的代称', confidence: 0.92 },
    { pattern: LINKED, label: '“呼号为”之后的代称', confidence: 0.8 },
    { pattern: SHARED, label: '呼叫所用代称', confidence: 0.78, needs: /电台|台|通信|短波|集群|对讲/ },
    { pattern: REACHED, label: '通联对象的代称', confidence: 0.82, needs: /电台|信号|短波|通联|值勤|集群|指挥所/ },
    { pattern: CODE_NAME, label: '电台代号', confidence: 0.85 },
    {
      pattern: STATION_NAME,
      label: '电台台名',
      confidence: 0.85,
      needs: /电台|短波|频率|昼频|夜频|指挥车|车载台|通联/,
      unless: /舞台|戏台|擂台|看台/,
    },
    { pattern: MASKED, label: '呼号已用×等符号隐去', confidence: 0.3, level: 'notice' },
  ],
});

/** A set in a showcase had a name once; it calls nobody now. */
const SHOW = /展厅|展品|展出|展柜|复原|陈列|镇馆|观众|影片|电影|剧中/;
function isShow(scene: Scene, at: Range): boolean {
  const { start, end } = scene.sentence(at.start);
  return SHOW.test(scene.text.slice(start, end));
}

/** Call signs, by label or as heard in a quoted call. 大声疾呼号召 and 呼号由省里统一分配 are none. */
export const callSign: Recogniser = {
  id: 'call-sign',
  anchors: ['呼号', '代号', '代名', '台名', '联络', '通联', '沟通', '通话', '呼叫', '我是', '这里是'],
  recognise: (scene, at) => {
    const word = scene.text.slice(at.start, at.end);
    const spoken = /号|名/.test(word) ? [] : spokenCalls(scene, at);
    const listed = word === '呼号' ? listedCalls(scene, at) : [];
    const told = [...named.recognise(scene, at), ...spoken, ...listed];
    return told.length > 0 && isShow(scene, at) ? [] : told;
  },
};
