/** Places that are told rather than listed (就是……底下那个洞, 从……进去), and points of sirens gone through one by one. Pure: reads compact text. */
import { PatternGate } from '../../engine/pattern-gate.ts';
import type { DescribedPlace } from './described-place-grammar.ts';
import { RUNNING, VAGUE } from './described-place-words.ts';
import { looksLikePlace } from './place-grammar.ts';

/** Told rather than listed: what the place is said of stands behind it, or the way in and out is walked through. */
const TOLD: readonly RegExp[] = [
  // 该工程即某山坳内的早期坑道 · 就某澡堂底下那个人防洞
  /(?:即|就是|就|指的是)([^,。;:“”]{4,40}?)(?:的|那个|那处|那座|那条|这个)(?:早期|老|旧|废弃的?)*(?:人防|防空)?(?:坑道|地道|洞子?|地下工程|工程|工事)/dg,
  // 将某路地下通道北段、某小学门口台阶以下人防工程中…
  /(?:将|把)([^,。;:]{4,50}?)(?:的)?(?:人防工程|防空地下室|人防地下室|人防洞|防空洞)(?:中|内|里|部分|编号|一部)/dg,
  // 从某处土坎进去，拐两个弯，从水塘上沿出来
  /从([^,。;:]{3,26}(?:进去|进入?|下去|钻进去?),(?:[^,。;:]{1,14},){0,2}(?:再)?(?:从|由|到)[^,。;:]{3,26}?(?:出来|钻出来?|出去|上来))/dg,
  // 有一条岔道通某大院磅房
  /(?:岔[道洞]|支[洞道]|暗道|地道|通道|那头|另一头)(?:就|能|可|是)?(?:通|连)(?:着|到|往|向)?([^,。;:”]{4,20})/dg,
  // 人防部分就在某馆比赛大厅正下方，东侧伸出看台外约六米
  /人防(?:部分|区|工程)?(?:就|便|即|正|主体)在(?!建|此|内|用|线|册)([^。;:]{4,44}?)(?=[。;:]|,(?![东南西北]{1,2}(?:侧|面|端|头))|$)/dg,
  // 就是北门进来沿环道走到底、6幢和7幢那一片 · 在二期的9栋和会所中间，车从那个坡下去就是
  /(?:具体说,?|也就是|就是|便是)([^。;:“”]{6,40}?(?:那一?片|那一块|一带|那一?头|那一?排|下面|底下))(?=[,。;:]|$)/dg,
  /在([^,。;:]{4,24}(?:中间|之间|夹角|背后|后头|旁边)(?:,[^,。;]{0,16}(?:下去|进去|拐进去|走到底)(?:就是|便是|就到))?)(?=[,。;]|$)/dg,
  // 里程YDK17+340至YDK17+415一段
  /((?:里程)?[A-Z]{0,4}K[0-9]{1,3}\+[0-9.]{2,7}(?:[至~到-][A-Z]{0,4}K[0-9]{1,3}\+[0-9.]{2,7})?(?:一段|处|附近)?)/dg,
];
const toldGate = new PatternGate(TOLD, (pattern) => pattern);
const WALKED = /进去|出来|进入|出去|上来|走到底|就是$|K[0-9]+\+/;

/** 就在…底下那个洞, 从…进去…从…出来: read only in talk of a work. */
export function placesTold(text: string): readonly DescribedPlace[] {
  return toldGate.open(text).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const span = match.indices?.[1];
      const phrase = match[1] ?? '';
      if (span === undefined || /办公|会议|宣教|应当|不得/.test(phrase)) return [];
      const named = WALKED.test(phrase) || (looksLikePlace(phrase) && !VAGUE.test(phrase) && !RUNNING.test(phrase));
      return named ? [{ start: span[0], end: span[1], form: 'verb' as const }] : [];
    }),
  );
}

/** 某索道上站覆盖北部山谷，宜优先 · 建议移到某报告厅塔楼: points gone through one by one. */
const REVIEWED: readonly RegExp[] = [
  /(?<=^|[;:,。、])([^,。;:、]{4,20}?)(?=(?:能?覆盖|高度(?:合适|不够|足够|偏)|离[^,。;]{1,8}(?:太|较|很|过)近|供电(?:不稳|困难|方便|不便)|视野|信号(?:好|差|弱)|遮挡|噪声|宜优先|可优先|粉尘))/dg,
  /(?:移到|移至|移设|迁到|迁至|挪到|挪至|改到|改至|改设在?|换到|调到|调至)([^,。;:、]{4,20}?)(?=[,。;、]|$)/dg,
  /([^,。;:、]{4,18}?)(?:的)?那[台部只个](?:警报|机器|喇叭)?(?:又|也|还|总)?(?:误报|不响|哑|进水|没响|坏)/dg,
];

const reviewedGate = new PatternGate(REVIEWED, (pattern) => pattern);

/** Points of sirens in a review or a chat of those who keep them; the caller says that it is one. */
export function placesReviewed(text: string): readonly DescribedPlace[] {
  return reviewedGate.open(text).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const span = match.indices?.[1];
      if (span === undefined) return [];
      const lead = /^(?:昨晚|昨天|今天|今早|早上|晚上|上午|下午|刚才|建议|其中|对|把|将)+/.exec(match[1] ?? '')?.[0].length ?? 0;
      const phrase = (match[1] ?? '').slice(lead);
      const named = phrase.length >= 4 && looksLikePlace(phrase) && !VAGUE.test(phrase) && !RUNNING.test(phrase);
      return named ? [{ start: span[0] + lead, end: span[1], form: 'roof' as const }] : [];
    }),
  );
}

const JOINED = /(?:与|同|和|跟)([^,。;:()]{4,30}?)(?:\([^()]{0,44}\))?(?:相互?)?(?:连通|相连|接通|贯通|联通|互通|衔接)/dg;
/** A way in of something with a name of its own. */
const WAY_IN = /(?:[A-Z0-9]口|出入口|[预出入]留?口|通道|地下室|地?下?车库|站厅|商场|地下街|商业街|干道|坑道|地道)$/;
const OWN_NAME =
  /[路街巷站厂校线]|[一-龥]{2}(?:广场|大厦|小区|花园|商城|医院)|[一二三四0-9]期|[0-9A-Z一二三四五六七八九十]+(?:号|地块)/;

/** 其中1处与地铁4号线某站C口通道连通 · 与某路地下已建疏散干道预留口（X=…）连通 */
export function placesJoined(text: string): readonly DescribedPlace[] {
  if (!/[连接贯联互衔]/.test(text)) return [];
  return [...text.matchAll(JOINED)].flatMap((match) => {
    const span = match.indices?.[1];
    const phrase = match[1] ?? '';
    const general =
      /^(?:相邻|现有|既有|周边|本|该|其|人防|防空|地下|外部|主体)|[以设的]$|单元|系统|网|部门|公司|市政|管[线道]/.test(phrase);
    return span === undefined || general || !WAY_IN.test(phrase) || !OWN_NAME.test(phrase)
      ? []
      : [{ start: span[0], end: span[1], form: 'structure' as const }];
  });
}
