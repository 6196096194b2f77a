import type { DraftBuilder } from '../draft-builder.ts';
import { stretchesOf } from '../text/lines.ts';
import type { OleStream } from './compound.ts';
import { isVbaStream, vbaModules } from './vba-project.ts';

/** Lines that every module opens with. */
const BOILERPLATE = /^\s*(Attribute VB_|$)/;

/**
 * Reads the macros among the streams of a compound file: source as text, one piece a module, and a word to the person, for what
 * code does no reader can judge. Returns the texts that came out; empty when there are no macros.
 */
export function readMacros(streams: readonly OleStream[], builder: DraftBuilder): string[] {
  if (!streams.some(({ path }) => isVbaStream(path))) return [];
  const { modules, whole } = vbaModules(streams);
  const texts: string[] = [];
  for (const { name, source } of modules) {
    const text = source
      .split(/\r?\n/)
      .filter((line) => !BOILERPLATE.test(line))
      .join('\n');
    texts.push(text);
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() === '') continue;
      builder.add({ kind: 'field-code', visible: false, text: stretch.text, where: { label: `宏 ${name}`, part: '' } });
    }
  }
  builder.leaveUnread(
    'macro',
    '宏',
    whole
      ? '文件带有宏（VBA 代码）。代码的文字已检查，但代码会做什么程序判断不了。公开前请去掉宏，或由人工查看。'
      : '文件带有宏（VBA 代码），代码没有全部读出，未能检查。公开前请去掉宏，或由人工查看。',
  );
  return texts;
}
