/**
 * Font names of official forms. Founder faces are not free and not shipped; a missing one falls back in Word, WPS and LibreOffice
 * to the face installed there, so the layout leaves room for a slightly wider one.
 */
export const FONTS = {
  /** 小标宋, titles. */
  title: '方正小标宋简体',
  /** 仿宋, everything a person fills in. */
  text: '仿宋_GB2312',
  /** 黑体, labels. */
  label: '黑体',
} as const;
