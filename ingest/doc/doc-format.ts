import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { type Compound, openCompound } from '../ole/compound.ts';
import { readLeftovers } from '../ole/ole-leftovers.ts';
import { streamNames } from '../ole/stream-names.ts';
import { chineseRuns } from '../package/residue.ts';
import { StoryReader, type WordParagraph } from './story-reader.ts';
import { wordNames } from './string-tables.ts';
import { viewOf, WordFile } from './word-file.ts';
import { WordPage } from './word-page.ts';

/** Binary documents of Word 97 to 2003 and of WPS Writer: text by story, what is hidden, and what the streams keep. */
export const docFormat: Format = {
  id: 'doc',
  title: '旧版 Word/WPS 文字（doc、wps）',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  probe: (bytes) => streamNames(bytes).has('WordDocument'),
  read: readDoc,
};

const RESAVE = '没有保存任何内容。请用原来的软件打开，另存为新的 docx 后再导入；打不开时请向来源方重新索取。';

async function readDoc(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const file = await openCompound(bytes);
  const word = file ? WordFile.open(file) : 'broken';
  if (word === 'encrypted') {
    return fail('file-encrypted', '这份文档设有打开密码，不能检查，没有读取也没有保存。请在原来的软件里取消密码，另存后再导入。');
  }
  if (!file || word === 'broken') return fail('doc-broken', `这份文档不完整或已损坏，读不下去，${RESAVE}`);
  const page = new WordPage(builder);
  if (word === 'older') readOlder(file, page);
  else readStories(word, page, builder);
  report(page, word === 'older', builder);
  control.progress?.('正在查看隐藏内容');
  await readLeftovers(file, page.known, builder, control);
  return ok({ page: page.blocks });
}

function readStories(word: WordFile, page: WordPage, builder: DraftBuilder): void {
  const stories = new StoryReader(word);
  page.write(stories.read('body'), { kind: 'body', visible: true, label: '' });
  for (const { start, end, footer } of headerRanges(word)) {
    const place = footer
      ? ({ kind: 'footer', visible: true, label: '页脚' } as const)
      : ({ kind: 'header', visible: true, label: '页眉' } as const);
    page.write(stories.range(start, end), place, true);
  }
  page.write(stories.read('footnotes'), { kind: 'footnote', visible: true, label: '脚注' });
  page.write(stories.read('endnotes'), { kind: 'endnote', visible: true, label: '尾注' });
  page.write(stories.read('comments'), { kind: 'comment', visible: false, label: '批注' });
  page.write(stories.read('boxes'), { kind: 'text-box', visible: true, label: '文本框' });
  page.write(stories.read('headerBoxes'), { kind: 'text-box', visible: true, label: '页眉中的文本框' });
  for (const { text, label } of wordNames(word)) {
    builder.add({ kind: 'metadata', visible: false, text, where: { label, part: '' } });
    page.known.add(text);
  }
}

/** The stretches of the header story: six separators of notes, then for each section headers and footers (MS-DOC 2.8.23). */
function headerRanges(word: WordFile): { readonly start: number; readonly end: number; readonly footer: boolean }[] {
  const [from, to] = word.story('headers');
  const table = word.field('headers');
  const view = viewOf(table);
  const count = Math.floor(table.length / 4) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    start: from + view.getUint32(index * 4, true),
    end: Math.min(to, from + view.getUint32(index * 4 + 4, true)),
    footer: index >= 6 && [2, 3, 5].includes((index - 6) % 6),
  })).filter(({ start, end }, index) => index >= 6 && end > start);
}

/** Word 6 and 95 keep their text in one stretch of bytes; formatting is not read. */
function readOlder(file: Compound, page: WordPage): void {
  const document = file.stream('WordDocument') ?? new Uint8Array(0);
  const view = viewOf(document);
  const text = new TextDecoder('gb18030').decode(document.subarray(view.getUint32(0x18, true), view.getUint32(0x1c, true)));
  const plain =
    chineseRuns(document).length > 0
      ? text
      : new TextDecoder('windows-1252').decode(document.subarray(view.getUint32(0x18, true), view.getUint32(0x1c, true)));
  const paragraphs = plain.split(/[\r\x07\x0c]/).map(
    (line): WordParagraph => ({
      segments: [{ text: line.replaceAll(/[\x00-\x08\x0e-\x1f]/g, ''), state: 'visible', why: '' }],
      end: 'paragraph',
      painted: false,
      inserted: 'none',
      level: undefined,
      list: undefined,
      pictures: 0,
      shapes: 0,
      next: 0,
    }),
  );
  page.write(paragraphs, { kind: 'body', visible: true, label: '' });
}

function report(page: WordPage, older: boolean, builder: DraftBuilder): void {
  if (older) builder.warn('doc-older', '这是 Word 95 或更早的格式，文字已读出，但隐藏、修订等标记没有分辨，请人工核对。');
  if (page.insertions + page.deletions > 0) {
    builder.warn(
      'tracked-changes',
      `文件里有未接受的修订：插入 ${page.insertions} 处，删除 ${page.deletions} 处。别人可以看到删掉的文字，公开前请接受或清除修订。`,
    );
  }
  const pictures = page.pictures + Math.max(0, page.shapes);
  if (pictures > 0) {
    builder.leaveUnread('picture', '图片', `文件里有 ${pictures} 处图片或图形，图片里的文字不能由程序检查，须人工查看。`);
  }
}
