/**
 * pdfjs asks Node for a native canvas when it is loaded. Nothing is ever drawn, and a process that reads hostile files should not
 * load native code, so the bundle asks for a module that is nowhere.
 */
export const NO_CANVAS = {
  name: 'no-canvas',
  transform: (code: string, id: string) =>
    id.includes('pdfjs-dist') ? code.replaceAll('"@napi-rs/canvas"', '"no-canvas"') : undefined,
};
