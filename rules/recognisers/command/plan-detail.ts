import type { Range, Scene } from '../../model.ts';
import { clausesOf } from './passage.ts';
import { ROAD, TOWN } from './place-names.ts';
import type { PlanTheme } from './plan-theme.ts';

const N = '(?:\\d{1,3}[ ,]\\d{3}|\\d{1,6}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千万]{1,6})';
/** Numbers of what plans move, feed, house and arm. */
const AMOUNT = new RegExp(
  `(?<!第)${N}(?:万|余|多)?(?:个?人|户|名队员|名|辆|台|艘|列|吨|张|床|顶|套|部|具|公斤|个手术队|个分队|个排|个班)(?!次|以上|以下|份|时|民|民币|大|元)`,
);
const BARE_AMOUNT = /(?:镇|乡|村|街道|社区|学校|片区)\s?(?:约|各|共)?(?:\d{3,6}|\d\.\d万|[一二三四五六七八九]千)/;
/** What the people of a plan stay in, wait at or cross. */
const SITE =
  /[\u4e00-\u9fff]{1,8}(?:中学|小学|学校|校区|党校|宿舍楼?|敬老院|卫生院|卫生站|招待所|宾馆|茶厂|老厂|厂房|粮站|粮库|\d号仓|仓库|冷库|农场|林场|体育馆|体育场|体育中心|礼堂|文化站|村部|祠堂|码头|渡口|火车站|汽车站|客运站|首末站|收费站|停车场|货场|广场|大桥|隧道|路口|水库|管理处|营地|基地)/;
/** A named place counts behind the word that leads to it. */
const PLACE = new RegExp(`(?:去|往|到|至|赴|由|从|经|沿|在|给)(?:${TOWN}|${ROAD})`);
/** What is done with them: without it a name is only mentioned. */
const DEED =
  /接收|安置|疏散|转移|撤|到|去|往|赴|经|沿|走|住|放在|存放|存在|集合|集结|上车|登车|下车|上船|候车|送|调|出|分配|分到|对口|留下|留守|看守|值守|管制|设|用|以|作|做|腾|可动员|抽组|集中在|主要在|在/;
/** Meetings, money, dates, norms, visits: the same nouns, no detail of a plan. */
const OTHER =
  /设?[组队班]长|联络员|参演|简报$|通过(?:了)?验收|揭牌|动工|万元|\d元|经费|资金|补助|奖金|会议|召开|讲话|培训|考核|参观|调研|检查|督查|宣传|慰问|参演|演练|演习|师生|志愿|观摩|试鸣|发放|问卷|满意|应当|按照|依据|根据|第[一二三四五六七八九十]条|全省|全国|各(?:街道|镇|乡|村|单位|县)|有关(?:街道|单位|部门)|联系(?:人|电话)|电话|办公室|报名|招聘|签字|盖章|印发|抄送|负责人|培养|干部|人次|参加|本次|截至|\d{4}年\d{1,2}月|模拟|检验|能力|负责|方式|提前|落实|有组织|编制|拟订|制定|建设用地|协议|讨论稿|摘要|附表|附件/;
/** Sirens and radios in such a paper are of another category. */
const NOT_PLAN = /指挥所(?:内)?(?:编|设|下设|分)|尚未|拟改|警报|电台|短波|频率|服务器|呼号/;
const LONGEST = 70;

function tells(said: string): boolean {
  if (said.length > LONGEST || said.length < 5 || OTHER.test(said)) return false;
  if (AMOUNT.test(said) || BARE_AMOUNT.test(said)) return DEED.test(said) || SITE.test(said);
  return (
    (SITE.test(said) || PLACE.test(said)) &&
    DEED.test(said) &&
    /(?:接收|安置|疏散|转移|住|集合|集结|上车|登车|下车|存放|管制|对口|分配|等候|候车|改派)/.test(said)
  );
}

/**
 * Clauses that give a number or a site, in a paper or section that is a plan; only where the exact ways of telling are silent. The sentence
 * must be neither of a drill nor to the public, which the theme has said already.
 */
export function detailsIn(scene: Scene, sentence: Range, theme: PlanTheme): readonly Range[] {
  if (theme.drill || !(theme.evacuation || theme.team)) return [];
  if (!theme.plan || NOT_PLAN.test(scene.text.slice(sentence.start, sentence.end))) return [];
  return clausesOf(scene, sentence).filter((clause) => tells(scene.text.slice(clause.start, clause.end)));
}
