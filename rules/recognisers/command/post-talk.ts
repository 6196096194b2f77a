import type { TalkForm } from './comms-passage.ts';
import { COUNT_WORD as N } from './comms-words.ts';

/** How command posts are told of: their inner telephones, seats, shifts, rooms and the plan of their nets. */
export const POST_TALK: readonly TalkForm[] = [
  {
    themes: ['post'],
    pattern:
      /(?:分机|内线|内号|专线|军线|红机|保密(?:电话|机)|(?:机要|作战|空情|战备|指挥所|专网)[^，。；、\d“”:]{0,8}(?:电话|值班室?|室|机|线))[^，。；、\d“”:]{0,4}:?\s?(?<value>\d{4,5}(?:[、/和]\d{4,5}){0,4})(?![\d.年月米人元号兆千公]|-\d)/dg,
    label: '指挥所、军线等内部电话',
    confidence: 0.8,
    unless: /监督|咨询|投诉|对外公布|传真/,
  },
  {
    themes: ['post'],
    pattern:
      /(?<value>[^，。；:“”]{0,6}(?:战备|军线|专线|保密电话|红机)[^，。；“”]{0,6}[，:]?拨“?\d{0,3}[#*]?”?[^，。；]{0,10})/dg,
    label: '专线拨号方法',
    confidence: 0.8,
  },
  {
    themes: ['post'],
    pattern: new RegExp(`(?<value>(?:[二两三四\\d]班(?:倒|[二两三]运转)[，、]?)?(?:每|一)班(?:次)?(?:约|共)?${N}人)`, 'dg'),
    label: '值班编配人数',
    confidence: 0.72,
    said: /席|指挥|空情|警报|机要|通信/,
    unless: /窗口|服务大厅|热线|培训班|学生/,
  },
  {
    themes: ['post'],
    pattern: new RegExp(
      `(?:设有?|分为?|分成|划分?为|含|内有|编有?)(?<value>[^，。；:设]{2,40}?${N}个(?:分区|功能区|功能室|要素|作战室|工作间|席))`,
      'dg',
    ),
    label: '指挥所分区与席位',
    confidence: 0.8,
    unless: /县|街道|窗口|服务大厅|展/,
  },
  {
    themes: ['post', 'net'],
    pattern: /(?<value>[\u4e00-\u9fff]{0,8}(?:军线|专线|红机|内线|分机|小号)\s?\([^()]{0,20}\d{4}[^()]{0,12}\))/dg,
    label: '军线、分机号码',
    confidence: 0.8,
  },
  {
    themes: ['post', 'radio'],
    pattern: new RegExp(
      `(?<value>${N}(?:部|台|套|座|副|对)[^，。；、\\d]{0,6}(?:短波|超短波|电台|交换机|卫星|微波|载波机|密码机|收信机|发信机)(?:[、，和及]${N}(?:部|台|套|座|副|对)[^，。；、]{2,10}){0,5})`,
      'dg',
    ),
    label: '指挥通信装备及数量',
    confidence: 0.76,
    unless: /演练|演习|出动|捐赠|退役|采购|维护费|经费|租金/,
  },
  {
    themes: ['post', 'siren', 'net'],
    pattern: /(?<value>(?:以|按|采用)[A-Z]{2,6}方式[^，。；]{2,20}网)/dg,
    label: '写明组网方式',
    confidence: 0.8,
  },
  {
    themes: ['post'],
    pattern:
      /(?<value>[^，。；:“”]{0,10}(?:与|至|到|直通|通往)[^，。；:“”]{2,10}(?:直通|直达|直拨|加密)[^，。；:“”]{0,10}(?:电话|话机|终端)(?:\([^()]{2,16}\))?)/dg,
    label: '写明直通、加密电话',
    confidence: 0.78,
  },
  {
    themes: ['post', 'siren', 'net'],
    pattern: /(?<value>[一单双两]主[一二两三双多]备[^，。；、)）”]{0,10})/dg,
    label: '写明主备组网',
    confidence: 0.8,
  },
];
