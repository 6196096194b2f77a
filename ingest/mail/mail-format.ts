import { fail, ok, type PageBlock, type Result } from '../../review/model/index.ts';
import { attachMember } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { HtmlReader } from '../html/html-reader.ts';
import { attachInlineFiles, type InlineFile } from '../html/inline-files.ts';
import { unwrapActiveMime } from '../ole/active-mime.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { linesOf, stretchesOf } from '../text/lines.ts';

type Mail = Awaited<ReturnType<typeof import('postal-mime')['default']['parse']>>;

/** Header names that open a message; two of them make one. */
const NAMES =
  /^(received|return-path|from|to|subject|date|message-id|mime-version|content-type|x-[\w-]+|delivered-to|cc|reply-to|sender)$/i;

/** Messages and web pages saved with their pictures (MIME, RFC 2045 and 2557). */
export const mailFormat: Format = {
  id: 'eml',
  title: '邮件与网页归档（eml、mht）',
  extensions: ['eml', 'mht', 'mhtml'],
  probe: (bytes) => {
    const head = String.fromCharCode(...bytes.subarray(0, 4096)).replace(/^\xef\xbb\xbf/, '');
    const names = [...(head.split(/\r?\n\r?\n/)[0] ?? '').matchAll(/^([\w-]{2,40}):/gm)].map(([, name]) => name ?? '');
    return /^[\w-]{2,40}:/.test(head) && names.filter((name) => NAMES.test(name)).length >= 2;
  },
  read: readMail,
};

async function readMail(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const { default: PostalMime, decodeWords } = await import('postal-mime');
  let mail: Mail;
  try {
    mail = await PostalMime.parse(new Uint8Array(bytes), { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(
      'mail-broken',
      '这封邮件的结构有错，读不下去，没有保存任何内容。请用邮件软件打开，把正文和附件分别另存后再导入。',
    );
  }
  const known = new KnownTexts();
  headers(mail, builder, decodeWords);
  const { page, files } = body(mail, builder);
  for (const piece of builder.pieces) known.add(piece.text);
  alternative(mail, builder, known);
  for (const run of outsideParts(bytes)) {
    if (!known.has(run))
      builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: '邮件各部分之外的文字', part: '' } });
  }
  for (const [index, { filename, mimeType, content, description }] of mail.attachments.entries()) {
    const name = filename ?? `附件${index + 1}（${mimeType}）`;
    const data = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    if (description)
      builder.add({ kind: 'metadata', visible: false, text: description, where: { label: '附件说明', part: name } });
    // Pages that Word saved keep their objects in a wrapping of their own.
    if (data.length > 0) await attachMember(builder, name, unwrapActiveMime(data) ?? data, control);
  }
  await attachInlineFiles(files, builder, control);
  return ok({ page });
}

const SHOWN: Readonly<Record<string, string>> = { subject: '邮件主题', from: '发件人', to: '收件人', cc: '抄送', date: '日期' };
const DULL =
  /^(mime-version|content-type|content-transfer-encoding|content-class|thread-index|dkim-signature|arc-.*|authentication-results)$/i;

/** All lines of the head: servers, addresses and programs on the way say who sat where. */
function headers(mail: Mail, builder: DraftBuilder, decodeWords: (text: string) => string): void {
  for (const { key, value } of mail.headers) {
    const text = decodeWords(value).trim();
    const shown = SHOWN[key];
    if (text === '' || (DULL.test(key) && !isTextLike(text))) continue;
    const kind = key === 'subject' ? 'heading' : 'metadata';
    builder.add({ kind, visible: shown !== undefined, text, where: { label: shown ?? `邮件头 ${key}`, part: '' } });
  }
}

function body(mail: Mail, builder: DraftBuilder): { readonly page: PageBlock[]; readonly files: readonly InlineFile[] } {
  const subject = builder.pieces.find((piece) => piece.where.label === '邮件主题');
  const page: PageBlock[] = subject ? [{ type: 'heading', level: 1, piece: subject.index }] : [];
  if (mail.html !== undefined && mail.html.trim() !== '') {
    const reader = new HtmlReader(builder);
    if (!reader.read(mail.html))
      builder.leaveUnread('html-too-deep', '邮件正文', '邮件正文的元素嵌套过深，没有读完，须人工查看。');
    return { page: [...page, ...reader.page], files: reader.files };
  }
  for (const line of linesOf(mail.text ?? '')) {
    for (const { text } of stretchesOf(line.text)) {
      if (text.trim() === '') continue;
      const piece = builder.add({
        kind: 'body',
        visible: true,
        text,
        where: { label: `第${line.number}行`, part: '', paragraph: line.number },
      });
      page.push({ type: 'paragraph', piece });
    }
  }
  return { page, files: [] };
}

/** The plain text beside a formatted one is seen by other programs only, and may say other things. */
function alternative(mail: Mail, builder: DraftBuilder, known: KnownTexts): void {
  if (mail.html === undefined || mail.html.trim() === '' || mail.text === undefined) return;
  for (const line of linesOf(mail.text)) {
    if (line.text.trim() === '' || known.has(line.text)) continue;
    for (const { text } of stretchesOf(line.text)) {
      builder.add({ kind: 'hidden-text', visible: false, text, where: { label: `纯文本备用正文 第${line.number}行`, part: '' } });
    }
  }
}

/** Text before the first part and behind the last, which no program shows (RFC 2046, 5.1.1). */
function outsideParts(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = raw.subarray(0, 65_536).toString('latin1');
  const boundary = /^content-type:\s*multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary="?([^"\r\n;]{1,100})/im.exec(head)?.[1];
  const end = /\r?\n\r?\n/.exec(head);
  if (!boundary || !end) return [];
  const first = raw.indexOf(`--${boundary}`, end.index);
  const last = raw.indexOf(`--${boundary}--`);
  const before = first < 0 ? [] : chineseRuns(raw.subarray(end.index, first));
  const behind = last < 0 ? [] : chineseRuns(raw.subarray(last + boundary.length + 4));
  return [...before, ...behind];
}
