import type { StoryPlace } from '../docx/story-output.ts';
import type { Relationship } from '../package/relationships.ts';
import type { PlainPlace } from './plain-part.ts';

/** What a part is to its document, by the type of the relationship that leads to it. */
export type PartRole =
  | { readonly reader: 'story'; readonly place: StoryPlace; readonly order: number }
  | { readonly reader: 'plain'; readonly place: PlainPlace; readonly order: number }
  | { readonly reader: 'sheet' | 'strings' | 'cache' | 'vml' | 'slide' | 'slide-notes' | 'slide-base'; readonly order: number };

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

const remark = (label: string): PartRole => ({
  reader: 'plain',
  place: { kind: 'comment', section: 'comments', visible: false, label },
  order: 5,
});

/** Roles in every package, by the last word of the relationship type. */
const COMMON: Readonly<Record<string, PartRole>> = {
  chart: drawing('图表'),
  chartEx: drawing('图表'),
  chartUserShapes: drawing('图表'),
  diagramData: drawing('图示'),
  diagramDrawing: drawing('图示'),
  drawing: drawing('图形'),
  'core-properties': plain(9, 'metadata', '文档属性'),
  'extended-properties': plain(9, 'metadata', '文档属性'),
  'custom-properties': plain(9, 'metadata', '自定义属性'),
  classificationlabels: plain(9, 'metadata', '敏感度标签'),
  customXml: plain(9, 'custom-data', '自定义 XML'),
  customXmlProps: plain(9, 'custom-data', '自定义 XML 属性'),
  styles: plain(9, 'metadata', '样式'),
  theme: plain(9, 'metadata', '主题'),
  control: plain(9, 'custom-data', '控件'),
  // An image that is XML is SVG, whose text is seen as text.
  image: drawing('图片中的文字（SVG）'),
  connections: plain(9, 'metadata', '数据连接'),
};
/** Notes and comments of a Word document get their labels from their own elements. */
const DOCUMENT: Readonly<Record<string, PartRole>> = {
  officeDocument: story(0, { kind: 'body', section: 'body', visible: true, label: '' }),
  header: story(1, { kind: 'header', section: 'headers', visible: true, label: '页眉' }),
  footer: story(2, { kind: 'footer', section: 'footers', visible: true, label: '页脚' }),
  footnotes: story(3, { kind: 'footnote', section: 'notes', visible: true, label: '脚注' }),
  endnotes: story(4, { kind: 'endnote', section: 'notes', visible: true, label: '尾注' }),
  comments: story(5, { kind: 'comment', section: 'comments', visible: false, label: '批注' }),
  glossaryDocument: story(8, { kind: 'custom-data', section: 'rest', visible: false, label: '构建基块' }),
  settings: plain(9, 'metadata', '文档设置'),
  people: plain(9, 'metadata', '修订者名单'),
  stylesWithEffects: plain(9, 'metadata', '样式'),
  numbering: plain(9, 'metadata', '编号'),
  fontTable: plain(9, 'metadata', '字体表'),
  webSettings: plain(9, 'metadata', '网页设置'),
};
const WORKBOOK: Readonly<Record<string, PartRole>> = {
  officeDocument: plain(9, 'metadata', '工作簿'),
  worksheet: { reader: 'sheet', order: 0 },
  chartsheet: { reader: 'sheet', order: 0 },
  dialogsheet: { reader: 'sheet', order: 0 },
  sharedStrings: { reader: 'strings', order: 8 },
  comments: remark('批注'),
  threadedComment: remark('批注'),
  person: plain(9, 'metadata', '批注者名单'),
  externalLink: plain(9, 'part-residue', '外部文件的缓存'),
  pivotCacheDefinition: { reader: 'cache', order: 9 },
  pivotCacheRecords: { reader: 'cache', order: 9 },
  revisionHeaders: plain(9, 'part-residue', '共享工作簿的修改记录'),
  revisionLog: plain(9, 'part-residue', '共享工作簿的修改记录'),
  vmlDrawing: { reader: 'vml', order: 9 },
};
const PRESENTATION: Readonly<Record<string, PartRole>> = {
  officeDocument: plain(9, 'metadata', '演示文稿'),
  slide: { reader: 'slide', order: 0 },
  notesSlide: { reader: 'slide-notes', order: 1 },
  comments: remark('批注'),
  commentAuthors: plain(9, 'metadata', '批注者名单'),
  authors: plain(9, 'metadata', '批注者名单'),
  tags: plain(9, 'custom-data', '自定义标记'),
  slideMaster: { reader: 'slide-base', order: 2 },
  slideLayout: { reader: 'slide-base', order: 2 },
};
/** Root element of the main part → what the types mean in such a package. */
const KINDS: Readonly<Record<string, Readonly<Record<string, PartRole>>>> = {
  document: DOCUMENT,
  workbook: WORKBOOK,
  presentation: PRESENTATION,
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

  private readonly roles: Readonly<Record<string, PartRole>>;

  /** `rootOf` gives the local name of a part's root element. */
  constructor(relationships: readonly Relationship[], rootOf: (part: string) => string) {
    this.main = relationships.find((relation) => relation.source === '' && relation.type === 'officeDocument')?.target;
    const root = this.main === undefined ? '' : rootOf(this.main);
    this.roles = { ...COMMON, ...(Object.hasOwn(KINDS, root) ? KINDS[root] : {}) };
    const bySource = Map.groupBy(relationships, (relation) => relation.source.toLowerCase());
    const queue = [''];
    const seen = new Set(queue);
    for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
      for (const relation of bySource.get(source) ?? []) {
        const target = relation.target.toLowerCase();
        if (relation.external) continue;
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
    if (type === undefined) return STORY_ROOTS.has(root) && root !== 'comments' ? ORPHAN_STORY : ORPHAN;
    const role = Object.hasOwn(this.roles, type) ? this.roles[type] : undefined;
    // A part that is called the document but is something else is no story.
    if (role?.reader === 'story' && !STORY_ROOTS.has(root)) return REACHED;
    return role ?? (STORY_ROOTS.has(root) && this.roles.officeDocument?.reader === 'story' ? ORPHAN_STORY : REACHED);
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
