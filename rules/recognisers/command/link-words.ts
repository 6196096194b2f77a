/** Words of command and alarm nets, shared by the forms and the clauses that tell their make-up. */
export const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
export const MEDIUM =
  '(?:裸光纤|裸纤|光纤|光缆|光传输|光端机|专线|专用线路|微波|卫星|短波|超短波|集群|自组网|北斗|短报文|SDH|MSTP|PTN|OTN|APN|VPN|VSAT|[2345]G|公网|被覆线|散射|电台|有线|无线|数传|北斗短报文|VPDN|NB-?IoT|LoRa|物联网|以太网|双绞线)';
export const BAND = '(?:\\d{1,4}(?:\\.\\d)?\\s?(?:[MGk](?:bps|bit/s|b/s)?|兆(?!赫)|千兆)|[百千万]兆)';
export const NODE = '(?:(?:主控|分控|备份|中继|汇聚|核心|控制|接入)(?:中心站?|站|节点|台|终端|机)|终端点|分站|子站|县级节点)';
/** Doubled parts of a net: 双核心, 双汇聚, 双链路. */
export const DOUBLED = '(?:[双单三多]|主备|冗余|异地)(?:核心|汇聚|链路|路由|中心|机热备|归属|环|节点|平面|通道|总线|机房|网关)';
export const CARRIER = '(?:电信|联通|移动|广电|铁通|网通|运营商)';
export const TIE = '(?:[、和及与+]|\\s?\\+\\s?)';
export const END =
  '(?:主中心|备份中心|指挥所|指挥中心|指挥大厅|指挥部|控制中心|分控站|主控站|主控中心|军分区|警备区|人武部|人防办|人防指挥所|信息中心|会议室|机房|值班室|发射台|广播电视台|公安局|气象局|应急局|应急管理局)';
export const SHAPE = '(?:星形|星型|环形|环型|环状|树形|树型|树状|网状|总线型?|双星型?|链形|链型|双环|主从式?|全互联)';

/** The draft must be about command or alarm nets: office broadband and a shop's VPN are not. */
export const COMMAND = /指挥|警报|分控|主控|人防|民防|值班|战备|空情|电台|专网|视频会议|视频终端/;
/** Wishes, standards, drills and shows: no state of the net is told. */
export const WISH =
  /设计要求|要求见|见附件|逐条应答|应当|支持不低于|拟建|应支持|应采用|应满足|应具备|须支持|支持.{0,6}接口|不低于|不少于|符合.{0,10}标准|多手段|资费|租金|电费|通信费|话费|支持.{0,12}[双多]模|技术要求|尚未|没有实现|鼓励|力争|计划建设|科普|(?:演练|演习)(?:科目|通知|公告)|参演|展示|展区|宽带(?!自组网|集群|卫星)|互联网|因特网|办公网|入户|上网|等多种|等手段|等方式|等通信手段/;
