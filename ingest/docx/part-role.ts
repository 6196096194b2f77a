import type { Relationship } from '../package/relationships.ts';
import type { PlainPlace } from './plain-part.ts';
import type { StoryPlace } from './story.ts';

/** What a part is to its document, by the type of the relationship that leads to it. */
export type PartRole =
  | { readonly reader: 'story'; readonly place: StoryPlace; readonly order: number }
  | { readonly reader: 'plain'; readonly place: PlainPlace; readonly order: number };

const story = (order: number, place: StoryPlace): PartRole => ({ reader: 'story', place, order });
const plain = (order: number, kind: PlainPlace['kind'], label: string): PartRole => ({
  reader: 'plain',
  place: { kind, section: 'rest', visible: false, label },
  order,
});
const drawing = (label: string): PartRole => ({
  reader: 'plain',
  place: { kind: 'text-box', section: 'boxes', visible: true, label },
  order: 7,
});

/** Last word of a relationship type → role. Notes and comments get their labels from their own elements. */
const ROLES: Readonly<Record<string, PartRole>> = {
  officeDocument: story(0, { kind: 'body', section: 'body', visible: true, label: '' }),
  header: story(1, { kind: 'header', section: 'headers', visible: true, label: '页眉' }),
  footer: story(2, { kind: 'footer', section: 'footers', visible: true, label: '页脚' }),
  footnotes: story(3, { kind: 'footnote', section: 'notes', visible: true, label: '脚注' }),
  endnotes: story(4, { kind: 'endnote', section: 'notes', visible: true, label: '尾注' }),
  comments: story(5, { kind: 'comment', section: 'comments', visible: false, label: '批注' }),
  glossaryDocument: story(8, { kind: 'custom-data', section: 'rest', visible: false, label: '构建基块' }),
  chart: drawing('图表'),
  chartEx: drawing('图表'),
  diagramData: drawing('图示'),
  diagramDrawing: drawing('图示'),
  'core-properties': plain(9, 'metadata', '文档属性'),
  'extended-properties': plain(9, 'metadata', '文档属性'),
  'custom-properties': plain(9, 'metadata', '自定义属性'),
  settings: plain(9, 'metadata', '文档设置'),
  people: plain(9, 'metadata', '修订者名单'),
  classificationlabels: plain(9, 'metadata', '敏感度标签'),
  customXml: plain(9, 'custom-data', '自定义 XML'),
  customXmlProps: plain(9, 'custom-data', '自定义 XML 属性'),
  styles: plain(9, 'metadata', '样式'),
  stylesWithEffects: plain(9, 'metadata', '样式'),
  numbering: plain(9, 'metadata', '编号'),
  theme: plain(9, 'metadata', '主题'),
  fontTable: plain(9, 'metadata', '字体表'),
  webSettings: plain(9, 'metadata', '网页设置'),
};
const REACHED = plain(9, 'part-residue', '其他部件');
const ORPHAN_STORY = story(9, { kind: 'part-residue', section: 'rest', visible: false, label: '没有引用的部件' });
const ORPHAN = plain(9, 'part-residue', '没有引用的部件');

/** Roles of all parts: reached parts by their relationship, all others as left-overs. Part names are compared without case. */
export class PartRoles {
  private readonly types = new Map<string, string>();
  /** Relationship id by which the main part names a header or footer. */
  private readonly ids = new Map<string, string>();
  readonly main: string | undefined;

  constructor(relationships: readonly Relationship[]) {
    this.main = relationships.find((relation) => relation.source === '' && relation.type === 'officeDocument')?.target;
    const queue = [''];
    const seen = new Set(queue);
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      for (const relation of relationships) {
        const target = relation.target.toLowerCase();
        if (relation.external || relation.source.toLowerCase() !== source) continue;
        if (!this.types.has(target)) this.types.set(target, relation.type);
        if (source === this.main?.toLowerCase()) this.ids.set(target, relation.id);
        if (!seen.has(target)) {
          seen.add(target);
          queue.push(target);
        }
      }
    }
  }

  /** Relationship type of a part (styles, image, aFChunk …); undefined for a part that nothing leads to. */
  typeOf(part: string): string | undefined {
    return this.types.get(part.toLowerCase());
  }

  idOf(part: string): string | undefined {
    return this.ids.get(part.toLowerCase());
  }

  /** `root` is the local name of the part's root element. */
  roleOf(part: string, root: string): PartRole {
    const type = this.typeOf(part);
    if (type === undefined && /\[Content_Types\]\.xml$/i.test(part)) return REACHED;
    if (type === undefined) return STORY_ROOTS.has(root) ? ORPHAN_STORY : ORPHAN;
    const role = Object.hasOwn(ROLES, type) ? ROLES[type] : undefined;
    // A part that is called the document but is a workbook or a presentation is no story.
    if (role?.reader === 'story' && !STORY_ROOTS.has(root)) return REACHED;
    return role ?? (STORY_ROOTS.has(root) ? ORPHAN_STORY : REACHED);
  }
}

const STORY_ROOTS: ReadonlySet<string> = new Set([
  'document',
  'hdr',
  'ftr',
  'footnotes',
  'endnotes',
  'comments',
  'glossaryDocument',
]);
