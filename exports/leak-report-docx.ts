import type { LeakReportModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import { chineseDate } from './civil-date.ts';
import { type GridCell, grid, pageDocx, textLine } from './page-docx.ts';

const head = (text: string): GridCell => ({ text, head: true });
const wide = (name: string, text: string): readonly GridCell[] => [head(name), { text, columns: 3 }];
const orBlank = (lines: readonly string[], blank: string): string => (lines.length > 0 ? lines.join('\n') : blank);
const BY_HAND = '\n\n';

/** 泄密事件报告单: to the 保密行政管理部门 of the same level and the superior body within 24 hours of the discovery. */
export function leakReportDocx(model: LeakReportModel): Promise<Result<ExportedFile>> {
  const rows: readonly (readonly GridCell[])[] = [
    [head('报告单位'), { text: model.office }, head('填表日期'), { text: chineseDate(model.madeOn) }],
    [head('信息名称'), { text: model.title }, head('文号'), { text: model.documentNumber || '无' }],
    [head('审查编号'), { text: model.number }, head('文件校验码'), { text: model.fileCode }],
    wide('载体和文件', [`${model.fileName}    □电子    □纸质    □其他    数量：`, ...model.attachments].join('\n')),
    wide('涉及内容', `内容概要（不写涉密文字）：${BY_HAND}原定密级（有争议的，提请有权机关确定）：`),
    wide('发现情况', `发现时间：      年    月    日    时    分    发现人：\n发现经过：${BY_HAND}`),
    wide('公开情况', orBlank(model.publications, '（系统中没有发布登记）')),
    wide('可能知悉范围', `浏览、下载、转载情况：${BY_HAND}`),
    wide('经办人员', orBlank(model.people, '（系统中没有签批）')),
    wide(
      '已采取措施',
      `${model.takenDown ? `撤下：${model.takenDown}` : '撤下：      年    月    日    时'}\n其他补救：${BY_HAND}`,
    ),
    wide('报告情况', '报同级保密行政管理部门：      年    月    日    时\n报上级主管部门：      年    月    日    时'),
    wide('单位意见', `${BY_HAND}负责人（签名）：                    年    月    日    时`),
  ];
  const blocks = [
    textLine('发现国家秘密泄露或者可能泄露，应当立即采取补救措施，并在24小时内向同级保密行政管理部门和上级主管部门报告。', 21),
    grid([26, 54, 26, 54], rows, 0),
    textLine('本单由先审根据审查日志预填；空白处由经办人手写。本单内容按规定管理，不通过互联网传递。', 21),
  ];
  return pageDocx(`${model.number}-泄密事件报告单.docx`, '泄密事件报告单', blocks, model);
}
