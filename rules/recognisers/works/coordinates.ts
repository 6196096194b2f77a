/**
 * Coordinates in all formats of civil-defence-terms.md §11, beside civil defence. Read on the folded text itself: blanks part numbers.
 * Ranges: longitude 73-136, latitude 3-54; decimals count from three places on (0.001° is about 110 m).
 */
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { draftFacts } from './draft-facts.ts';
import { readingRecogniser } from './per-piece.ts';
import { isCivilContext } from './ties.ts';

export interface CoordinateMatch {
  readonly start: number;
  readonly end: number;
  readonly format: string;
}

const S = '[ \\t]{0,3}';
const DEGREES = `[0-9]{1,3}${S}[°º度]${S}[0-9]{1,2}(?:\\.[0-9]+)?${S}[′'’分](?:${S}[0-9]{1,2}(?:\\.[0-9]+)?${S}(?:[″"”秒]|''|′′)?)?`;
const LABEL = '(?:(?:东经|北纬|经度|纬度|[ENen])[:为=]?)?';
const TAIL = `(?:${S}[ENen](?![A-Za-z]))?`;
const JOIN = '[ ,，、;；/和及()-]{0,6}';
const DECIMAL = '[0-9]{1,3}\\.[0-9]{3,10}';

const FORMATS: readonly (readonly [string, RegExp])[] = [
  ['度分秒坐标', new RegExp(`${LABEL}${S}${DEGREES}${TAIL}(?:${JOIN}${LABEL}${S}${DEGREES}${TAIL})?`, 'g')],
  ['度分秒坐标', /[EN][0-9]{2,3}-[0-9]{2}-[0-9]{2}(?:\.[0-9]+)?(?:[ ,，、]{0,3}[EN][0-9]{2,3}-[0-9]{2}-[0-9]{2}(?:\.[0-9]+)?)?/g],
  [
    '经纬度',
    new RegExp(
      `(?:东经|北纬|经度|(?<!经)纬度|[EN](?=[ ]?[0-9]))[:为=]?${S}${DECIMAL}${S}[°º度]?(?:${S}[ENen](?![A-Za-z]))?(?:${JOIN}(?:东经|北纬|经度|纬度|[EN])?[:为=]?${S}${DECIMAL}${S}[°º度]?(?:${S}[ENen](?![A-Za-z]))?)?`,
      'g',
    ),
  ],
  [
    '经纬度',
    new RegExp(
      `(?<![0-9.\\-A-Za-z])(?:POINT${S}\\(${S})?${DECIMAL}${S}[°º]?(?:${S}[,，、;/ ]${S})${DECIMAL}(?![0-9.])${S}[°º]?`,
      'gi',
    ),
  ],
  [
    '经纬度',
    new RegExp(
      `(?<![0-9.])${DECIMAL}${S}[°º]?${S}[NSEWnsew](?![A-Za-z])${JOIN}${DECIMAL}${S}[°º]?${S}[NSEWnsew](?![A-Za-z])`,
      'g',
    ),
  ],
  [
    '高斯平面坐标',
    new RegExp(
      `[XY]${S}[=:]${S}[0-9]{6,8}(?:\\.[0-9]{1,4})?[ ,，、;；/和]{0,4}[XY]${S}[=:]${S}[0-9]{6,8}(?:\\.[0-9]{1,4})?`,
      'g',
    ),
  ],
  ['图幅号', /[A-N][0-9]{2}[A-H][0-9]{6}/g],
];
const MONEY = /^\s*(?:万元|元|%|％|亿|万|吨|公里|米)/;

const inRange = (value: number, low: number, high: number): boolean => value >= low && value <= high;

function plausible(text: string, format: string): boolean {
  const numbers = [...text.matchAll(/[0-9]+(?:\.[0-9]+)?/g)].map((match) => Number(match[0]));
  if (format === '高斯平面坐标' || format === '图幅号') return true;
  if (format === '度分秒坐标')
    return numbers.some((value, index) => index % 3 === 0 && (inRange(value, 73, 136) || inRange(value, 3, 54)));
  const [first, second] = numbers;
  if (first === undefined) return false;
  if (second === undefined) return inRange(first, 73, 136) || inRange(first, 3, 54);
  return (inRange(first, 73, 136) && inRange(second, 3, 54)) || (inRange(first, 3, 54) && inRange(second, 73, 136));
}

