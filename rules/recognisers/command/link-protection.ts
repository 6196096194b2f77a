import { grammarRecogniser } from './grammar.ts';

/** Encryption in use on the net, and places of its terminals and relays. */
export const linkProtection = grammarRecogniser({
  id: 'link-protection',
  anchors: [
    '加密',
    '密码机',
    '保密机',
    '密钥',
    '终端',
    '备份台',
    '备用台',
    '中继台',
    '差转台',
    '发信台',
    '收信台',
    '台址',
    '天线',
    '基地台',
    '短波台',
    '卫星站',
    '发射机',
    '电台',
  ],
  window: 'sentence',
  forms: [
    {
      pattern:
        /(?<value>(?:SM[1-9]|ZUC|祖冲之|AES(?:-?\d{3})?|3?DES|RC4|国密)[^，。；、]{0,8}加密(?:[、，和](?:固定|静态|动态|统一|单一|不变的?)密钥)?)/dg,
      label: '写明现用加密算法或密钥方式',
      confidence: 0.8,
      unless: /应当|应支持|应采用|须|支持|要求|符合|宜采用|科普|知识/,
    },
    {
      pattern:
        /(?<value>(?<![A-Za-z])(?:[A-Z]{2,5}-?\d{1,4}[A-Z]?型?[\u4e00-\u9fff]{0,4})(?:密码机|加密机|保密机)(?:\d{1,3}[台部套])?)/dg,
      label: '写明密码设备型号',
      confidence: 0.85,
    },
    {
      pattern:
        /(?:基地台|短波台|电台|天线|差转台|卫星站|中继|发射机)[^，。；:]{0,4}(?:架设|架|设|安装|装|布设|置)(?:在|于)(?<value>[^，。；:]{3,30})/dg,
      label: '写明台站、天线所在',
      confidence: 0.78,
      needs: /人防|指挥|警报|短波|呼号|频率|频点|中继/,
      unless: /应当|规范|宜|不得|展|广播电台|电视/,
    },
    {
      pattern: /台址(?:原注|原在|设在|设于|位于|在|为|:)?“?(?<value>(?!由|应|须|按|选择|要求|附近)[^”，。；:“]{3,24})/dg,
      label: '写明台址',
      confidence: 0.8,
      needs: /电台|短波|通信|呼号|警报|频率/,
    },
    {
      pattern:
        /(?:终端|备份台|备用台|中继台|差转台|发信台|收信台)(?:分别|均|则)?(?:设在|设于|设置在|设置于|安装在|装在|部署在|部署于|位于|架设在|布设在|放在|藏在)(?<value>[^，。；:]{3,30})/dg,
      label: '写明终端、台站所在',
      confidence: 0.8,
      needs: /警报|指挥|人防|短波|电台/,
      unless: /应当|规范|宜|不得|自助终端|查询终端|政务|大厅一楼/,
    },
  ],
});
