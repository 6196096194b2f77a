/** Pages of a picture PDF. */
import type { Result } from '../model/index.ts';

/** One page of a picture PDF as the window shows it; sizes in pixels. */
export interface PagePicture {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}
export interface PagePictures {
  /** Page from 1 of a picture PDF that the program made. Code: no-page-picture for any other file or page. */
  page(bytes: Uint8Array, page: number): Result<PagePicture>;
}
