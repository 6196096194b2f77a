/**
 * The characters that fill Chinese running text, simplified first, then the traditional forms that differ, then words of this
 * field. A right decoding is full of them, a wrong one is not: the yardstick of decode.ts and of residue in binary parts.
 */
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府研究造南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
const TRADITIONAL =
  '個們來時國說這為會對學發動產種後經過與進電實兩體機當點從業應開還無關條現數間題結統設長資見區強處決農運論軍戰級圖組計別線門聯權證轉單領東導術極場車達報聲類離華確張馬節話傳廣記議員號標準備辦檔稱構劃層廠識適屬滿縣參紅細聽該鐵價嚴專選寫親驗連斷難歷習響約勞團書複兒須務萬華質氣';
const FIELD =
  '防护空警报掩蔽疏散演练应急救援指挥预案隐蔽地址姓电话码身份证银行卡账户住址联系机密秘绝内部文通知告函审批签发附页项目筑积坐经纬频呼涉及隐患检查整改处罚申请复议举投诉街镇乡村室楼栋弄巷省市县旗盟州';

export const COMMON_CHARACTERS: ReadonlySet<number> = new Set(
  Array.from(SIMPLIFIED + TRADITIONAL + FIELD, (character) => character.charCodeAt(0)),
);
