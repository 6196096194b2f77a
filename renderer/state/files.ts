import { call } from './desk.ts';

/** Reads a file as base64 without holding up the window: the browser encodes it off the thread of the window. */
export function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error('file cannot be read'));
    reader.readAsDataURL(file);
  });
}

/** A file of the program's own, as if it had been chosen. */
export const fileFrom = (name: string, base64: string, lastModified = Date.now()): File =>
  new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { lastModified });

/** Makes an export and asks where to put it; false when the person changed their mind. */
export async function exportAndSave(input: Parameters<typeof call<'export.make'>>[1]): Promise<{ name: string; saved: boolean }> {
  const file = await call('export.make', input);
  const { saved } = await call('file.save', { name: file.name, base64: file.base64 });
  return { name: file.name, saved };
}

/** Has the host print a page of ours, or make a PDF of it; false when the person changed their mind. */
export async function exportAndPrint(input: {
  readonly case: string;
  readonly to: 'pdf' | 'printer';
}): Promise<{ name: string; done: boolean; to: 'pdf' | 'printer' }> {
  const file = await call('export.make', { kind: 'form-page', case: input.case });
  const name = file.name.replace(/\.html$/, '.pdf');
  const { done } = await call('file.print', { name, base64: file.base64, to: input.to });
  return { name, done, to: input.to };
}
