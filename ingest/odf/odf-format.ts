import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { type Format, holdsText, type Reading, type ReadingControl, startsWith } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { PartTexts } from '../office/part-texts.ts';
import { decodeXml } from '../package/decode-xml.ts';
import { unpack } from '../package/unpack.ts';
import { OdfFacts } from './odf-facts.ts';
import { OdfPackage } from './odf-package.ts';

const MIME = 'application/vnd.oasis.opendocument.';
const FLAT = /^[\ufeff\s]*<\?xml[^>]*\?>[\s\S]{0,500}?<(\w+:)?document\s[^>]*urn:oasis:names:tc:opendocument/;

/** OpenDocument files of LibreOffice and of WPS on Linux, packed and flat: texts, sheets and slides with all they hide. */
export const odfFormat: Format = {
  id: 'odf',
  title: 'OpenDocument 文档（odt、ods、odp）',
  extensions: ['odt', 'ott', 'odm', 'ods', 'ots', 'odp', 'otp', 'odg', 'otg', 'fodt', 'fods', 'fodp'],
  probe: (bytes) =>
    startsWith(bytes, MIME, 38) ||
    (startsWith(bytes, 'PK\x03\x04') && holdsText(bytes, `mimetype${MIME}`)) ||
    FLAT.test(decodeXml(bytes.subarray(0, 8192))),
  read: readOdf,
};

const RESAVE = '没有保存任何内容。请用原来的软件打开，另存为新的 odt 或 docx 后再导入；打不开时请向来源方重新索取。';

async function readOdf(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const unpacked = startsWith(bytes, 'PK') ? await unpack(bytes, control.budget, control.signal) : flat(bytes);
  if (!unpacked.ok) return unpacked;
  const file = new OdfPackage(unpacked.data, new OdfFacts(), control);
  if (file.isEncrypted) {
    return fail('file-encrypted', '这份文档设有打开密码，不能检查，没有读取也没有保存。请在原来的软件里取消密码，另存后再导入。');
  }
  control.progress?.('正在读取文字');
  const parts = await file.read();
  if (!parts) return fail('odf-broken', `这份 OpenDocument 文档的正文已损坏或找不到，读不下去，${RESAVE}`);
  if (control.signal?.aborted) return fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');
  const envelope = new PartTexts('');
  for (const author of file.facts.authors) envelope.addAside('rest', 'metadata', false, author, '修订与批注作者');
  const paragraphs = assemble([...parts, envelope], builder);
  for (const { code, message } of file.findings.warnings) builder.warn(code, message);
  for (const { code, part, message } of file.findings.unread) builder.leaveUnread(code, part, message);
  const { insertions, deletions } = file.facts;
  if (insertions + deletions > 0) {
    builder.warn(
      'tracked-changes',
      `文件里有未接受的修订：插入 ${insertions} 处，删除 ${deletions} 处。别人可以看到删掉的文字，公开前请接受或清除修订。`,
    );
  }
  return ok({ page: plainPage(paragraphs, builder.pieces) });
}

/** A flat file is a package of one part. */
const flat = (bytes: Uint8Array) => ok({ entries: [{ name: 'content.xml', bytes }], comments: [], stray: [] });
