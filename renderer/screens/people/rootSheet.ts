import { DIALOGS } from './texts.ts';

/** Sheet to be printed and signed by the two keepers, so that the fingerprint exists outside this machine. Plain text, one screen long. */
export function rootSheet(office: string, fingerprint: string, day: string): string {
  const line = '________________';
  return [
    DIALOGS.sheetTitle,
    '',
    `单位：${office}`,
    `指纹：${fingerprint}`,
    `日期：${day}`,
    '',
    `第一保管人：${line}    U盘存放处：${line}`,
    `第二保管人：${line}    U盘存放处：${line}`,
    '',
    '核验审查日志时，以本页的指纹与核验结果中的单位根密钥逐位核对。',
    '根密钥的口令不写在本页上。',
    '',
  ].join('\r\n');
}

/** The sheet as base64 of UTF-8 with a byte order mark: old editors take it for GBK otherwise. */
export function rootSheetFile(
  office: string,
  fingerprint: string,
  day: string,
): { readonly name: string; readonly base64: string } {
  const bytes = new TextEncoder().encode(`\uFEFF${rootSheet(office, fingerprint, day)}`);
  return { name: `${DIALOGS.sheetTitle}.txt`, base64: btoa(String.fromCharCode(...bytes)) };
}
