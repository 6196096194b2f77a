/** Every sentence of 人员 › 工作站. */
export const WORKSTATION_TEXTS = {
  tab: '工作站',
  list: '本单位工作站',
  head: ['名称', '密钥编码', '说明', '办理'],
  here: '本机',
  home: '名册在这台变更',
  about:
    '要增加一台：在那台电脑上首次打开先审，选“加入已有单位”，把加入申请带到这里登记；另一人在“待确认”里确认，并用单位根密钥签署；然后导出名册答复带回去。以后用“交换包”传递。每人在每台工作站各有一把签名密钥，私钥不离开那台工作站。',
  admit: '登记加入申请',
  answer: '导出名册答复',
  answerSaved: (name: string) => `已保存：${name}。请存到U盘，带到新的工作站导入。`,
  answerWhy: '还没有登记别的工作站',
  ownKey: '为本机申请密钥',
  ownKeyNote:
    '名册里的人要在本机也能签名，或者在本机的口令锁定、忘记了，在这里由本人另设一把密钥，把申请带到变更名册的工作站登记。原来在本机另设的那一把随即作废，在别的工作站上的不受影响。',
  person: '为谁',
  make: '生成申请',
  save: '把申请存到U盘',
  codes: '请把编码抄在纸上带去，由办理的两人核对。登记后导入对方的数据包，即可在本机签名。',
  requestSaved: (name: string) => `已保存：${name}。请带到变更名册的工作站登记。`,
  title: '登记加入申请',
  file: '加入申请文件（.xsjoin）',
  choose: '选择文件',
  fileMissing: '请选择加入申请文件',
  asks: (name: string) => `工作站“${name}”申请加入`,
  more: (name: string) => `工作站“${name}”已经加入，申请为更多的人登记密钥`,
  columns: ['姓名', '角色', '处室', '密钥编码', '说明'],
  station: '工作站',
  known: '名册中已有此人，登记其在那台工作站的密钥',
  fresh: '新人员，随本申请登记',
  compare: '已与纸上抄来的编码逐个核对一致',
  compareMissing: '请先核对编码，再勾选',
  confirm: '签名提出',
  done: '已提出。请另一人在“待确认”里确认，再导出名册答复。',
} as const;

/** Handing the roster over, and taking it over. */
export const HAND_OVER_TEXTS = {
  handOver: '移交名册',
  handOverTo: (name: string) => `移交名册到 ${name}`,
  handOverTitle: (name: string) => `名册改在 ${name} 上变更`,
  handOverHint: (name: string) =>
    `另一人在“待确认”里确认，并用单位根密钥签署后生效。生效后本机不再变更名册；请导出数据包带到 ${name}，那里导入后即可办理。`,
  takeOver: '由本机接管名册',
  sign: '签名接管',
  takeOverTitle: '名册改在本机变更',
  takeOverHint: (keeper: string) =>
    `只在 ${keeper} 损坏、丢失，不能再用时办理；还能开机的，请在 ${keeper} 上移交。先把各工作站手里最新的数据包都导入本机：接管以后，${keeper} 和别的工作站上本机没有收到的名册变更不再认定，写了这些变更的工作站须重新加入。须两人在场，各输在本机的口令，并用U盘上的单位根密钥签署，办完立即生效。`,
  lost: (keeper: string) => `${keeper} 已不能再用，最新的数据包都已导入本机`,
  lostMissing: '请先核实，再勾选',
  second: '在场的另一人',
  takenOver: '已接管。名册从现在起在本机变更；请给各工作站导出数据包。',
} as const;
