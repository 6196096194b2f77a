import type { DraftBuilder } from '../draft-builder.ts';
import type { Decoded } from './decode.ts';

/** Tells what decoding could not make out, and how sure it is of the encoding. */
export function reportDecoding(decoded: Decoded, builder: DraftBuilder): void {
  if (decoded.replaced > 0) {
    builder.warn(
      'text-undecodable',
      `有 ${decoded.replaced} 处字节不能按 ${decoded.encoding} 解码，显示为“�”。这些地方的文字没有检查，请对照原文件人工查看。`,
    );
  }
  if (decoded.nuls > 0) builder.warn('text-nul', `文件中夹有 ${decoded.nuls} 个空字符（NUL），已去掉后检查，前后文字连在一起。`);
  if (!decoded.sure) {
    builder.warn(
      'text-encoding-unsure',
      `文字编码按 ${decoded.encoding} 读取，但把握不大。如果显示为乱码，请在“文件”页改选编码，按新的编码重新检查。`,
    );
  }
}
