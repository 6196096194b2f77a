import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { isPublicComms } from './comms-theme.ts';
import { MEDIUM_WORD as MEDIUM } from './comms-words.ts';
import { candidate } from './grammar.ts';

type Theme = 'siren' | 'radio' | 'net';

const BY_HEADER: Readonly<Record<Theme, RegExp>> = {
  siren: /警报|鸣响|发控|遥控|电声|点位(?:编号|名称)|联网方式|控制方式/,
  radio: /呼号|频率|频点|频道|信道|波道|台别|台站|台址|电台|网系|跳频|密语|主频|备频/,
  net: /IP|网段|子网|网关|掩码|管理地址|登录名|口令|密码|VLAN|端口|网络地址|账号/i,
};
const BY_CAPTION: Readonly<Record<Theme, RegExp>> = {
  siren: /警报(?:器|点|设施|设备|终端|网|系统)|防空警报/,
  radio: /电台|短波|超短波|通信联络|呼号|频率|频点|台站|通信网|对讲/,
  net: /网络|地址|设备参数|账号|系统参数|口令|终端|运维/,
};
/** Bills, inspections, trainings and demands on goods have the same columns. */
const OTHER_TABLE =
  /单价|金额|报价|预算|得分|分值|评分|偏离|技术参数|参数要求|招标|周期|频次|姓名|身份证|课程|成绩|学时|展项|展品|标准值|允许|门牌|车牌|楼层功能/;
const OTHER_CAPTION = /采购需求|技术要求|参数要求|招标|展品|展项|培训|预算|报价|办公设备|电脑|打印机|消防/;

