import type { Scene } from '../../model.ts';
import type { TalkForm } from './comms-passage.ts';

const text = (scene: Scene, span: { start: number; end: number }) => scene.text.slice(span.start, span.end);
/** Both a letter or sign and a digit, or a run of digits as long as a code: no word and no quantity. */
const isTyped = (scene: Scene, span: { start: number; end: number }): boolean => {
  const typed = text(scene, span).replace(/[“”]/g, '');
  return (/\d/.test(typed) && /[A-Za-z!@#$%^&*_]/.test(typed)) || /^\d{4,8}$/.test(typed);
};
const UNTIL = '(?=$|[\\s，。；、;)）”"\\u4e00-\\u9fff])';
const PUBLIC_NET = /Wi-?Fi|无线网络|免费|取件|网盘|提取码|直播|腾讯会议|公众号|查询|考生|成绩/i;

/** Names and passwords as they are handed over in notes, chats and logs. */
export const LOGIN_TALK: readonly TalkForm[] = [
  {
    themes: ['net', 'siren'],
    pattern:
      /(?<![A-Za-z0-9/.])(?<value>[A-Za-z][\w.]{1,20}\s?\/\s?(?=[!-~]{0,20}\d)(?=[!-~]{0,20}[!@#$%&*])[!-~]{4,24})(?![A-Za-z0-9/])/dg,
    label: '登录名与口令连写',
    confidence: 0.8,
    said: /账号|帐号|平台|登录|登陆|口令|密码/,
    unless: PUBLIC_NET,
  },
  {
    themes: ['net', 'siren'],
    pattern:
      /(?:用|账号|帐号|登录|登陆|口令|密码)[^，。；A-Za-z]{0,4}(?<value>[A-Za-z][\w.]{1,20}\s?\/\s?[!-~]{4,24}?)(?=登录|登陆|进入|就能|即可|$|[\s，。；、)）])/dg,
    label: '登录名与口令连写',
    confidence: 0.82,
    unless: PUBLIC_NET,
  },
  {
    themes: ['net'],
    pattern:
      /(?:测试号|管理号|管理员|运维号|账户|帐户|维护账号|后台账号|超级用户|登录ID|管理员账户|sys)(?:统一)?(?:为|是|:)?\s?(?<value>[A-Za-z][\w.-]{2,24})(?![\w@.])/dg,
    label: '登录名，与口令或登录字样同段',
    confidence: 0.76,
    said: /密码|口令|登录|登陆|初始|平台|系统/,
    unless: PUBLIC_NET,
  },
  {
    themes: ['net', 'siren'],
    pattern: new RegExp(
      `(?:密码|口令|密令|测试令|PIN码?)(?:[^。；A-Za-z\\d“]{0,10}(?:新的|换成|改成|改为|现为|现在是|就是|仍是|仍为|还是|仍旧是|统一是|统一用|为|是|:|，))?\\s?(?<value>“?[A-Za-z0-9!@#$%^&*_]{4,20}”?)${UNTIL}`,
      'dg',
    ),
    label: '“密码”“口令”之后的字符',
    confidence: 0.8,
    unless: PUBLIC_NET,
    accept: (scene, span) => isTyped(scene, span) && !/^[位个次年月天日%元条]/.test(scene.text.slice(span.end, span.end + 1)),
  },
  {
    themes: ['net', 'siren'],
    pattern: new RegExp(
      `(?:初始|默认|原始|出厂)(?:口令|密码|值)?(?:为|是|:)?\\s?(?<value>(?=[!-~]{0,20}[A-Za-z])(?=[!-~]{0,20}\\d)[!-~]{5,24}?)${UNTIL}`,
      'dg',
    ),
    label: '初始口令',
    confidence: 0.8,
    unless: PUBLIC_NET,
  },
  {
    themes: ['net'],
    pattern: /(?<![\d.A-Za-z])(?<value>\d{2,5})(?:号)?端口(?!数|速)/dg,
    label: '端口号',
    confidence: 0.8,
    accept: (scene, span) => Number(text(scene, span)) > 20 && Number(text(scene, span)) < 65536,
  },
  {
    themes: ['net', 'post'],
    pattern:
      /(?:入会号|会场(?:编)?号|会场编码|会议(?:室)?(?:编)?号|会议ID|虚拟会议室)(?:码)?(?:为|是|:)?\s?(?<value>\d{4,10})(?!\d)/dg,
    label: '视频会商入会号',
    confidence: 0.78,
    unless: PUBLIC_NET,
  },
];
