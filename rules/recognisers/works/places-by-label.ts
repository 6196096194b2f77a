/** Places that a caption names: 建设地点：…, 警报点位：…, 出入口位置：…. */
import type { Scene, ScenePiece } from '../../model.ts';
import { draftFacts, givesValues } from './draft-facts.ts';
import { type Place, PUBLIC_PLACE } from './place.ts';
import { fixesPoint, placeEnd } from './place-grammar.ts';
import type { Subject } from './subjects.ts';
import { isCivilContext } from './ties.ts';

const LABEL =
  /(工程|建设|项目|安装|施工|标的|人防|点位|口部|出入口|竖井|指挥所|防空洞|地道|坑道|设置|洞库|警报|设备|具体|所在|物资|库房)?(?:警报)?(地点|地址|位置|坐落(?:地址|位置)?|座落|点位|选址|四至)(?:为|是)?:/g;
const NOT_LABEL =
  /(?:办公|公示|报名|集合|联系|通[信讯]|注册|户籍|送达|受理|办理|踏勘|会议|活动|展示|开标|投标|培训|递交|机关|单位|企业|查询|服务|来信来访|邮寄|家庭|居住|邮件|网络|IP|IP地|集结|演练|时间|接收|疏散)$/;

/** 您的位置:首页 > 防空天地 > 走进地下: the way through a website. */
const TRAIL = /^[^,。;]{0,16}(?:首页|主页|[>»›])/;

const MOST_IN_LIST = 30;

const isCivil = (scene: Scene, piece: ScenePiece): boolean => draftFacts(scene).civil && isCivilContext(scene, piece);

function subjectOfLabel(caption: string, kind: string, siren: boolean, civil: () => boolean, valued: () => boolean): Subject {
  if (/警报|点位/.test(caption) || (siren && /安装|设置/.test(kind))) return 'siren';
  if (/口部|出入口|竖井/.test(kind)) return 'part';
  if (/人防|指挥所|洞|道/.test(kind)) return 'work';
  if (!civil()) return 'project';
  return kind === '' && !valued() ? 'none' : 'reference';
}

export function placesByLabel(scene: Scene, piece: ScenePiece, text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(LABEL)) {
    if (NOT_LABEL.test(text.slice(Math.max(0, match.index - 5), match.index))) continue;
    const start = match.index + match[0].length;
    if (TRAIL.test(text.slice(start, start + 20))) continue;
    const kind = match[1] ?? '';
    const bareAddress = match[2] === '地址' && kind === '';
    if (bareAddress && !/(?:工程|项目|标的)名称:/.test(text.slice(Math.max(0, match.index - 80), match.index))) continue;
    if (PUBLIC_PLACE.test(text.slice(start, placeEnd(text, start)))) continue;
    const siren = /警报/.test(text.slice(Math.max(0, match.index - 80), start + 80));
    const subject = subjectOfLabel(
      match[0],
      kind,
      siren,
      () => isCivil(scene, piece),
      () => givesValues(scene),
    );
    const label = `栏目“${match[0].replace(/:$/, '')}”`;
    let end = placeEnd(text, start);
    places.push({ start, end, subject, label });
    // 安装点位:甲楼顶、乙天面、丙屋顶各1台: every part of the list is a place of its own.
    for (let count = 0; subject === 'siren' && text[end] === '、' && count < MOST_IN_LIST; count++) {
      const next = placeEnd(text, end + 1);
      if (fixesPoint(text.slice(end + 1, next))) places.push({ start: end + 1, end: next, subject, label });
      end = next;
    }
  }
  return places;
}
