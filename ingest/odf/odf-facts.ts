import { attributeOf, walkXml } from '../package/walk-xml.ts';
import { OdfLists } from './odf-lists.ts';
import { OdfStyles } from './odf-styles.ts';

/** What the parts of one OpenDocument file must know of each other. */
export class OdfFacts {
  readonly styles = new OdfStyles();
  readonly lists = new OdfLists();
  /** Ids of changed regions that were inserted. */
  readonly insertedRegions = new Set<string>();
  /** Names of layers that no slide shows. */
  readonly hiddenLayers = new Set<string>();
  readonly authors = new Set<string>();
  /** Tables, slides and tracked changes met so far, over all parts. */
  tables = 0;
  slides = 0;
  insertions = 0;
  deletions = 0;

  /** Reads styles, lists, changes and layers of a part before its text is read. */
  add(bytes: Uint8Array): void {
    this.styles.add(bytes);
    this.lists.add(bytes);
    let region = '';
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'changed-region') region = attributeOf(attributes, 'id') ?? '';
        else if (name === 'insertion' && region !== '') this.insertedRegions.add(region);
        else if (name === 'layer' && attributeOf(attributes, 'display') === 'none')
          this.hiddenLayers.add(attributeOf(attributes, 'name') ?? '');
      },
      close: (name) => {
        if (name === 'changed-region') region = '';
      },
      text: () => undefined,
      aside: () => undefined,
    });
  }
}
