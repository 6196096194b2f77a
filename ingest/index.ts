/** The ingest room's door: a draft file in, every piece of its text out. */

export type { Format, ReadControl } from './format.ts';
export { FORMATS } from './formats.ts';
export { LIMITS } from './limits.ts';
export { type PictureMark, type PicturePage, type PicturePlan, picturePlan } from './pdf/picture-plan.ts';
export { readDraft } from './read-draft.ts';
export { MOST_PICTURE_BYTES, MOST_PICTURES, type ReadablePicture, readablePictures } from './readable-pictures.ts';
export { type RecognisedBlock, recognisedBlocks } from './recognised/recognised-blocks.ts';
