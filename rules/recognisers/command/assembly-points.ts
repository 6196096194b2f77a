import type { Range, Scene } from '../../model.ts';
import type { PlanTheme } from './plan-theme.ts';

/** What says that the places named next are where people gather; it may be the short sentence before (4.集合地点。). */
const POINT = /(?:集合|集结|集中|登车|上车|登船|上船|待命|换乘|候车|疏散|接收|安置|收容|宿营)(?:地点|地|点|位置|处|场地|场所)/;
/** Such places are required, looked for or public. */
const NO_PLAN = /应当|规定|指定|就近|适当|另行|由[^，。；]{0,10}(?:确定|选定|通知)|踏勘|报名|考点|旅游|参观|避难场所|标识|标志牌/;
const SITE =
  '(?:体育场馆?|体育馆|体育中心|运动场|操场|[中小大]学|学校|学院|校区|党校|公园|广场|停车[场坪]|车站|客运站|火车站|[东西南北]站|码头|渡口|礼堂|剧院|影院|会堂|文化[宫馆]|会展中心|货场|市场|商场|大厦|旧址|空地|大院|院内|厂区|厂|路口|桥头|门口|收费站|服务区|粮库|仓库|宾馆|招待所|办事处|镇政府|乡政府|村部)';
const SIDE = '(?:[东西南北前后正侧]{1,2}(?:门|侧|面|边|广场|停车场|操场|院)|(?:大|校|正|后|侧)?门(?:口|前)?|门前|旁|内|附近)?';
const NAME = `(?!各|本|该|每|原|有关)[\\u4e00-\\u9fff\\d]{1,14}?${SITE}${SIDE}`;
const PLACES = new RegExp(
  `(?:为|在|是|到|于|:)(?<value>${NAME}(?:[、和及与或]${NAME}){0,7})(?=[，。；)]|上岸|集合|集结|登车|上车|等?[一二两三四五六七八九\\d]{1,2}[处个]|$)`,
  'dg',
);
const SHORT_LEAD = 24;

/** Places listed as gathering points by quarter: 城东片区为工人体育场、第一实验中学. */
export function assemblyPointsIn(scene: Scene, sentence: Range, theme: PlanTheme): readonly Range[] {
  if (theme.drill || !(theme.evacuation || theme.team)) return [];
  const piece = scene.pieceAt(sentence.start);
  const said = scene.text.slice(sentence.start, sentence.end);
  const lead = scene.text.slice(Math.max(piece.start, sentence.start - SHORT_LEAD), sentence.start);
  // Only a heading of a few characters speaks for the sentence behind it.
  const heading = lead.length < SHORT_LEAD || /[。；]/.test(lead.slice(0, -1)) ? lead : '';
  if (NO_PLAN.test(said) || !POINT.test(heading + said)) return [];
  return [...said.matchAll(PLACES)].flatMap((match) => {
    const pair = match.indices?.groups?.value;
    return pair ? [{ start: sentence.start + pair[0], end: sentence.start + pair[1] }] : [];
  });
}
