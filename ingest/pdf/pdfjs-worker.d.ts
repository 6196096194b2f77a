/** The worker module has no types of its own; it is imported for what it sets on globalThis. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