/** Columns of each theme, and what their cells must look like. */
const COLUMNS: Readonly<Record<Theme, readonly { readonly header: RegExp; readonly cell: RegExp }[]>> = {
  siren: [
    {
      header: /编号|^(?:点|站|器|机|台|终端)号$|代号|序列号|^ID|地址码|识别码|终端号|群组/,
      cell: /^(?=.*\d)(?=.*[A-Za-z号#]|\d{3,})[A-Za-z0-9第号\-—_.#]{2,16}$/,
    },
    { header: /型号|类型|型式|机型|种类/, cell: /警报|电声|电动|手摇|气动|多功能|太阳能/ },
    {
      header: /设备|器材|型号|类型|型式|规格|机型|种类|警报器|配置/,
      cell: /(?:警报|电声|电动|手摇|气动|终端).{0,20}[\d一二两三四五六七八九十]|[A-Z]{1,6}-?\d|\d(?:\.\d)?\s?(?:kW|KW|W|瓦|千瓦)/,
    },
    {
      header: /方式|联网|通信|传输|接入|组网|链路|遥控|回传|手段|控制|网络|信道/,
      cell: new RegExp(`${MEDIUM}|有线|无线|双控|双模|人工|手动|信道|频道|遥控|\\d{2,3}\\.\\d`),
    },
    { header: /频率|频点|频道|信道|频段/, cell: /\d{2,}/ },
    { header: /覆盖|半径|有效距离|可听|服务范围/, cell: /\d|[一二三四五六七八九十]/ },
    { header: /SIM|物联网?卡|卡号|IMEI|口令|密码|密钥|遥控码|控制码|启动码/, cell: /[A-Za-z0-9]{3,}/ },
  ],
  radio: [
    {
      header: /呼号|代号|代名|代称|密语|暗语|应答/,
      cell: /^[“‘]?(?!统一|另|由|按|随|无|各|定期|待)[\u4e00-\u9fffA-Za-z0-9-]{2,8}[”’]?$|^\d{2,4}$/,
    },
    {
      header: /[主副日夜昼收发备]频|频率|频点|频道|信道|波道|波长|跳频|亚音|哑音/,
      cell: /\d{2,}|^第?\d{1,3}号?(?:信道|频道|套|组)/,
    },
    {
      header: /型号|机型|电台|设备|装备/,
      cell: /短波|超短波|电台|基地台|车载台|背负|单边带|手持台|[A-Z]{2,6}-?[A-Z]?\d|卫星/,
    },
    { header: /台址|架设|天线|布台/, cell: /^(?!随车|机动|同上|另).{3,40}$/ },
    { header: /功率/, cell: /\d\s?[Ww瓦]/ },
  ],
  net: [
    { header: /IP|地址|网段|子网|网关|掩码|MAC/i, cell: /(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9A-Fa-f]{1,4}:){3}/ },
    {
      header: /登录|账号|账户|用户|口令|密码|密钥|PIN/i,
      cell: /^(?=.*[A-Za-z0-9])[!-~]{3,40}$|^(?:初始|默认|出厂)?[:]?[!-~]{4,30}(?:\((?:默认|初始|出厂|未改)\))?$/,
    },
    { header: /端口|VLAN/i, cell: /^[A-Za-z]{0,5}\s?\d{1,5}(?:[-~、,/]\d{1,5}){0,4}$/ },
  ],
};
/** Forms of 项目 and 内容: what a cell is stands to its left. */
const GENERAL_HEADER = /^(?:参数|内容|数值|参数值|配置|说明|情况|数据|信息|现状|测试值|检查情况|更正后|现值|值)$/;
const NO_VALUE = /^(?:[—\-/无\\略…×*_\s]{1,12}|合计|小计|待定|同上|另发|见附件.{0,4}|不详|随车)$|IP\d\d\b|不低于|不少于|≥|以上/;

/** Columns that say where a siren is to stand: a tender that has them tells the net, whatever it is called. */
const SITES = /安装(?:位置|地点|楼宇|单位|点)|点位|^[点站器]号$|台址|架设/;
/** Lists of goods of every kind: the name of the thing stands in its row. */
const SPEC_HEADER = /^(?:规格|型号|规格型号|型号规格|规格及型号|品牌型号|主要?参数|参数|配置|主要配置|型号及数量)$/;
const SPEC =
  /[A-Z]{1,6}-?(?:[A-Z]?\d|[IVX]{1,4}型)|\d(?:\.\d)?\s?(?:瓦|W|kW|千瓦|MHz|兆|米|部|套|台|门|路|信道|对|芯)|[\dIVX]型|波段|频率/;
const ROW_DEVICE =
  /警报(?:器|终端|控制|遥控|设备|主机|控制台)|遥控终端|电台|卫星(?:便携|固定|小)?站|卫星(?:电话|设备|天线)|动中通|静中通|基地台|中继台|中转台|车载台|背负台|对讲机|密码机|加密机|保密机|短波|超短波|程控交换机|视频会议|调度机/;
const SHOWN = /展|模型|仿真|演示|玩具|教具|复印|打印|办公/;
/** Accounts into which money is paid. */
const PAID = /收款|银行|开户|补[偿助贴]|发放|缴费|汇款|退款/;

const short = (scene: Scene, piece: ScenePiece | undefined): string =>
  piece && !piece.cell && piece.end - piece.start <= 60 ? scene.text.slice(piece.start, piece.end) : '';

function firstCell(scene: Scene, piece: ScenePiece): ScenePiece {
  let first = piece;
  for (let index = piece.index - 1; index >= 0 && scene.pieces[index]?.cell?.table === piece.cell?.table; index--)
    first = scene.pieces[index] as ScenePiece;
  return first;
}

/** Themes of a table: one of its own header words, or what its caption, heading or the draft's title is about. */
function themesOf(scene: Scene, first: ScenePiece): readonly Theme[] {
  const headers = scene.headers(first).join(' ');
  const lines = [first.index - 1, first.index - 2].map((index) => short(scene, scene.pieces[index])).join(' ');
  const caption = `${scene.headingAbove(first.start)} ${lines}`;
  if (OTHER_TABLE.test(headers)) return [];
  if (!SITES.test(headers) && (isPublicComms(scene) || OTHER_CAPTION.test(caption))) return [];
  const about = `${caption} ${scene.title()}`;
  return (Object.keys(COLUMNS) as Theme[]).filter(
    (theme) => (theme !== 'siren' && BY_HEADER[theme].test(headers)) || BY_CAPTION[theme].test(theme === 'net' ? caption : about),
  );
}

function readCell(scene: Scene, piece: ScenePiece, themes: readonly Theme[]): readonly Candidate[] {
  const { cell } = piece;
  if (!cell || cell.row === 0 || piece.end - piece.start > 60 || piece.end === piece.start) return [];
  const text = scene.text.slice(piece.start, piece.end);
  if (NO_VALUE.test(text)) return [];
  const named = GENERAL_HEADER.test(cell.header) && cell.left !== '' ? cell.left : cell.header;
  if (PAID.test(named) || /^\d{12,}$/.test(text.replace(/ /g, ''))) return [];
  const fits = themes.some((theme) => COLUMNS[theme].some((column) => column.header.test(named) && column.cell.test(text)));
  if (!fits) return [];
  const span = { start: piece.start, end: piece.end };
  return [candidate(scene, span, 0.8, [{ label: `表头或栏目“${named.slice(0, 20)}”，表列警报、电台或网络设备` }], 'review')];
}

/** 短波电台 | XD-2000型，125瓦 in a list of all that an office owns: the row names the device, its column the make. */
function readSpec(scene: Scene, piece: ScenePiece): readonly Candidate[] {
  const { cell } = piece;
  if (!cell || cell.row === 0 || piece.end - piece.start > 60 || !SPEC_HEADER.test(cell.header)) return [];
  const text = scene.text.slice(piece.start, piece.end);
  const names = scene
    .row(piece)
    .filter((other) => other.cell?.column !== cell.column && /名|设备|装备|器材|品|资产|物|项/.test(other.cell?.header ?? ''))
    .map((other) => scene.text.slice(other.start, Math.min(other.end, other.start + 40)));
  const name = names.join(' ');
  if (!SPEC.test(text) || NO_VALUE.test(text) || !ROW_DEVICE.test(name) || SHOWN.test(name)) return [];
  const span = { start: piece.start, end: piece.end };
  return [candidate(scene, span, 0.8, [{ label: `同一行为“${name.slice(0, 20)}”` }], 'review')];
}

const REACH = 4;
/** A line above a table that names it is short; a paragraph of prose that holds 地址 or 网络 names none. */
const LONGEST_NAME = 60;
const read = new WeakMap<Scene, Set<number>>();

/** The tables that the words at `at` may name: their own, one shortly below, or, from the title, all of the draft. */
function tablesNear(scene: Scene, at: Range): readonly ScenePiece[] {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return [piece];
  if (piece.end - piece.start > LONGEST_NAME) return [];
  const reach = piece.index < REACH ? 60 : REACH;
  const below = scene.pieces.slice(piece.index + 1, piece.index + 1 + reach);
  return below.filter((next, index) => next.cell && below[index - 1]?.cell?.table !== next.cell.table);
}

const LOGIN_LABEL = /^[\u4e00-\u9fff]{0,6}(?:口令|密码|密钥|账号|账户|用户名|登录名)$/;
const LOGIN_VALUE = /^[“]?(?=[!-~]{0,30}[A-Za-z\d])[!-~]{4,30}[”]?(?:\((?:默认|初始|出厂|未改)\))?$/;

/** 后台口令 and its value in the next cell, whatever the table is about. */
function besideLabel(scene: Scene, at: Range): readonly Candidate[] {
  const label = scene.pieceAt(at.start);
  const value = scene.pieces[label.index + 1];
  if (!label.cell || value?.cell?.row !== label.cell.row || label.cell.row === 0 || isPublicComms(scene)) return [];
  if (!LOGIN_LABEL.test(scene.text.slice(label.start, label.end)) || value.end - value.start > 40) return [];
  const text = scene.text.slice(value.start, value.end);
  if (!LOGIN_VALUE.test(text) || NO_VALUE.test(text)) return [];
  const span = { start: value.start, end: value.end };
  return [candidate(scene, span, 0.82, [{ label: '左邻“口令”“账号”栏', range: label }], 'review')];
}

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  if (!piece.cell && piece.end - piece.start > LONGEST_NAME) return [];
  const known = read.get(scene) ?? new Set<number>();
  read.set(scene, known);
  const beside = besideLabel(scene, at);
  const listed = tablesNear(scene, at).flatMap((named) => {
    const key = named.cell?.table ?? -1;
    if (known.has(key)) return [];
    known.add(key);
    const first = firstCell(scene, named);
    const themes = themesOf(scene, first);
    const found: Candidate[] = [];
    const owned = !isPublicComms(scene) && !OTHER_TABLE.test(scene.headers(first).join(' '));
    for (let index = first.index; (owned || themes.length > 0) && scene.pieces[index]?.cell?.table === key; index++) {
      const piece = scene.pieces[index] as ScenePiece;
      const listed = readCell(scene, piece, themes);
      found.push(...(listed.length > 0 || !owned ? listed : readSpec(scene, piece)));
    }
    return found;
  });
  return [...beside, ...listed];
}

/** Cells of tables of sirens, radio stations and network devices, by the theme of the table and the kind of the column. */
export const commsTable: Recogniser = {
  id: 'comms-table',
  anchors: [
    '警报',
    '电台',
    '短波',
    '呼号',
    '频率',
    '频点',
    '信道',
    '台站',
    '通信',
    '网络',
    '地址',
    'IP',
    '口令',
    '密码',
    '账号',
    '终端',
    '卫星',
    '密码机',
    '对讲机',
    '基地台',
  ],
  recognise,
};
