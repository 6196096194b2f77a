import { strToU8, zipSync } from 'fflate';
import { writeLog } from '../review/chain/log-text.ts';
import type { ExportedFile } from '../review/contract.ts';
import { ok, type Result } from '../review/model/index.ts';
import type { InspectionModel } from '../review/usecases/exports/inspection.ts';
import { exportedFile, ZIP } from './exported-file.ts';

const jsonLines = (rows: readonly unknown[]): Uint8Array => strToU8(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const guide = (model: InspectionModel): string =>
  [
    `${model.office} 审查日志检查包（${model.masked ? '脱敏' : '全量'}） ${model.madeOn}`,
    '',
    '一、先把压缩包解压到一个文件夹。',
    '二、用浏览器打开“核验器.html”，不需要网络。把“审查日志.jsonl”拖进页面。',
    '三、填写安装时打印的单位根密钥指纹，再任选几份纸质审查表，把表脚的链上编码填进去，点“开始核验”。',
    '四、“已锚定至第几条”是纸上的编码能够证明的范围；之后的记录只能证明前后相接，不能证明末尾没有被截去。',
    '',
    '“处置明细.jsonl”每行一处疑点：规则、位置、处置、办理人，不含原文。',
    ...(model.masked
      ? []
      : [
          '“内容.jsonl”含有名称、意见、理由、稿件文字等原文，属于敏感资料，请按规定保管；拖进核验器可核对它们与日志中的承诺是否相符。',
        ]),
    '',
  ].join('\r\n');

/** 检查包: log, verifier, findings by rule and place, and (full only) the texts that the commitments stand for. */
export async function inspectionZip(model: InspectionModel): Promise<Result<ExportedFile>> {
  const files: Record<string, Uint8Array> = {
    '审查日志.jsonl': strToU8(writeLog(model.log)),
    '核验器.html': model.verifier,
    '处置明细.jsonl': jsonLines(model.findings),
    '说明.txt': strToU8(`\ufeff${guide(model)}`),
    ...(model.masked ? {} : { '内容.jsonl': jsonLines(model.contents) }),
  };
  const name = `检查包-${model.madeOn}${model.masked ? '-脱敏' : '-全量'}.zip`;
  return ok(exportedFile(name, ZIP, zipSync(files, { level: 6 })));
}
