import type { CleanRecord } from '../ports.ts';

const SPLICED = '脱敏稿在原文件上逐处替换，其余文字和版式不变';

/**
 * The record as a person reads it, kept with the version: how the copy was made, what went, and which file became which (`before` and
 * `after` are SHA-256, lower-case hex).
 */
export function recordText({ way, why, replaced, rewrites, dropped }: CleanRecord, before: string, after: string): string {
  const how = {
    'set-anew': `脱敏稿按可见文字重新排成，原有版式没有保留${why ? `（${why}）` : ''}`,
    spliced: SPLICED,
    text: SPLICED,
    picture: '脱敏稿把每一页画成图片，要去掉的文字涂黑，改写的文字写在原处，文件里没有可以复制、检索的文字',
  }[way];
  const gone = dropped.map(({ kind, count }) => `${kind}${count}处`).join('、');
  return `${how}。${way === 'picture' ? paintedText(replaced, rewrites) : `替换${replaced}处`}${gone === '' ? '' : `；去掉${gone}`}。原文件校验码 ${before}，脱敏稿校验码 ${after}。`;
}

/** How many places are black, how many carry new wording, and which wording stands nowhere. */
function paintedText(
  replaced: number,
  { written, unwritten }: NonNullable<CleanRecord['rewrites']> = { written: 0, unwritten: [] },
) {
  const black = `涂黑${replaced - written}处`;
  if (written === 0 && unwritten.length === 0) return black;
  const places = unwritten.map(({ where, words }) => `${where}“${words}”`).join('、');
  const missing = unwritten.length === 0 ? '' : `；没有写上的改写文字（写不下，或原文不在页面文字里）：${places}`;
  return `写上改写的文字${written}处，只${black}${missing}`;
}
