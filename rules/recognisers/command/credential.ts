import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, spansOf, surroundings } from './grammar.ts';

const LINK =
  '(?:字|号|名|仍)?(?:\\((?:[\\u4e00-\\u9fff]{1,8})\\))?(?:分别|统一|均|现|已|暂|仍|默认|初始)?(?:仍为|仍是|还是|沿用|就是)?(?:原来的?|老的|以前的|出厂设置的?|出厂的?|初始的?|默认的?|缺省的?)?(?:设置为|修改为|更改为|重置为|初始化为|沿用|恢复为|设为|改为|改成|定为|为|是|用|:|=)?\\s?';
/** What people type at a login: printable ASCII without Chinese punctuation. */
const TYPED =
  '[“"‘]?(?=[!-~]{3,40})(?<value>[A-Za-z0-9!@#$%^&*_+=~?.\\\\/|<>-]{3,40}?)[”"’]?(?=$|[\\s，。；、;)(”"’\\u4e00-\\u9fff])';
const SECRET = new RegExp(
  `(?:登录口令|登陆口令|口令|登录密码|开机密码|管理密码|密码|密钥|通行字|PIN码?|遥控码|控制码|启动码|开机码|共享密钥|预共享密钥|社区字)${LINK}${TYPED}`,
  'dg',
);
const ACCOUNT = new RegExp(
  `(?:登录名|登陆名|登录账号|登录帐号|用户名|管理员账号|账户名|账号|帐号|用户|登录用|登陆用)${LINK}[“"‘]?(?<value>[A-Za-z][\\w.-]{1,24})[”"’]?(?![\\w@])`,
  'dg',
);
/** A recipe tells the password as well as the password does. */
const RECIPE =
  /(?:口令|密码)(?:统一|均|默认|初始)?(?:为|是|:)(?<value>[^，。；]{1,16}(?:拼音|首字母|简拼|全拼|缩写)[^，。；]{0,12})/dg;
const PASSPHRASE =
  /(?:识别口令|通行口令|使用口令|口令|暗号|暗语|识别暗语)(?:分别|统一)?(?:为|是|:|用|改为)?\s?(?:问)?(?<value>“[^”、\n]{1,14}”(?:[、，—\s]?(?:答|回令|回答)?(?:为|:)?“[^”\n]{1,14}”)?)/dg;
/** One quotation holds both: “问：东风几级 答：六级偏北”. */
const ASK_AND_ANSWER = /(?<value>“问[:,，]?[^”“]{1,14}答[:,，]?[^”“]{1,14}”)/dg;
const LABEL_WORD = /口令|密码|密钥|登录|登陆|用户名/;
/** Public Wi-Fi, query codes and meeting numbers are given to the public on purpose. */
const PUBLIC = /Wi-?Fi|无线网络|免费上网|查询密码|取件|会议号|腾讯会议|直播间|网盘|提取码|群号|公众号/i;

function isSecret(scene: Scene, span: Range): boolean {
  const text = scene.text.slice(span.start, span.end);
  const after = scene.text.slice(span.end, span.end + 3);
  if (/^\d{1,3}$/.test(text) || /^[\d.]{1,6}$/.test(text))
    return /^\d{4,6}$/.test(text) && !/^[位个次年月天日%元条项种]/.test(after);
  if (/^[_*×xX.\-□-]{1,40}$/.test(text)) return false;
  if (/^(?:https?|www)/i.test(text)) return false;
  return !/^(?:位|个字符|字节|年|月)/.test(after);
}

function secrets(scene: Scene, window: Range): readonly Candidate[] {
  return spansOf(scene, window, SECRET)
    .filter((span) => isSecret(scene, span))
    .map((span) =>
      candidate(
        scene,
        span,
        0.92,
        [{ label: '“口令”“密码”之后的字符', range: span }],
        PUBLIC.test(surroundings(scene, span)) ? 'notice' : undefined,
      ),
    );
}

function accounts(scene: Scene, window: Range): readonly Candidate[] {
  return spansOf(scene, window, ACCOUNT)
    .filter((span) => LABEL_WORD.test(surroundings(scene, span)))
    .map((span) =>
      candidate(
        scene,
        span,
        0.82,
        [{ label: '登录名，与口令或登录字样同段', range: span }],
        PUBLIC.test(surroundings(scene, span)) ? 'notice' : undefined,
      ),
    );
}

function passphrases(scene: Scene, window: Range): readonly Candidate[] {
  return [
    ...spansOf(scene, window, PASSPHRASE),
    ...spansOf(scene, window, RECIPE),
    ...spansOf(scene, window, ASK_AND_ANSWER),
  ].map((span) => candidate(scene, span, 0.85, [{ label: '口令、暗语之后的引语', range: span }]));
}

/** Login names, passwords, keys and passphrases, with their values. Rules about passwords are none. */
export const credential: Recogniser = {
  id: 'credential',
  anchors: [
    '口令',
    '密码',
    '密钥',
    '通行字',
    'PIN',
    '登录名',
    '登陆名',
    '用户名',
    '账号',
    '帐号',
    '账户名',
    '暗号',
    '暗语',
    '社区字',
    '遥控码',
    '控制码',
    '启动码',
    '开机码',
  ],
  recognise: (scene, at) => {
    const sentence = scene.sentence(at.start);
    const window = { start: Math.max(sentence.start, at.start - 12), end: Math.min(sentence.end, at.end + 80) };
    return [...secrets(scene, window), ...accounts(scene, window), ...passphrases(scene, window)];
  },
};
