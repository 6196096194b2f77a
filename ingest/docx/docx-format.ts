import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { assemble } from '../office/assemble.ts';
import type { DrawnParagraph } from '../office/part-text.ts';
import { type Sweep, sweepPackage } from '../office/sweep-package.ts';
import { hasEntry } from '../package/entry-names.ts';
import type { XmlOutcome } from '../package/walk-xml.ts';
import { drawPage } from './draw-page.ts';
import { layPage, plainPage } from './lay-page.ts';
import { readPageHtml } from './page-html.ts';

/** Word documents in Office Open XML, templates and macro documents included. mammoth draws the page; the text comes from the sweep. */
export const docxFormat: Format = {
  id: 'docx',
  title: 'Word/WPS 文字（docx）',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  probe: (bytes) =>
    hasEntry(bytes, 'word/document.xml') ||
    (hasEntry(bytes, '_rels/.rels') &&
      !['xl/workbook.xml', 'xl/workbook.bin', 'ppt/presentation.xml'].some((name) => hasEntry(bytes, name))),
  read: readDocx,
};

async function readDocx(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const { budget } = control;
  const progress = (ratio: number) => control.progress?.('正在读取文字', ratio);
  const swept = await sweepPackage(bytes, { budget, readMember: control.readMember, signal: control.signal, progress });
  if (!swept.ok) return swept;
  const sweep = swept.data;
  if (sweep.mainRoot !== 'document') {
    return fail(
      'format-not-word',
      '这个文件是 Office 打包格式，但里面没有 Word 正文，没有读取。请用原来的软件打开，另存为 docx 后再导入。',
    );
  }
  if (sweep.mainOutcome !== 'whole') return refuseMain(sweep.mainOutcome);
  const paragraphs = assemble(sweep.parts, builder);
  report(sweep, builder);
  control.progress?.('正在排版');
  if (control.signal?.aborted) return fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');
  return ok({ page: await page(sweep, paragraphs, builder) });
}

const MAIN: Readonly<Record<Exclude<XmlOutcome, 'whole'>, readonly [string, string]>> = {
  doctype: ['xml-doctype', '正文里有不该出现的文档类型声明（可能是“实体炸弹”）'],
  'too-deep': ['xml-too-deep', `正文的元素嵌套超过 ${LIMITS.xmlDepth} 层，不像正常文档`],
  broken: ['xml-broken', '正文已损坏，结构读不下去'],
};

function refuseMain(outcome: Exclude<XmlOutcome, 'whole'>): ReturnType<typeof fail> {
  const [code, what] = MAIN[outcome];
  return fail(code, `${what}，已停止读取，没有保存任何内容。请用原来的软件打开，另存为新的 docx 后再导入。`);
}

function report({ facts, findings }: Sweep, builder: DraftBuilder): void {
  for (const { code, message } of findings.warnings) builder.warn(code, message);
  for (const { code, part, message } of findings.unread) builder.leaveUnread(code, part, message);
  if (facts.insertions + facts.deletions > 0) {
    builder.warn(
      'tracked-changes',
      `文件里有未接受的修订：插入 ${facts.insertions} 处，删除 ${facts.deletions} 处。别人可以看到删掉的文字，公开前请接受或清除修订。`,
    );
  }
}

/** The page as mammoth shapes it; from the paragraphs alone where mammoth gives up. */
async function page(sweep: Sweep, paragraphs: readonly DrawnParagraph[], builder: DraftBuilder): Promise<Reading['page']> {
  const html = await drawPage(sweep.entries, sweep.roles);
  const laid = html === undefined ? undefined : layPage(readPageHtml(html), paragraphs);
  if (!laid || (laid.page.length === 0 && paragraphs.length > 0)) {
    builder.warn('page-not-drawn', '这个文件的版面画不出来，按段落顺序显示。文字已全部读出并检查，不受影响。');
    return plainPage(paragraphs, builder.pieces);
  }
  if (laid.strange.length === 0) return laid.page;
  const known = builder.pieces.map((piece) => piece.text).join('\n');
  for (const text of laid.strange) {
    if (known.includes(text.trim())) continue;
    builder.add({ kind: 'part-residue', visible: true, text, where: { label: '页面上的文字', part: '' } });
  }
  return laid.page;
}
