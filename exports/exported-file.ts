import type { ExportedFile } from '../review/contract.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const ZIP = 'application/zip';
export const HTML = 'text/html';
export const JSON_TEXT = 'application/json';
export const SARIF = 'application/sarif+json';
export const JSON_LINES = 'application/jsonl';

/** Wraps bytes for the journey to the window. `name` starts with the case number, never with a draft's title. */
export function exportedFile(name: string, mime: string, bytes: Uint8Array): ExportedFile {
  return { name, mime, base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
}
