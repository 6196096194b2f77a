import { ok } from '../../model/index.ts';
import { type CatalogueModel, publishedIn } from './catalogue.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { sheetHead } from './sheet-head.ts';

/** 查阅点送交清单 (条例 25: archives, library, service centre): what was published in the month, to be handed over and signed for. */
export const readingRoom: Exporting<CatalogueModel> = {
  name: '查阅点送交清单',
  needs: 'month',
  may: BUSINESS,
  model: (parts, { period }) => ok({ ...sheetHead(parts), period: period.name, rows: publishedIn(parts, period) }),
};
