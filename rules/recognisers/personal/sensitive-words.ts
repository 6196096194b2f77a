/** Words that tell of somebody's health, family, record or need. Sources: the field's list of sensitive words about a person and 个人信息保护法 28. */

/** Diseases and injuries by name: one of them is a statement wherever a person stands beside it. */
export const DISEASE =
  '(?:[肝肺胃肠乳腺脑骨血食道直结子宫颈卵巢前列胰胆肾膀胱鼻咽喉舌皮肤甲状淋巴管]{1,4}癌|癌症|肿瘤|[脑肺肝]瘤|瘤|白血病|淋巴瘤|糖尿病|高血[压脂糖]|冠心病|心脏病|心绞痛|心律失常|房颤|早搏|脑梗塞?|脑溢血|脑出血|脑血栓|脑萎缩|中风|偏瘫|瘫痪|瘫|尿毒症|肾衰竭?|肾病|肾炎|肾功能|肝硬化|乙肝|丙肝|肝炎|肝腹水|大三阳|小三阳|HBsAg|脂肪肝|尿酸|痛风|甲亢|甲减|甲状腺|结节|囊肿|增生|磨玻璃|占位|肺炎|肺结核|结核|肺气肿|阻塞性肺|肺病|肺部|气管炎|哮喘|癫痫|精神分裂症?|精神病|精神障碍|精神失常|精神残疾|双相|躁狂|抑郁症?|焦虑症|强迫症|自闭症|孤独症|痴呆|帕金森|阿尔茨海默|艾滋病?|HIV|梅毒|性病|红斑狼疮|狼疮|类风湿|风湿|关节炎|强直性脊柱炎|骨折|骨裂|股骨头|坏死|椎间盘|腰突|颈椎病|半月板|韧带|白内障|青光眼|[视听]力(?:基本|完全|严重|几乎)?(?:丧失|下降|减退|受损|障碍|损伤)|失明|失聪|聋哑|色[盲弱]|高度近视|残疾(?!人|军人|证|保障|预防)|伤残(?!军人|人员)|致残|肢残|智障|智力障碍|智残|脑瘫|唐氏|侏儒|重病|大病|慢性病|职业病|尘肺|矽肺|硅肺|心梗|心肌梗[死塞]|心衰|心肌炎|起搏器|支架|搭桥|透析|化疗|放疗|移植|截肢|切除|流产|早产|难产|剖腹产|剖宫产|分娩|保胎|怀孕|身孕|孕期|孕[早中晚]期|临产|孕[一二三四五六七八九十\\d]|有孕|孕妇|哺乳期|妊娠|不孕|不育|新冠|贫血|再障|血友病|渐冻|[砸夹压刺割撞摔咬扭拉挫灼冻戳擦划]伤|轻伤|重伤|外伤|损伤|烧伤|烫伤|创伤|截瘫|脑震荡|昏迷|植物人|ICU|重症监护|功能不全|失代偿|结石|溃疡|梗阻|梗死|综合征|静脉曲张|息肉|半身不遂|不能自理|卧床|病危|病重|心脏不适|入院|晕倒|昏倒|急诊|过敏|晕血|晕厥|神经衰弱|胃炎|胃病|胃出血|肠炎|皮肤病|银屑病|牛皮癣|白癜风|带状疱疹|阳性|(?:乙肝|丙肝|病毒|艾滋|HIV|抗原)[^，。；]{0,4}携带者?|术后|病史|服药|吃药|胰岛素|病逝|自杀|自残|酗酒|酒精依赖)';
/** A grade of disability with or without its kind: 视力一级, 智力二级, 三等甲级伤残. */
export const DISABILITY =
  '(?:(?:肢体|智力|精神|视力|听力|言语|语言|多重)(?:残疾)?[一二三四1-4]级|[一二三四五六七八九十1-9]级(?:肢体|智力|精神|视力|听力|言语|多重)?(?:伤残|残疾)|[一二三]等[甲乙]级|因残|因病|重残|残障)';
/** The diseases that are written out, as words to wake on; what stands in brackets inside them (人, 保障, 完全) is none. */
export const DISEASE_WORDS: readonly string[] = DISEASE.slice(3, -1)
  .replace(/\([^()]*\)/g, '')
  .split('|')
  .map((word) => word.replace(/.\?$/, ''))
  .filter((word) => /^[\u4e00-\u9fffA-Za-z]{2,}$/.test(word));
const DISEASE_WORD = new RegExp(`${DISEASE}|${DISABILITY}`);

const FAMILY_WORD =
  /离异|离婚|离[的了过]婚|丧偶|再婚|未婚|已婚|分居|单亲|独自抚养|独居|孤寡|孤儿|鳏寡|寡居|收养|领养|寄养|失独|空巢|丧[夫妻子父母]|无子女|未育|无儿无女|无人赡养|非婚|私生|婚外|家暴|改嫁|信(?:仰|奉)?(?:佛|基督|天主|伊斯兰|道教|耶稣)|[佛道]教徒|基督徒|教友|穆斯林|子女(?:多|智|患|残|夭)|留守|移居境外|移居国外|移民|外籍|绿卡/;
const RECORD_WORD =
  /服刑|坐牢|判刑|判处|判了|入狱|监狱|刑满|劳改|缓刑|取保|拘留|拘役|逮捕|吸毒|戒毒|前科|案底|社区矫正|赌博|嫖娼|酒驾|醉驾|失信|征信|老赖|限高|限制高消费|(?:贷款|信用卡|房贷|网贷|还款|征信)[^，。；]{0,6}逾期|欠债|欠款|欠外债|负债|外债|网贷|高利贷|破产|处分|纪委|监委|被[^，。；]{0,6}(?:立案|留置|起诉|诫勉)|开除|记过|警告处分|留党察看|撤职|双开|缠访|上访/;
const NEED_WORD =
  /低保|五保|特困|建档立卡|贫困户|脱贫户|监测户|返贫|低收入|零就业|失业|下岗|无收入|无固定收入|无劳(?:动)?(?:能)?力|缺劳力|无业|靠亲友接济|困难户|边缘户/;

/** What tells of health, family or a record. */
export const TELLING: readonly RegExp[] = [DISEASE_WORD, FAMILY_WORD, RECORD_WORD];

export const isHealthWord = (text: string): boolean => DISEASE_WORD.test(text);
export const isFamilyWord = (text: string): boolean => FAMILY_WORD.test(text);
export const isRecordWord = (text: string): boolean => RECORD_WORD.test(text);
export const isNeedWord = (text: string): boolean => NEED_WORD.test(text);
/** True when a short text tells of somebody's health, family, record or need. */
export const isSensitive = (text: string): boolean =>
  isHealthWord(text) || isFamilyWord(text) || isRecordWord(text) || isNeedWord(text);
