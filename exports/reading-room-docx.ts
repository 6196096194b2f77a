import type { ExportedFile } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import type { CatalogueModel } from '../review/usecases/exports/catalogue.ts';
import { chineseDate } from './civil-date.ts';
import { pageDocx, table, textLine } from './page-docx.ts';

/** 查阅点送交清单: what is handed to 一中心两馆, with the lines both sides sign. */
export function readingRoomDocx(model: CatalogueModel): Promise<Result<ExportedFile>> {
  const rows = model.rows.map((row, index) => [
    String(index + 1),
    row.number,
    row.title,
    row.documentNumber || '无',
    chineseDate(row.publishedOn),
    '',
  ]);
  const list =
    rows.length === 0
      ? textLine(`${model.period}没有新公开的信息，无须送交。`)
      : table(['序号', '索引号', '信息名称', '文号', '公开日期', '份数'], [8, 20, 60, 30, 24, 12], rows);
  const blocks = [
    textLine(`送交单位：${model.office}    期间：${model.period}    共 ${rows.length} 件`),
    textLine('接收单位：□政务服务中心  □国家档案馆  □公共图书馆  □其他：'),
    list,
    textLine(''),
    textLine('送交人（签名）：                    年    月    日'),
    textLine('接收人（签名）：                    年    月    日'),
    textLine('本清单所列均为已经审查并公开的信息。一式两份，送交、接收单位各存一份。', 21),
  ];
  return pageDocx(`查阅点送交清单-${model.period}.docx`, '政府信息查阅点送交清单', blocks, model);
}
