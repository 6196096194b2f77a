import type { ConsultLetterModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { REQUEST_ASKS, type RequestAsk, type Result } from '../review/model/index.ts';
import { chineseDate } from './civil-date.ts';
import { pageDocx, textLine } from './page-docx.ts';

/** What the law says of an answer that does not come (条例 32, 34). */
const SILENCE: Readonly<Record<RequestAsk, string>> = {
  'third-party': '逾期未提出意见的，由本机关依照《政府信息公开条例》的规定决定是否公开。',
  'co-producer': '逾期未提出意见的，视为同意公开。',
};
const BASIS: Readonly<Record<RequestAsk, string>> = { 'third-party': '第三十二条', 'co-producer': '第三十四条' };

/** 政府信息公开征求意见函, with the slip to be sent back. The applicant is not named: the letter needs nothing of them. */
export function consultLetterDocx(model: ConsultLetterModel): Promise<Result<ExportedFile>> {
  const { whom, matter, days, about, number, office, on } = model;
  const blocks = [
    textLine(`${whom}：`),
    textLine(`　　本机关收到政府信息公开申请（登记编号 ${number}），申请公开的信息涉及你方：`),
    textLine(`　　${matter}`),
    textLine(
      `　　根据《中华人民共和国政府信息公开条例》${BASIS[about]}，现书面征求你方（${REQUEST_ASKS[about]}）意见。请自收到本函之日起${days}个工作日内书面答复是否同意公开；不同意公开的，请说明理由。${SILENCE[about]}`,
    ),
    textLine(''),
    textLine(`　　　　　　　　　　　　　　　　　　　　${office}（印章）`),
    textLine(`　　　　　　　　　　　　　　　　　　　　${chineseDate(on)}`),
    textLine(''),
    textLine('－－－－－－－－－－－－－－－－－－ 回　执 －－－－－－－－－－－－－－－－－－'),
    textLine(`登记编号 ${number}    收到日期：      年    月    日`),
    textLine('□同意公开    □部分同意公开    □不同意公开'),
    textLine('不同意公开的部分和理由：'),
    textLine(''),
    textLine(''),
    textLine('签名或盖章：                          年    月    日'),
  ];
  return pageDocx(`${number}-征求意见函.docx`, '政府信息公开征求意见函', blocks, {});
}
