import type { Range, Scene } from '../../model.ts';

/** Words of talk that written papers of offices do without. */
const TALK =
  /[吧呢嘛啊呀哦哈啦咱]|[咋啥]|(?<!目)的话[，。]|(?:这|那)(?:边|会儿|阵子|玩意|么)|[@]|哎|哥|姐|大家好|各位|收到[。！]|[！!]{1}/g;
/** So many words of talk in a thousand characters make the whole paper a talk. */
const MANY = 8;
const HEAD = 6000;
const papers = new WeakMap<Scene, boolean>();

/** Chats, diaries, features and interviews: in them spoken words are the rule and tell nothing. */
export function isSpokenPaper(scene: Scene): boolean {
  const known = papers.get(scene);
  if (known !== undefined) return known;
  const text = scene.text.slice(0, HEAD);
  const is =
    /讲话|发言|致辞|访谈|口述|录音/.test(scene.title()) ||
    (text.match(TALK)?.length ?? 0) * 1000 > MANY * Math.max(text.length, 500);
  papers.set(scene, is);
  return is;
}

/** Said by somebody in quotation marks, or told of a citizen: a reporter quotes, no colleague hints. */
const QUOTED = /^“|“[^”]{8,}”|[说道]：|[说道]:“|记者|笔者|阿姨|大爷|师傅|居民|孩子|同学|业主说|老人/;
export const isQuotedTalk = (scene: Scene, sentence: Range): boolean =>
  QUOTED.test(scene.text.slice(sentence.start, sentence.end));
