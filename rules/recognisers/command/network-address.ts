import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, rowText, spansOf, surroundings } from './grammar.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IP = `${OCTET}(?:\\.${OCTET}){3}`;
const RANGE_END = `(?:${IP}(?:/\\d{1,2})?|${OCTET}(?![\\d.]))`;
const ADDRESS = new RegExp(
  `(?<![\\d.])(?<![A-Za-z](?<!IP|ip|Ip))(?<value>${IP}(?::\\d{2,5}|/\\d{1,2})?(?:\\s?(?:至|到|[-~～]|—{1,2})\\s?${RANGE_END})?)(?![\\d.]*\\d)`,
  'dg',
);
const PARTIAL = new RegExp(
  `(?:网段|地址段|子网|IP段)(?:为|:|是|规划为|使用)?\\s?(?<value>${OCTET}\\.${OCTET}(?:\\.${OCTET})?(?:\\.[xX*×])?(?:\\.[xX*×])?(?:/\\d{1,2})?)(?![\\d.])`,
  'dg',
);
const IPV6 = /(?<![\dA-Za-z:])(?<value>(?:[0-9A-Fa-f]{1,4}:){3,7}:?[0-9A-Fa-f]{1,4}(?:\/\d{1,3})?)(?![\dA-Za-z:])/dg;
const MAC = /(?<![\dA-Za-z:-])(?<value>[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5})(?![\dA-Za-z:-])/dg;
const SHARE = /(?<value>\\\\[\w.-]{2,40}(?:\\[\w$.-]{1,30}){0,5})/dg;
const VLAN =
  /(?<value>VLAN\s?(?:ID|号)?\s?[:为]?\s?\d{1,4}(?:[\u4e00-\u9fff]{1,6}(?=[、，]VLAN))?(?:\s?[-~～至、，/]\s?(?:VLAN\s?)?\d{1,4}(?:[\u4e00-\u9fff]{1,6}(?=[、，]VLAN))?){0,6})(?!\d)/dgi;
const PORT =
  /(?<value>(?:TCP|UDP|SSH|远程桌面|远程维护|远程|数据库|映射|视频|服务|监听|管理|通信|开放|控制)端口(?:号)?(?:为|:|是)?\s?\d{2,5})(?!\d)/dg;
const SSID = /(?:SSID|APN)(?:为|:|是|名称为|名称:)\s?(?<value>[“"]?[A-Za-z][\w.-]{2,30}[”"]?)/dg;

const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const NETWORK =
  /IP|地址|网段|子网|网关|服务器|主机|终端|交换机|路由|防火墙|DNS|内网|专网|局域网|网络|端口|登录|访问|VLAN|Ping|摄像|编码器|MCU|共享/i;
const NOT_ADDRESS = /(?:版本|版|[Vv]|Version|version|固件|软件|条款?|章节?|第)\s?[:为]?$/;

/** What stands in every manual: no address of a net of the office. */
const FACTORY = /默认|出厂|说明书|(?:例|比)如|示例|路由器背面|家用/;

function isAddress(scene: Scene, span: Range): boolean {
  const piece = scene.pieceAt(span.start);
  const left = scene.text.slice(Math.max(piece.start, span.start - 8), span.start);
  if (NOT_ADDRESS.test(left)) return false;
  const clause = scene.clause(span.start);
  if (FACTORY.test(scene.text.slice(clause.start, clause.end))) return false;
  const text = scene.text.slice(span.start, span.end);
  return PRIVATE.test(text) || NETWORK.test(surroundings(scene, span) + rowText(scene, span.start));
}

const FORMS: readonly { readonly pattern: RegExp; readonly label: string; readonly address: boolean }[] = [
  { pattern: ADDRESS, label: 'IP地址，各段均在0—255之间', address: true },
  { pattern: PARTIAL, label: '“网段”之后的地址', address: false },
  { pattern: IPV6, label: 'IPv6地址', address: true },
  { pattern: MAC, label: '物理地址', address: true },
  { pattern: SHARE, label: '网络共享路径', address: false },
  { pattern: VLAN, label: '虚拟局域网编号', address: false },
  { pattern: PORT, label: '端口号', address: false },
  { pattern: SSID, label: '接入点名称', address: false },
];

const gate = new PatternGate(FORMS, ({ pattern }) => pattern);

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const window = { start: Math.max(sentence.start, at.start - 60), end: Math.min(sentence.end, at.end + 120) };
  return gate.open(scene.codes, window.start, window.end).flatMap(({ pattern, label, address }) =>
    spansOf(scene, window, pattern)
      .filter((span) => !address || isAddress(scene, span))
      .map((span) => candidate(scene, span, 0.92, [{ label, range: span }])),
  );
}

/** Addresses of the working networks: IP, ranges, shares, VLANs, ports. Protection codes (IP65) and versions are none. */
export const networkAddress: Recogniser = {
  id: 'network-address',
  anchors: [
    '10.',
    '192.168',
    '172.',
    '100.',
    'IP',
    'Ip',
    '地址',
    '网段',
    '子网',
    '网关',
    '服务器',
    '主机',
    '终端',
    'DNS',
    '内网',
    '专网',
    '交换机',
    '防火墙',
    'VLAN',
    'Vlan',
    'vlan',
    '\\\\',
    'MAC',
    '端口',
    'SSID',
    'APN',
    'http',
    'ftp',
  ],
  recognise,
};
