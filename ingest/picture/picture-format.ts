import { ok } from '../../review/model/index.ts';
import { type Format, startsWith } from '../format.ts';
import { pictureTexts } from '../package/picture-texts.ts';
import { stretchesOf } from '../text/lines.ts';

const MARKS: readonly (readonly [string, number])[] = [
  ['\x89PNG\r\n', 0],
  ['\xff\xd8\xff', 0],
  ['GIF8', 0],
  ['II*\0', 0],
  ['MM\0*', 0],
  ['WEBP', 8],
  // JPEG 2000 in its file format (ISO 15444-1 annex I), and its bare codestream.
  ['\0\0\0\x0cjP  ', 0],
  ['\xff\x4f\xff\x51', 0],
];

/** True for bytes that open like a picture. */
export const isPicture = (bytes: Uint8Array): boolean =>
  MARKS.some(([mark, offset]) => startsWith(bytes, mark, offset)) ||
  (startsWith(bytes, 'BM') && bytes.subarray(6, 10).every((byte) => byte === 0));

/** Pictures: what describes them is read, the picture itself is for a person to look at. */
export const pictureFormat: Format = {
  id: 'picture',
  title: '图片（jpg、png、tif）',
  extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'gif', 'bmp', 'webp', 'jp2', 'jpf', 'jpx', 'j2k'],
  probe: isPicture,
  read: async (bytes, builder, control) => {
    control.progress?.('正在读取图片附带信息');
    for (const text of pictureTexts(bytes)) {
      for (const stretch of stretchesOf(text)) {
        if (stretch.text.trim() === '') continue;
        builder.add({ kind: 'metadata', visible: false, text: stretch.text, where: { label: '图片附带信息', part: '' } });
      }
    }
    builder.leaveUnread('picture', '图片', '图片里的文字不能由程序检查，须人工查看。');
    return ok({ page: [] });
  },
};
