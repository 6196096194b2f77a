export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const SLIDE = 'application/vnd.openxmlformats-officedocument.presentationml.';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawingml.';

/** Types of every package. An empty content type: pictures, told by their extension. */
const COMMON: Readonly<Record<string, string>> = {
  'core-properties': 'application/vnd.openxmlformats-package.core-properties+xml',
  'extended-properties': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  themeOverride: 'application/vnd.openxmlformats-officedocument.themeOverride+xml',
  image: '',
  chart: `${DRAWING}chart+xml`,
  chartEx: 'application/vnd.ms-office.chartex+xml',
  chartStyle: 'application/vnd.ms-office.chartstyle+xml',
  chartColorStyle: 'application/vnd.ms-office.chartcolorstyle+xml',
  chartUserShapes: `${DRAWING}chartshapes+xml`,
  diagramData: `${DRAWING}diagramData+xml`,
  diagramLayout: `${DRAWING}diagramLayout+xml`,
  diagramQuickStyle: `${DRAWING}diagramStyle+xml`,
  diagramColors: `${DRAWING}diagramColors+xml`,
  diagramDrawing: 'application/vnd.ms-office.drawingml.diagramDrawing+xml',
};

/**
 * The allow-list: relationship type → content type of the part it leads to. Whatever is reached by another type, or not at all,
 * is no part of a clean copy: comments, people, custom XML, building blocks, embedded files, macros, printer settings, caches,
 * revisions, tags, signatures, thumbnails and everything nobody has heard of.
 */
export const PART_TYPES: Readonly<Record<OfficeKind, Readonly<Record<string, string>>>> = {
  docx: {
    ...COMMON,
    officeDocument: `${WORD}document.main+xml`,
    styles: `${WORD}styles+xml`,
    settings: `${WORD}settings+xml`,
    fontTable: `${WORD}fontTable+xml`,
    numbering: `${WORD}numbering+xml`,
    header: `${WORD}header+xml`,
    footer: `${WORD}footer+xml`,
    footnotes: `${WORD}footnotes+xml`,
    endnotes: `${WORD}endnotes+xml`,
  },
  xlsx: {
    ...COMMON,
    officeDocument: `${SHEET}sheet.main+xml`,
    worksheet: `${SHEET}worksheet+xml`,
    chartsheet: `${SHEET}chartsheet+xml`,
    sharedStrings: `${SHEET}sharedStrings+xml`,
    styles: `${SHEET}styles+xml`,
    table: `${SHEET}table+xml`,
    drawing: `${DRAWING.replace('drawingml.', '')}drawing+xml`,
  },
  pptx: {
    ...COMMON,
    officeDocument: `${SLIDE}presentation.main+xml`,
    slide: `${SLIDE}slide+xml`,
    slideLayout: `${SLIDE}slideLayout+xml`,
    slideMaster: `${SLIDE}slideMaster+xml`,
    tableStyles: `${SLIDE}tableStyles+xml`,
  },
};

/** What the record calls parts that are dropped, by relationship type. */
const NAMES: Readonly<Record<string, string>> = {
  comments: '批注',
  commentsExtended: '批注',
  commentsIds: '批注',
  commentsExtensible: '批注',
  threadedComment: '批注',
  people: '修订者名单',
  person: '修订者名单',
  commentAuthors: '修订者名单',
  authors: '修订者名单',
  customXml: '自定义 XML',
  glossaryDocument: '构建基块',
  package: '嵌入对象',
  oleObject: '嵌入对象',
  control: '嵌入对象',
  attachedToolbars: '宏',
  vbaProject: '宏',
  aFChunk: '插入的片段',
  printerSettings: '打印机设置',
  'custom-properties': '自定义属性',
  classificationlabels: '敏感度标签',
  thumbnail: '缩略图',
  externalLink: '外部文件的缓存',
  pivotTable: '数据透视表',
  pivotCacheDefinition: '数据透视表',
  pivotCacheRecords: '数据透视表',
  revisionHeaders: '共享修改记录',
  revisionLog: '共享修改记录',
  notesSlide: '备注',
  notesMaster: '备注',
  handoutMaster: '讲义母版',
  tags: '自定义标记',
  vmlDrawing: '批注图形（旧）',
  calcChain: '计算顺序',
  audio: '音频视频',
  video: '音频视频',
  media: '音频视频',
};
/** Parts without words of their own, not worth a line in the record. */
const MUTE: ReadonlySet<string> = new Set([
  'webSettings',
  'presProps',
  'viewProps',
  'calcChain',
  'sheetMetadata',
  'stylesWithEffects',
]);

/** Chinese name for the record; undefined for parts without words. */
export function droppedName(type: string | undefined): string | undefined {
  if (type === undefined) return '没有引用的部件';
  return MUTE.has(type) ? undefined : Object.hasOwn(NAMES, type) ? NAMES[type] : `其他部件（${type.slice(0, 40)}）`;
}

/** Content types of pictures by extension; a picture of another kind is not passed on. */
export const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};
