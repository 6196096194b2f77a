import type { Candidate, Range, Recogniser } from '../../model.ts';
import { candidate, context, cutFront, oncePerWindow, windowAt } from './grammar.ts';
import { linkForms } from './link-forms.ts';
import { BAND, COMMAND, COUNT, END, MEDIUM, WISH } from './link-words.ts';
import { clausesOf } from './passage.ts';

/** A clause that names a medium and one particular of the state of the net, however it is worded. */
const MEDIUM_WORD = new RegExp(`${MEDIUM}|VPDN|专网|内网|数字电路|线路|链路|网络|中继|交换机|汇聚|节点|带宽|组环|成环`);
const PARTICULAR = new RegExp(
  `互为备份|组环|成环|MPLS|(?:与|至|到)[^，。；]{0,3}\\d{1,3}个(?:县|区|县区|分站|站点)|(?:电信|联通|移动|广电)[^，。；]{0,8}VPN|双路由|双光缆|双光纤|双链路|双控|双归|热备|主备|一主一备|一用一备|冗余|环网|自愈环|点对点|直连|直通|直达|串接|级联|租用[^，。；]{0,8}(?:电信|联通|移动|运营商|广电)|(?:运营商|电信|联通|移动)[^，。；]{0,6}(?:光纤|专线|电路|VPDN|[345]G)|${BAND}|\\d{2,3}兆|${COUNT}[条路对芯](?:光|专|链|线|电)|加(?:有线|无线|光纤|卫星|微波|短波)`,
);
const OFFICE =
  /频率|频点|频道|信道|互联网|因特网|宽带|办公网|办公楼|政务外网|门户|网站|年费|资费|上网|入户|收视|机顶盒|充电|供电|供水|公交|地铁|旅游|电力/;
const BOTH_ENDS = new RegExp(`(?:^|[^\\u4e00-\\u9fff])?[\\u4e00-\\u9fff]{1,8}(?:至|与|到|同)[^，。；]{0,10}${END}`);
const LEAD_IN = /^(?:对上|对下|目前|现有|其中|另|均|已|系统|改造后|升级后|通过|采用|利用|依托|使用)+/;

/** Neighbouring clauses are one statement: 平常走专线，断了就切到无线. */
export function joined(ranges: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  for (const range of ranges) {
    const last = whole.at(-1);
    if (last && last.end === range.start - 1) whole[whole.length - 1] = { start: last.start, end: range.end };
    else whole.push(range);
  }
  return whole;
}

const clauses = oncePerWindow((scene, sentence): readonly Candidate[] => {
  const telling = clausesOf(scene, sentence).filter((clause) => {
    const text = scene.text.slice(clause.start, clause.end);
    return text.length <= 60 && MEDIUM_WORD.test(text) && PARTICULAR.test(text) && !OFFICE.test(text) && !WISH.test(text);
  });
  return joined(telling)
    .filter((clause) => COMMAND.test(context(scene, clause)))
    .map((clause) => cutFront(scene, clause, LEAD_IN))
    .map((span) => candidate(scene, span, 0.7, [{ label: '写明链路的介质和配置', range: span }], 'review'));
});

/** Make-up of the links between command posts and siren stations: media, bandwidth, routes, topology, ends. */
export const linkMakeup: Recogniser = {
  id: 'link-makeup',
  anchors: [
    ...linkForms.anchors,
    '光缆',
    '双控',
    '裸纤',
    '汇聚',
    '核心',
    '断了',
    '热备',
    '备份',
    '冗余',
    '环网',
    'VPDN',
    'VPN',
    '组环',
    '先走',
    '双核',
    '双汇',
    '双中心',
    '双平面',
    '双通道',
    '双链路',
    '双环',
    '互备',
    '互补',
    '物联网',
    'IoT',
    'LoRa',
    'MPLS',
    'OTN',
    'PTN',
    'GPRS',
    '架构',
    '结构',
    '平常走',
    '平时走',
    '备用链路',
    '备用线路',
    '备用手段',
    '主用',
    '成环',
    '带宽',
    '运营商',
    '电路',
    '线路',
    '中继',
    '兆',
  ],
  recognise: (scene, at) => {
    const exact = linkForms.recognise(scene, at);
    // A clause that names both ends says more than the medium in it.
    const said = (clause: Candidate) =>
      !BOTH_ENDS.test(scene.text.slice(clause.start, clause.end)) &&
      exact.some((form) => form.start < clause.end && clause.start < form.end);
    return [...exact, ...clauses(scene, windowAt(scene, at.start, 'sentence')).filter((clause) => !said(clause))];
  },
};
