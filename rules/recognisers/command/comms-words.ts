/** Parts of patterns shared by what is told of sirens, radio nets and command posts. */
export const COUNT_WORD = '(?:\\d{1,4}|[一二两三四五六七八九十百]{1,5})';
export const LENGTH_WORD = '(?:\\d{1,5}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千半]{1,5})';
export const MEDIUM_WORD =
  '(?:裸光纤|裸纤|光纤|光缆|专线|微波|卫星|短波|超短波|电台|集群|自组网|北斗|短报文|数传|有线|无线|公网|被覆线|物联网?卡|SIM卡|(?:移动|联通|电信|广电)?[2345]G|NB-?IoT|VPDN|APN|SDH|MSTP|OTN|PTN)';
/** A spoken name with figures: 长江五, 泰山洞两, 赤壁六号. */
export const SPOKEN_FIGURES = '[幺两拐洞勾零一二三四五六七八九十\\d]{1,3}';
