import { patternGuard } from '../../engine/pattern-gate.ts';
import type { Range, Scene } from '../../model.ts';
import type { CommsTheme } from './comms-theme.ts';
import { clausesOf } from './passage.ts';

/** Parts of command, alarm and radio systems. */
const PART =
  /服务器|防火墙|交换机|路由器|存储|堡垒机|工作站|光端机|光传输|编码器|MCU|电台|短波机|短波台|超短波|背负台|便携站|卫星站|动中通|静中通|中继站|中转台|电声|电动警报|警报器|警报终端|防空警报|控制主机|主控|分控|控制终端|发控台|席位|坐席|座席|传真机|密码机|加密|VPN|VPDN|电路|专线|光缆|光纤|微波|链路|双通道|双路由|单路由|短号|小号|分机|无线模块|功放|指挥车|天线|铁塔|UPS|控制台|终端|核心(?!价值|业务|区|内容)|(?:网络|县级|汇聚|接入|下级)节点|RTU|波特率|走(?:电信|移动|联通|广电|公网|专网)|集中控制|控制方式/;
/** What makes a part the part of one system: how many, which make, which carrier, how doubled, where. */
const PARTICULAR =
  /H3C|\((?:安装于|安装在|设在|位于|架在)[^()]{2,16}\)|波特率\d|(?<![第十百\d])(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:台套|台|套|部|个|座|条|路|对|席|副|根|芯|辆)(?!次|班|小时)|\d{1,4}\s?(?:[MG](?:bps)?(?![A-Za-z])|兆)|[A-Z]{2,}-?[A-Z]?\d{2,}|天融信|启明星辰|华为|中兴|深信服|海康|摩托罗拉|建伍|海能达|(?:电信|移动|联通|广电)(?:公司)?[^，。；]{0,8}(?:机房|线路|专线|VP|[45]G|光)|双机|双路|单路|双通道|双控|两级|互为备份|走(?:电信|移动|联通|广电)|停服|海拔\d|\d{3,4}-\d{7,8}|\d{1,2}\s?至\s?\d{1,2}\)/;
/** Things done with such goods in a year's work, and what they cost, are told in public. */
const ACTIVITY =
  /(?:新建|维修|检修|维护|保养|更新|更换|新装|加装|改造|采购|购置|验收|检查|巡检|测试|调试|培训|演练|训练|展开|参加|架设|出动|开展|组织|完成|新增|增设|计划|拟建|投入|安排|争取)[^，。；]{0,16}$/;
const COST = /告警|故障|坏|烧|失效|万元|元|费用|预算|报价|经费|租金|工时|质保|年检/;
const NOT_STATE =
  /(?:总控|主控|发控|备控|控制)(?:席位?|台|中心|站)[^，。；]{0,4}(?:设|部署|装|放|建|布)[^，。；]{0,2}[在于]|主、备|考核|集训|专业组|学员|教学组|授课|热线|办公|政务|宽带(?!天线)|频率|频点|兆赫|千赫|广播|调频|直播|播出|收听|插播|试鸣|宣传|多手段|一[台部个条]{2}|任何一|那一台|这一台|每一?台|(?<![自适响供效反相对感])应(?![急用答对])|须|不得|不少于|不低于|不小于|建议|要求|鼓励|力争|支持|具备|能够|是指|例如|比如|全省|全国|各地/;
const LONGEST = 80;

/** A part of the field itself, whose number or make is a fact whatever was done with it. */
const SHARP = /短波|超短波|动中通|静中通|密码机|加密|卫星站|背负台|VPDN|防火墙|双路由|单路由|双通道/;

function tellsState(said: string): boolean {
  if (said.length > LONGEST || said.length < 4 || NOT_STATE.test(said) || COST.test(said)) return false;
  const particular = PARTICULAR.exec(said);
  if (/^一(?:台|部|个|座|条|副|根)$/.test(particular?.[0] ?? '') && !SHARP.test(said)) return false;
  if (!particular || !PART.test(said)) return false;
  return SHARP.test(said) || !ACTIVITY.test(said.slice(0, particular.index));
}

const holdsPart = patternGuard(PART);

/** False where no clause of a stretch can tell how a system is made up: no part of one stands there, or nothing near speaks of it. */
export const mayTellState = (scene: Scene, range: Range, themes: ReadonlySet<CommsTheme>): boolean =>
  isOfSystem(themes) && holdsPart(scene.codes, range.start, range.end);

const isOfSystem = (themes: ReadonlySet<CommsTheme>): boolean =>
  themes.has('post') || themes.has('siren') || (themes.has('net') && themes.has('radio'));

/**
 * Clauses that tell how a command, alarm or network system is made up: a part of it with a number, a make, a carrier or a doubling. Only for
 * papers that are about such a system; in reports of a year's work the same parts are counted in public.
 */
export function statesIn(scene: Scene, sentence: Range, themes: ReadonlySet<CommsTheme>): readonly Range[] {
  if (!isOfSystem(themes)) return [];
  return clausesOf(scene, sentence).filter((clause) => tellsState(scene.text.slice(clause.start, clause.end)));
}
