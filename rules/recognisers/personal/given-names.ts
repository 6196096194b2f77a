import { isEverydayWord } from './everyday-words.ts';
import { NOT_NAMES } from './surnames.ts';

/** Characters that given names are written with, and few words that begin like a surname. */
const NAMELY = new Set(
  '伟芳娜秀娟敏静丽磊勇艳杰涛霞兰桂英玲燕红凤玉梅琴珍淑慧菊香莉萍琳婷倩颖欣怡涵梓轩浩宇辉斌峰鹏刚俊强军娥翠彩莲芬洁雪蓉薇岚倪佳嘉婧琪瑶媛婉妍姣娇嫣妮娣姗姝娅婕娴婵媚嫦莹莎菲萌芸芝芹荷菁蕾蕊蕙蕴茜茹苒莺莞萱葵菡蓓芷芮蔓薰琼瑾' +
    '瑜璐瑞珊珠璇琦珂珏珺玮玥琛琮琨瑛瑄璟璋琰琬璧玺珑珈琏瑗瑷昊昱昕昶晟晗晖曦曜晔旭煜烨炜炎焱焕煊熠熙灿炳炯煌淼鑫森垚钰钊铮锋锐铭钧铎铠镇锦钦钢栋梁柏桐楠榕彬楷桦枫檀杉槐霖霄霆雯霏霓露泽沛淇淳渊湛滢漪滔瀚澜泓洵沁汐漫潇鸿鹤鸾鹃' +
    '鹭雁骏骥骁骅驰彪豹麒麟毅恒悦恺恬怿忱慷慨彦彤彰皓睿哲翰翔翊翎翼耀勋勖勤勉奎奕妤威嬛宸宥宛宪寅尧舜禹嵩岱峻崇嵘巍帆康廷弘弛弼彭徽德恩惠慈慕懋戎捷斐晏晨晶朗朔杏枝柱栓根棠植榆炅烈烁焜燊爽牧琅瑚璞甫畅盼眉睦瞻砚祎祺祥祖禧禄秋秦' +
    '稳穆笑筱箫纨绮缨罡羽聪胤芃芊芯芽苑苗茂茵荃荣菀菱萃葆蒲蓁蔚藜藻虎虹蝶衡裕谦豪贞贤赟超轶辰迪逸遥郁酉银钗钿锁镕闯阔陆陶雄雅霜韬韵韶颂颐馨馥骞魁鲲黎黛龄龙坤乾坚垒培墨夏奇妞娃孝孟学宏宗寿尉尊岳岩川巧庆弟彝志忠念怀惟慎才扬拴振' +
    '攀敬斗旺旻昆昌春晋晓晴曼桃桢楚榜欢歆殊毓汉江沂河泉泰洋洛浪润渝溪滨潮煦熊爱狄玖玛珉班琢璨甜璎畴皎盈睫碧祁祉禾秉稷竹笛筠粟纬纲绍绢维绵聚肖胜臻艾芙芦苇茗荔荟萧葛薪蓝蔷蜜裴誉诗诚谷贝贵赐跃进辅郎酩钱铃铜镯闽阳隽韦顺飒飞驹魏鹂' +
    '麦黄默鼎齐仪洪济波添澄继航舟邦囤墩宾姿堂兆肇佐佑仕侠俭儒凌劲勃励匡博卿堃姬峥幼懿拓旦昭柯栩椿标棋汝汶浓涓淮淦潞濂瀛灏焰珩瑭璠硕穗笃策絮绪羡耘联舆舒茉莱萤蔼虔谊逢郡锡键靖震韧颉骐鳌鸽麓传久承厚亮冠冰凝烟凰暖益童朵藤妙屹峡昂樱橙溢漾潭瑟瑰磐绚络绸翘耿荧隆锻镭沧涧涟渭枢宽灵飘初融咏希影剑绿梧朴模廉庚卯戊癸壬戌亥',
);
/** Characters of given names that everyday words are written with as well. */
const SHARED = new Set(
  '国建华明文平永新海生福金力立利良义礼仁信正民东南北光全兴林山水木石星月风云天广大小长远兵乐喜成功发财富有来盛松青丹心宝元亨家子君宜可依思诺语如若然凡世士善冬素真美好连达友群先启升花叶树田土岭火灯日早朝夕一二三四五六七八九' +
    '十百千万阿毛牛马羊狗鸡兔狮仔妹哥婆伯叔仲季少老双满余仓守卫护保安定宁登袖帅农艺书画歌曲音声鸣端方道亲情意健壮猛直祝宣格吉勒布扎次巴尔伦喻圆城基央宙密岗巨庭延悟惜抗持捍教景智朋望权村柔梦武洲深清温游湖照王理男疆知笔米精纪纯' +
    '罗习苍蒙西观许读象贺赋赞赢赤迅迎近述逊遇野鉴钟铁闻阅陈雷顶颜骄鱼鲁鲜鹰让恭援凯战革拥卓亚赵豫湘粤滇黔蜀沪京津冀辽苏浙皖赣台港澳藏甘陕开细车业科运克图存征斯易普毕沙治源演率环程竞紫缘翁育腾范越足采设政改辞练令丰丁工年果茶菜' +
    '豆雨麻旗磨印章档令轻中园以容唯柳本嗣曙仙圣奋展师微抒敢显杭桥池浦炼玄球神第肃衍链草粮化甲申结梨榴简里特得高伊寒霭梵儿修之',
);
/** Surnames that most people bear: what stands behind a label and begins with one is believed more easily. */
const WIDESPREAD = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龚',
);

