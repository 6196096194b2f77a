/** Stacks for pages that we print ourselves: official faces first, free ones where they are missing (UX.md §3). */
export const FONT_STACKS = {
  title: "'方正小标宋简体','方正小标宋_GBK','华文中宋',STZhongsong,'宋体',SimSun,'Noto Serif CJK SC',serif",
  text: "'仿宋_GB2312',FangSong_GB2312,'方正仿宋_GBK','仿宋',FangSong,'Noto Serif CJK SC',serif",
  label: "'黑体',SimHei,'方正黑体_GBK','Noto Sans CJK SC',sans-serif",
} as const;

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
