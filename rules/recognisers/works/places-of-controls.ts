/** Where the desks stand from which sirens are set off: 总控席设在…, 主控台部署在…, 备用控制台放在…. */
import { type Place, PUBLIC_PLACE } from './place.ts';
import { placeEnd } from './place-grammar.ts';

const DESK =
  /(?<!消防|安防|监控|空调|照明|电力)(?:总控|主控|发控|备控|遥控|副控|分控|控制)(?:席位?|台|中心|站|室|终端|主机)(?:[一二三四五六七八九十\d]{1,2}[台套])?(?:分别|均|则|也|都|就)?(?:设置?|部署|安装|装|布设|架设|安放|放置?|安置|建|摆|搭)(?:在|于)/g;

/** Control desks of sirens and command nets, with their floors. */
export function placesOfControls(text: string): readonly Place[] {
  return [...text.matchAll(DESK)].flatMap((match): readonly Place[] => {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start);
    return PUBLIC_PLACE.test(text.slice(start, end)) && !/[层楼室]$/.test(text.slice(start, end))
      ? []
      : [{ start, end, subject: 'siren', label: '控制台（控制中心）所在' }];
  });
}
