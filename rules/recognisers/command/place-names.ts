/** Parts of patterns for named places: a name of one to six characters and a suffix; general words are no names. */
const GENERAL =
  '(?!各|本|邻|外|兄弟|两|三|县区|市县|区县|我|该|有关|相关|周边|附近|就近|指定|所在|上述|部分|多个|全|某|其他|邻近|农村|乡镇街道|乡镇|街道|接收|一个|每个|若干)';

export const TOWN = `${GENERAL}(?:[\\u4e00-\\u9fff]{1,5}(?:街道办?|片区|社区|镇|乡|村|农场|林场)|[\\u4e00-\\u9fff]{2,5}(?:县|市|区|旗|开发区)|开发区)`;
export const ROAD =
  '(?:[\\u4e00-\\u9fffA-Za-z0-9]{1,8}(?:路(?!口)|街(?!道)|大道|巷|快速|[东西南北内外中一二三四]环|环线|高速|线|公路|互通|立交|匝道|大桥|隧道|国道|省道|县道|乡道|河堤|堤)|[GSXY]\\d{2,4}(?:国道|省道|县道|乡道|高速|线)?|(?:国道|省道|县道|乡道)[GSXY]?\\d{2,4}线?)';
export const RECEPTION =
  '(?:疏散基地|疏散地域|疏散地区|疏散安置区|疏散点|接收安置点|接收安置地|接收点|接收地|接收站|安置点|安置地|收容点|宿营地)';

/** Proper name within a longer run of Han: what words of a sentence lead to it and must be cut off. */
export const LEAD =
  /^(?:(?:疏散时|届时|战时|期间|明确|确定|规定|要求|安排|组织|即由|改由|其中|包括|分别|主要|重点|一是|二是|三是|四是|五是|首先|以及|并且|同时|另外|还有|一个是|另一个是|目前|现|已|拟|将|把|对|为|向|由|从|与|和|及|在|到|至|是|如|即|有|市属|省属|我市|我县|我区|全市|本市|本县|本区|同意|决定|建议)[:，]?)+/;
