import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, oncePerWindow } from './grammar.ts';

/** A line of the form 标签:值; several may share a line, apart by blanks or ；. */
interface Field {
  readonly label: RegExp;
  /** What the value must look like. */
  readonly value: RegExp;
  /** The draft must speak of this somewhere near its head, or the line's own label be enough (absent). */
  readonly draft?: RegExp;
  readonly fact: string;
  /** The value goes on over commas. */
  readonly long?: boolean;
}

const ANY = /^(?![_—\-/无略\s□×xX*]{1,20}$|另发|见附件|详见|不详|待定|同上|按规定|由|各).{2,90}$/;
const SIREN_DRAFT = /警报|电台|点位|指挥|通信|遥控/;
const PLAN_DRAFT = /疏散|专业队|集结|防空|安置|接收|编组|整组/;

const COMMS: readonly Field[] = [
  {
    label: /^(?:(?:警报(?:点|器|站)?|点位|站点|台站|终端|设备)编号|点号|站号)$/,
    value: /^(?=.*\d)[A-Za-z0-9第号\-—_.]{2,16}$/,
    draft: SIREN_DRAFT,
    fact: '“编号”栏',
  },
  {
    label: /^(?:警报(?:器)?|设备|器材|电台)?(?:型号|类型|规格型号|型号规格|型号及数量)$/,
    value: /警报|电声|电动|手摇|电台|短波|[A-Z]{1,5}-?\d/,
    draft: /警报点|警报器|点位|电台|指挥所/,
    fact: '“型号”栏',
  },
  {
    label: /^(?:(?:工作|控制|守听|主用|备用|主|副|发射|接收|遥控|收|发|值勤)?(?:频率|频点|信道|频道))$/,
    value: /^\D{0,6}\d{2,6}(?:\.\d{1,5})?(?!次)/,
    draft: /警报|电台|遥控|指挥|通信|短波/,
    fact: '“频率”栏',
  },
  { label: /^(?:电台)?呼号$/, value: /^(?!由|按|另|统一|定期|不).{2,20}$/, fact: '“呼号”栏' },
  {
    label: /^(?:遥控码|控制码|启动码|地址码|开机码|识别码|群组号|组呼号)$/,
    value: /^[A-Za-z0-9#*-]{2,20}$/,
    draft: SIREN_DRAFT,
    fact: '“遥控码”栏',
  },
  {
    label: /^(?:IP|IP地址|网关|子网掩码|掩码|DNS|MAC|MAC地址|主机地址|服务器地址|终端地址)$/i,
    value: /^[\dA-Fa-f.:/-]{6,40}$/,
    fact: '“IP地址”栏',
  },
  {
    label:
      /^(?:(?:控制|遥控|传输|接入|组网|通信|联网)方式|(?:系统|网络)?拓扑(?:结构)?|网络结构|系统架构|链路|主用链路|备用链路|通信手段|传输链路|备份手段|主用手段)$/,
    value: ANY,
    draft: /警报|指挥|电台|分控/,
    fact: '“控制方式”“拓扑”栏',
    long: true,
  },
];

const PLAN: readonly Field[] = [
  { label: /^(?:(?:行进|疏散|撤离|机动|开进)路线|疏散道路|行军路线)$/, value: ANY, fact: '“路线”栏' },
  { label: /^(?:对口)?(?:疏散|疏出)(?:单位|街道|社区|对象|地区|片区|范围)$/, value: ANY, fact: '“疏散单位”栏' },
  {
    label: /^(?:(?:疏散|接收|安置|接收安置)(?:地|地域|地点|地区|点|乡镇|单位|区域|县|村|基地)|对口(?:乡镇|街道|社区|单位))$/,
    value:
      /^(?![_—\-/无略\s□×xX*]{1,20}$|另发|见附件|详见|不详|待定|同上|按规定|由|各|.{0,20}(?:办公室|委员会|局|科|处|馆)(?:\(|$)).{2,90}$/,
    draft: PLAN_DRAFT,
    fact: '“接收安置地”栏',
  },
  {
    label: /^(?:接收|疏散|安置|计划疏散|计划接收|留城)(?:人数|人口|人员|总人口|规模|比例)$/,
    value: /\d|[一二三四五六七八九十百千万]/,
    draft: PLAN_DRAFT,
    fact: '“疏散接收人数”栏',
  },
  { label: /^(?:到达|集结|到位|出动|疏散|完成)时限$/, value: ANY, draft: PLAN_DRAFT, fact: '“时限”栏' },
  {
    label: /^(?:(?:疏散)?集结(?:点|地|地点|地域|位置)|登车点|上车点|待命(?:地点|地域|位置)|配置地域|展开地域)$/,
    value: ANY,
    draft: PLAN_DRAFT,
    fact: '“集结地点”栏',
  },
  {
    label: /^(?:主要|携行|配备|队属)装备(?:器材)?$|^装备器材$/,
    value: /\d/,
    draft: /专业队|编组|整组|中队|分队/,
    fact: '“装备”栏',
  },
  { label: /^(?:编制人数|满编人数|队员人数|编成人数)$/, value: /\d/, draft: /专业队|中队|分队/, fact: '“人数”栏' },
  { label: /^(?:运力|运力保障|车辆保障|保障车辆)$/, value: /\d/, draft: /疏散/, fact: '“运力”栏' },
  { label: /^(?:防护|重要|重点|经济|保卫)目标(?:名称)?$/, value: ANY, fact: '“目标”栏' },
  { label: /^(?:目标)?防护(?:方式|措施|手段)$/, value: ANY, draft: /目标/, fact: '“防护措施”栏' },
];

const PAIR =
  /(?:^|[\s；;])(?:\d{1,2}[.、]|[(（]?[一二三四五六七八九十]{1,2}[)）、])?(?<label>[\u4e00-\u9fffA-Za-z]{2,10}):\s?(?<value>[^\n；;。，]{1,120}?)(?=$|[；;。，]|\s(?=\S{2,8}:))/dg;
/** Drills, shows and exercises tell invented or public values. */
const PUBLIC_DRAFT = /公开招标|招标公告|竞价|演练公告|宣教馆|展品|展项/;

function linesOf(fields: readonly Field[]) {
  return oncePerWindow((scene: Scene, piece: Range): readonly Candidate[] => {
    const text = scene.text.slice(piece.start, Math.min(piece.end, piece.start + 600));
    // The line's own label proves nothing about the draft.
    const head = `${scene.title()} ${scene.text.slice(Math.max(0, piece.start - 300), piece.start)}`;
    if (PUBLIC_DRAFT.test(scene.title())) return [];
    return [...text.matchAll(PAIR)].flatMap((match) => {
      const { label = '', value = '' } = match.groups ?? {};
      const pair = match.indices?.groups?.value;
      const field = fields.find(
        (one) => one.label.test(label) && one.value.test(value.trim()) && (!one.draft || one.draft.test(head)),
      );
      if (!field || !pair) return [];
      const rest = field.long ? (/^[^。；;\s]{0,80}/.exec(text.slice(pair[1]))?.[0].length ?? 0) : 0;
      const span = { start: piece.start + pair[0], end: piece.start + pair[1] + rest };
      return [candidate(scene, span, 0.84, [{ label: `标签行的${field.fact}`, range: span }])];
    });
  });
}

function fieldRecogniser(id: string, anchors: readonly string[], fields: readonly Field[]): Recogniser {
  const read = linesOf(fields);
  return {
    id,
    anchors,
    recognise: (scene, at) => {
      const piece = scene.pieceAt(at.start);
      return piece.cell ? [] : read(scene, { start: piece.start, end: piece.end });
    },
  };
}

/** Labelled lines of siren cards and network sheets. */
export const commsField = fieldRecogniser(
  'comms-field',
  [
    '编号:',
    '点号:',
    '站号:',
    '型号:',
    '类型:',
    '数量:',
    '频率:',
    '频点:',
    '信道:',
    '频道:',
    '呼号:',
    '码:',
    '群组号:',
    'IP:',
    '地址:',
    '网关:',
    '方式:',
    '拓扑:',
    '结构:',
    '架构:',
    '链路:',
    '手段:',
    'DNS:',
    'MAC:',
  ],
  COMMS,
);
/** Labelled lines of evacuation tasks, team cards and target cards. */
export const planField = fieldRecogniser(
  'plan-field',
  [
    '路线:',
    '道路:',
    '单位:',
    '街道:',
    '社区:',
    '对象:',
    '地区:',
    '片区:',
    '范围:',
    '地:',
    '地域:',
    '地点:',
    '点:',
    '乡镇:',
    '区域:',
    '县:',
    '村:',
    '基地:',
    '人数:',
    '人口:',
    '规模:',
    '比例:',
    '时限:',
    '位置:',
    '装备:',
    '器材:',
    '运力:',
    '保障:',
    '车辆:',
    '目标:',
    '名称:',
    '措施:',
    '手段:',
    '方式:',
  ],
  PLAN,
);
