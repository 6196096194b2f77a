import { grammarRecogniser } from './grammar.ts';

const COUNT = '(?:\\d{1,4}|[一二两三四五六七八九十百]{1,5})';
const GEAR = '[\\u4e00-\\u9fffA-Za-z0-9]{2,12}\\s?\\d{1,4}(?:台|辆|部|套|具|艘|架|件|个|顶|副|支)';
const TEAM = '(?:抢险抢修|医疗救护|消防|治安|防化防疫|防化|通信|运输|心理防护|伪装设障|信息防护|引偏诱爆|平战转换)';

/** City totals, drills and sport are told in public. */
const PUBLIC = /演练|演习|参演|展示|训练\d+人次|人次|全市(?:共)?(?:整组|组建)|参训率|田径|体育/;

/** Who makes up a team of the mass organisations, how strong and with what. */
export const teamStrength = grammarRecogniser({
  id: 'team-strength',
  anchors: ['专业队', '抽调', '征用', '征调', '调集', '编成', '抽组', '编制', '编组', '中队', '分队'],
  window: 'sentence',
  forms: [
    {
      pattern: new RegExp(
        `(?:专业队|大队|中队|分队|队伍?)[^，。；]{0,10}?由(?<value>[^，。；]{2,40}?(?:编成|组成|组建|抽组|抽调|合编|混编)[，,、]?(?:共|计|编制|满编|总人数|合计|现有|编有)?\\s?(?:人员|队员)?${COUNT}[人名](?:[，,、](?:配|配备|携带|装备|携行)?(?:有)?${GEAR}(?:[、和及]${GEAR}){0,8})?)`,
        'dg',
      ),
      label: '专业队的组建单位、人数与装备',
      confidence: 0.86,
      unless: PUBLIC,
    },
    {
      pattern: new RegExp(
        `${TEAM}专业队(?:编制|编成|编有|满编|定编|现有|共有|共)?(?:队员|人员)?(?<value>${COUNT}[人名][，,、](?:配|配备|装备|携带|携行|编配)?(?:有)?${GEAR}(?:[、和及]${GEAR}){0,8})`,
        'dg',
      ),
      label: '专业队的人数与装备',
      confidence: 0.84,
      unless: PUBLIC,
    },
    {
      pattern: new RegExp(
        `(?<value>(?:编制|满编|定编|编成|编有|现有|共)(?:为|:)?\\s?(?:人员|队员)?${COUNT}[人名][，,、](?:(?:配|配备|装备|携带|携行|编配|主要装备)(?:有|为)?)?\\s?${GEAR}(?:[、和及]${GEAR}){0,8})`,
        'dg',
      ),
      label: '专业队的人数与装备',
      confidence: 0.84,
      needs: /专业队|中队|分队|群众防空/,
      unless: PUBLIC,
    },
    {
      pattern:
        /(?:由|向|从|，|^)(?<value>[^，。；由]{0,12}(?:抽调|征用|征调|调集|抽组)[^，。；]{0,14}?(?:客车|大巴|货车|车辆|卡车|船只|客船|列车)\s?\d{1,4}(?:台|辆|艘|列))/dg,
      label: '疏散运力的数量',
      confidence: 0.75,
      needs: /疏散|运力|集结/,
      unless: PUBLIC,
    },
    {
      pattern: new RegExp(
        `(?<=${TEAM}专业队(?:[^。；]{0,30}))(?:编制|满编|定编|编成)(?:为|:)?\\s?(?<value>${COUNT}[人名])`,
        'dg',
      ),
      label: '专业队的编制人数',
      confidence: 0.8,
      unless: PUBLIC,
    },
    {
      pattern: new RegExp(
        `(?:配备|编配|装备有?|携行装备(?:为|有)?|主要装备(?:为|有|:))\\s?(?<value>${GEAR}(?:[、和及]${GEAR}){0,10})`,
        'dg',
      ),
      label: '专业队的装备',
      confidence: 0.78,
      needs: /专业队|编成|集结/,
      unless: PUBLIC,
    },
  ],
});
