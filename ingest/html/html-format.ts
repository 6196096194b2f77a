import { fail, ok } from '../../review/model/index.ts';
import type { Format } from '../format.ts';
import { decode } from '../text/decode.ts';
import { HtmlReader } from './html-reader.ts';
import { attachInlineFiles } from './inline-files.ts';

/** Web pages, and what office systems save as web pages under the name .doc or .xls. */
export const htmlFormat: Format = {
  id: 'html',
  title: '网页（html）',
  extensions: ['html', 'htm', 'xhtml'],
  probe: (bytes) => {
    const head = String.fromCharCode(...bytes.subarray(0, 2048))
      .replaceAll('\0', '')
      .replace(/^[^<]{0,4}\s*/, '')
      .toLowerCase();
    return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,1000}?-->\s*)*(<!doctype html|<html|<head|<body)/.test(head);
  },
  read: async (bytes, builder, control) => {
    control.progress?.('正在读取文字');
    const { text, encoding, replaced } = decode(bytes, control.encoding);
    if (replaced > 0) {
      builder.warn(
        'text-undecodable',
        `有 ${replaced} 处字节不能按 ${encoding} 解码，显示为“�”。这些地方的文字没有检查，请对照原文件人工查看。`,
      );
    }
    const reader = new HtmlReader(builder);
    if (!reader.read(text)) {
      return fail(
        'html-too-deep',
        '网页的元素嵌套过深，不像正常文件，已停止读取，没有保存任何内容。请用浏览器打开，把文字另存为 docx 或 txt 后再导入。',
      );
    }
    await attachInlineFiles(reader.files, builder, control);
    return ok({ page: reader.page, encoding });
  },
};
