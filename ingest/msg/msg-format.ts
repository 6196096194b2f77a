import { fail, ok, type PageBlock, type Result } from '../../review/model/index.ts';
import { attachMember } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { HtmlReader } from '../html/html-reader.ts';
import { attachInlineFiles } from '../html/inline-files.ts';
import { type Compound, openCompound, packCompound } from '../ole/compound.ts';
import { streamNames } from '../ole/stream-names.ts';
import { isTextLike } from '../package/text-like.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { readRtfObjects } from '../rtf/rtf-objects.ts';
import { RtfReader } from '../rtf/rtf-reader.ts';
import { decode } from '../text/decode.ts';
import { linesOf, stretchesOf } from '../text/lines.ts';
import { htmlInRtf } from './html-in-rtf.ts';
import { MsgProperties } from './msg-properties.ts';
import { unpackRtf } from './unpack-rtf.ts';

/** Properties that programs show above a message: number, label (MS-OXPROPS). */
const SHOWN: readonly (readonly [number, string])[] = [
  [0x0c1a, '发件人'],
  [0x0c1f, '发件人地址'],
  [0x5d01, '发件人地址'],
  [0x0e04, '收件人'],
  [0x0e03, '抄送'],
];
const SUBJECT = 0x0037;
const BODY = 0x1000;
const HTML = 0x1013;
const RTF = 0x1009;
/** Said elsewhere: the subject without its prefix, the body in other forms. */
const REPEATED: ReadonlySet<number> = new Set([SUBJECT, BODY, HTML, RTF, 0x0e1d, 0x003d, 0x0070]);
const NAME = 0x3707;
const SHORT_NAME = 0x3704;
const DATA = 0x3701;

/** Messages as Outlook saves them (MS-OXMSG): text, who wrote to whom, and every file that hangs on them. */
export const msgFormat: Format = {
  id: 'msg',
  title: 'Outlook 邮件（msg）',
  extensions: ['msg', 'oft'],
  probe: (bytes) => streamNames(bytes).has('__properties_version1.0'),
  read: readMsg,
};

async function readMsg(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const file = await openCompound(bytes);
  if (!file) {
    return fail(
      'msg-broken',
      '这封邮件不完整或已损坏，读不下去，没有保存任何内容。请在邮件软件里打开，把正文和附件分别另存后再导入。',
    );
  }
  const message = new MsgProperties(file.streams);
  const page = [...head(message, builder), ...(await body(message, builder, control))];
  const known = new KnownTexts();
  for (const piece of builder.pieces) known.add(piece.text);
  alternative(message, builder, known);
  metadata(message, '邮件属性', builder, known);
  for (const [, streams] of of(file, /^__recip_version1\.0_/)) metadata(new MsgProperties(streams), '收件人属性', builder, known);
  await attachments(file, builder, control);
  return ok({ page });
}

function head(message: MsgProperties, builder: DraftBuilder): PageBlock[] {
  const subject = message.text(SUBJECT) ?? '';
  const page: PageBlock[] = [];
  if (subject.trim() !== '') {
    const piece = builder.add({ kind: 'heading', visible: true, text: subject, where: { label: '邮件主题', part: '' } });
    page.push({ type: 'heading', level: 1, piece });
  }
  for (const [number, label] of SHOWN) {
    const text = message.text(number);
    if (text?.trim()) builder.add({ kind: 'metadata', visible: true, text, where: { label, part: '' } });
  }
  return page;
}

/** The body in the form that programs show: a web page, rich text, and only then plain text. */
async function body(message: MsgProperties, builder: DraftBuilder, control: ReadingControl): Promise<readonly PageBlock[]> {
  const packed = message.bytes(RTF);
  const rtf = packed && unpackRtf(packed);
  const raw = message.bytes(HTML);
  const html = message.text(HTML) ?? (raw ? decode(raw).text : undefined) ?? (rtf ? htmlInRtf(rtf) : undefined);
  if (html?.trim()) {
    const reader = new HtmlReader(builder);
    if (!reader.read(html)) builder.leaveUnread('html-too-deep', '邮件正文', '邮件正文的元素嵌套过深，没有读完，须人工查看。');
    await attachInlineFiles(reader.files, builder, control);
    return reader.page;
  }
  if (rtf) {
    const reader = new RtfReader(builder);
    reader.read(rtf);
    await readRtfObjects(reader.objects, builder, control);
    return reader.page.blocks;
  }
  if (packed) builder.leaveUnread('mail-body', '邮件正文', '邮件的带格式正文解不开，没有检查，须人工查看。');
  return plain(message.text(BODY) ?? '', builder);
}

function plain(text: string, builder: DraftBuilder): PageBlock[] {
  const page: PageBlock[] = [];
  for (const line of linesOf(text)) {
    for (const stretch of stretchesOf(line.text)) {
      if (stretch.text.trim() === '') continue;
      const where = { label: `第${line.number}行`, part: '', paragraph: line.number };
      page.push({ type: 'paragraph', piece: builder.add({ kind: 'body', visible: true, text: stretch.text, where }) });
    }
  }
  return page;
}

/** The plain text beside a formatted one is seen by other programs only, and may say other things. */
function alternative(message: MsgProperties, builder: DraftBuilder, known: KnownTexts): void {
  for (const line of linesOf(message.text(BODY) ?? '')) {
    const text = line.text.trim();
    if (text === '' || known.has(text)) continue;
    known.add(text);
    for (const stretch of stretchesOf(text)) {
      const where = { label: `纯文本备用正文 第${line.number}行`, part: '' };
      builder.add({ kind: 'hidden-text', visible: false, text: stretch.text, where });
    }
  }
}

/** Everything else that says something: servers on the way, addresses, names of those who changed it, categories. */
function metadata(message: MsgProperties, label: string, builder: DraftBuilder, known: KnownTexts): void {
  for (const number of message.numbers()) {
    const text = REPEATED.has(number) ? '' : (message.text(number) ?? '').trim();
    if (text === '' || !isTextLike(text) || known.has(text)) continue;
    known.add(text);
    for (const stretch of stretchesOf(text)) {
      builder.add({ kind: 'metadata', visible: false, text: stretch.text, where: { label, part: '' } });
    }
  }
}

async function attachments(file: Compound, builder: DraftBuilder, control: ReadingControl): Promise<void> {
  for (const [, streams] of of(file, /^__attach_version1\.0_/)) {
    const properties = new MsgProperties(streams);
    const name = properties.text(NAME) ?? properties.text(SHORT_NAME) ?? '附件';
    const inner = streams.flatMap(({ path, bytes }) => {
      const match = /^__substg1\.0_3701000D\/(.+)$/i.exec(path);
      return match ? [{ path: match[1] ?? '', bytes }] : [];
    });
    const data = inner.length > 0 ? await packCompound(inner) : properties.bytes(DATA);
    if (data) await attachMember(builder, name, data, control);
    else builder.leaveUnread('mail-attachment', name, `附件 ${name} 的内容不在邮件里或解不开，没有检查，须人工查看。`);
  }
}

/** Storages of the root whose names fit, with their streams under their own names. */
function of(file: Compound, name: RegExp): [string, { path: string; bytes: Uint8Array }[]][] {
  const found = new Map<string, { path: string; bytes: Uint8Array }[]>();
  for (const { path, bytes } of file.streams) {
    const [storage = '', ...rest] = path.split('/');
    if (!name.test(storage) || rest.length === 0) continue;
    const list = found.get(storage) ?? [];
    list.push({ path: rest.join('/'), bytes });
    found.set(storage, list);
  }
  return [...found];
}
