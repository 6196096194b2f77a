import type { Range, Scene } from '../../model.ts';
import { clausesOf } from './passage.ts';
import { ROAD, TOWN } from './place-names.ts';

/** Places beside towns and roads that people are sent to or sent by. */
const PLACE =
  '[\\u4e00-\\u9fff]{2,10}(?:中学|小学|党校|学校|职校|码头|火车站|车站|收费站|粮站|农场|林场|敬老院|隧道|便道|大桥|渡口|基地|林区|煤矿|水库|机场|村部|营地)';
const NAMED = new RegExp(`${TOWN}|${ROAD}|${PLACE}`);
const NAMED_ROAD = new RegExp(ROAD);
const GOES = /去|往|到|至|赴|奔|撤|转移|落脚|走|经|沿|绕|乘|坐|过江|出城|出发/;
/** A place counts only right behind the word that leads to it: 街道对乡镇的方式 goes nowhere. */
const LED = new RegExp(`(?:去|往|到|至|赴|奔|向|进|经|沿|绕|走|从|转|过)(?:了|的)?(?:${TOWN}|${ROAD}|${PLACE})`);
/** 坐火车去三汇, 过江到南坪: a means of travel tells that the bare name behind it is a place. */
const TRAVELS =
  /(?:坐|乘|搭)(?:火车|船|轮渡|大巴|汽车|专列|客轮)[^，。；]{0,4}(?:去|到|往|至)[\u4e00-\u9fff]{2}|过(?:江|河|桥)[^，。；]{0,2}(?:去|到|往|至)[\u4e00-\u9fff]{2}|出城(?:走|经|沿|往)|[\u4e00-\u9fff]{2,4}(?:去|到|往)[\u4e00-\u9fff]{2,4}[、，][\u4e00-\u9fff]{2,4}(?:去|到|往)[\u4e00-\u9fff]{2}/;
const WHO =
  /一路|[一二三四]队|分队|小队|街道|社区|片区|居民|群众|家属|学生|师生|职工|工人|老人|病员|机关|车队|东线|西线|南线|北线|[的那]人|人口|乡|镇|村/;
const FOLLOWS =
  /^(?:[^，]{0,3}断了|[^，]{0,3}不通|再|后|然后|最后|改|断了|就|由|沿|经|走|转|上|绕|至|到|去|往|进|出|从|行驶|乘|坐|全程)/;
/** Papers, meetings and goods go to places too; people inside a building go to its yard. */
const OTHER_ERRAND =
  /(?:不再?|别|勿|避免|禁止)(?:走|经|绕|沿)|车辆[^，。；]{0,14}(?:绕行|改道)|交通管制|限行|单行线|各(?:街道|村|社区|镇|乡|县|单位)|落实到|传达到|印发|下发|报送|通知到|汇报|会议|调研|检查|参观|培训|开会|慰问|签订|资金|应当|负责|任务按|方式|建议|检验|组织拟订|操场|严禁|教学楼|楼梯|缴费|办理|发布|位于|坐落|施工|改造|公交|旅游|宣传|走访|帮扶|到期|到位|不到|达到|得到|受到|收到|直到|遇到|感到|做到|看到|想到|提到|停航|大风|[吗呢]$/;
/** Officials on their way to see something. */
const TOUR = /调研|督导|一行|考察|慰问|参观/;
const LONGEST = 70;

function moves(said: string): boolean {
  if (said.length > LONGEST || OTHER_ERRAND.test(said) || !GOES.test(said)) return false;
  return TRAVELS.test(said) || (LED.test(said) && (WHO.test(said) || NAMED_ROAD.test(said)));
}

/** Clauses of a sentence about evacuation that tell who goes where or by which way; clauses that go on telling it are joined. */
export function movementsIn(scene: Scene, sentence: Range): readonly Range[] {
  const spans: { start: number; end: number }[] = [];
  if (TOUR.test(scene.text.slice(sentence.start, sentence.end))) return spans;
  for (const clause of clausesOf(scene, sentence)) {
    const said = scene.text.slice(clause.start, clause.end);
    const last = spans.at(-1);
    const goesOn = last?.end === clause.start - 1 && FOLLOWS.test(said) && said.length <= LONGEST && !OTHER_ERRAND.test(said);
    if (last && goesOn && (GOES.test(said) || NAMED.test(said))) last.end = clause.end;
    else if (moves(said)) spans.push({ start: clause.start, end: clause.end });
  }
  return spans;
}