/** All coordinates in folded text, longest kept where two overlap. */
export function matchCoordinates(text: string): readonly CoordinateMatch[] {
  const found: CoordinateMatch[] = [];
  for (const [format, pattern] of FORMATS)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length;
      if (MONEY.test(text.slice(end, end + 4)) || !plausible(match[0], format)) continue;
      const lead = match[0].length - match[0].trimStart().length;
      found.push({ start: match.index + lead, end, format });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (match, index) =>
      index === 0 || match.start >= Math.max(...found.slice(Math.max(0, index - 4), index).map((other) => other.end)),
  );
}

const NATURE = /台风|热带|震中|地震|震源|气旋|风暴|洪峰|航班|轮船|渔船/;

function readCoordinates(scene: Scene, piece: ScenePiece): readonly Candidate[] {
  const text = scene.text.slice(piece.start, piece.end);
  const civil = isCivilContext(scene, piece);
  return matchCoordinates(text).flatMap((match) => {
    const around = text.slice(Math.max(0, match.start - 80), match.end + 40);
    if (NATURE.test(around)) return [];
    const span = text.slice(match.start, match.end);
    const evidence = [{ label: match.format }, { label: civil ? '同段（表、题）述及人防工程或警报设施' : '文中述及人防' }];
    return [
      {
        start: piece.start + match.start,
        end: piece.start + match.end,
        value: span.replace(/\s+/g, ''),
        level: civil ? ('block' as const) : ('review' as const),
        confidence: civil ? 0.95 : 0.7,
        evidence,
      },
    ];
  });
}

const coordinateReader = readingRecogniser(
  {
    id: 'work-coordinates',
    anchors: ['°', 'º', '度', '东经', '北纬', '经度', '纬度', 'POINT', 'X=', 'Y=', 'X:', 'Y:', '坐标', 'E1', 'N2', 'N3', 'N4'],
    digits: 5,
  },
  readCoordinates,
);

/** 东经117°00′00.5″，北纬31°00′00.5″ · 117.000012, 31.000012 · X=3430000.123，Y=39500000.456 */
export const workCoordinates: Recogniser = {
  ...coordinateReader,
  // 度 stands in 制度, 年度 and 进度: in a draft that is not about civil defence no piece is read for it.
  recognise: (scene, at) => (draftFacts(scene).civil ? coordinateReader.recognise(scene, at) : []),
};

/** X(m), 纵坐标X, 北(m): the heads of plane coordinates; letters that head other things as well, so the number must be one too. */
const AXIS = /^(?:(?:平面)?[纵横]?(?:坐标)?(?:值)?[XYxy]|[XYxy](?:坐标)?(?:值)?|[北东](?:坐标|距)?)(?:[（(](?:m|米|M)[)）])?$/;
/** Six to eight digits before the point, metres to the decimetre at least: 3908412.377, 38497206.158, 497206.15. */
const PLANE = /^[0-9]{6,8}\.[0-9]{1,4}$/;

/** Longitude and latitude, or plane coordinates, in columns of their own. */
export const coordinateColumn: Recogniser = {
  id: 'coordinate-column',
  anchors: [],
  headers: ['经度', '纬度', '坐标', '经纬', 'X', 'Y', 'x', 'y', '纵', '横', '北', '东'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    if (piece.cell === undefined || piece.end === piece.start) return [];
    const captions = [piece.cell.header, piece.cell.left, piece.cell.label].filter(
      (caption) => (/经度|纬度|坐标|经纬/.test(caption) || AXIS.test(caption)) && caption.length < 16,
    );
    const kind = draftFacts(scene).tables.get(piece.cell.table)?.kind;
    const text = scene.text.slice(piece.start, piece.end).trim();
    const caption = captions[0];
    if (caption === undefined || (kind !== 'works' && kind !== 'sirens') || !/[0-9]{2,}/.test(text)) return [];
    if (AXIS.test(caption) && !PLANE.test(text)) return [];
    const single = PLANE.test(text) || /^[0-9]{1,3}\.[0-9]{2,10}[°度]?$/.test(text);
    if (!single && matchCoordinates(text).length === 0 && !/^[0-9XYNE=:.,，°′″'"东经北纬度分秒\s-]{8,}$/.test(text)) return [];
    const evidence = [{ label: `表头（栏目）“${caption}”` }];
    return [{ start: piece.start, end: piece.end, value: text.replace(/\s+/g, ''), level: 'block', confidence: 0.95, evidence }];
  },
};
