import { CATEGORIES, type Category } from '../../review/model/index.ts';

/** One bit a category, in the order of `CATEGORIES`: sets of categories are numbers. The weights of the second look know this order. */
export const CATEGORY_BIT = Object.fromEntries(
  Object.keys(CATEGORIES).map((category, index) => [category, 1 << index]),
) as Readonly<Record<Category, number>>;