/** The 3,755 everyday characters of GB 2312; what lies beyond them stands in names rather than in words. */
const EVERYDAY = new Set(
  new TextDecoder('gbk').decode(
    Uint8Array.from({ length: 2 * 40 * 94 }, (_, at) => (at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + ((at >> 1) % 94))),
  ),
);

const NAME = 2;
const PERHAPS = 1;
const HARDLY = -2;

function weigh(character: string): number {
  if (NAMELY.has(character)) return NAME;
  return SHARED.has(character) || !EVERYDAY.has(character) ? PERHAPS : HARDLY;
}

/** Where a name is expected: a label with a colon, a role word run into the text, or nothing. */
type Expectation = 'labelled' | 'role' | 'free';
/** What the two characters of a given name must weigh together. */
const LEAST = { labelled: 0, role: 0, free: 1 } as const satisfies Record<Expectation, number>;

/**
 * True where surname and given characters are likelier a name than a word or the beginning of one (答复, 金转至, 包扎). The less the place
 * promises a name, the more the characters must say it. Compound surnames speak for themselves.
 */
export function isLikelyName(surname: string, given: string, expectation: Expectation, loose: boolean): boolean {
  if (surname.length > 1) return true;
  const [first = '', second] = given;
  const weight = weigh(first);
  const word = isEverydayWord(surname + first);
  if (second === undefined) {
    if (word) return expectation === 'labelled' && weight === NAME;
    if (weight === HARDLY) return expectation === 'labelled' && WIDESPREAD.has(surname);
    return weight === NAME || !(loose && expectation === 'free');
  }
  const last = weigh(second);
  if ((word || NOT_NAMES.has(surname + first)) && last !== NAME && (expectation !== 'labelled' || last === HARDLY)) return false;
  return weight + last >= LEAST[expectation] - (WIDESPREAD.has(surname) ? 1 : 0);
}

/** True for 经济学, 王位: what stands in a column of names and begins like one, but is a word or made of none of their characters. */
export const isPlainWord = (surname: string, given: string): boolean =>
  isEverydayWord(surname + given.charAt(0)) || (given.length > 1 && [...given].every((each) => weigh(each) === HARDLY));
