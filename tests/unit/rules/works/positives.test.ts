import { describe, expect, it } from 'vitest';
import { exampleDraft } from '../../../../rules/index.ts';
import { counted, worksEngine, worksFindings } from './works-engine.ts';

const L = 'project-location';
const P = 'protection-level';
const S = 'project-scale';

/** The recall set of the field, as far as works are concerned. */
const POSITIVES: readonly (readonly [string, readonly string[]])[] = [
  [
    '云溪花园二期地下二层为甲类防空地下室，战时为二等人员掩蔽所，防护等级核6级、常6级，防化丙级。',
    [`${P}:甲类`, `${S}:二等人员掩蔽所`, `${P}:防护等级核6级、常6级`, `${P}:防化丙级`],
  ],
  ['云溪花园人防工程核6常6，3个防护单元，掩蔽人数2860人。', [`${P}:核6常6`, `${S}:3个防护单元`, `${S}:2860人`]],
  ['项目\t抗力级别\t防化\n云溪花园\t6B\t丙', [`${P}:6B`, `${P}:丙`]],
  ['云溪花园防空地下室\n该地下室抗力为核 ６ Ｂ 级。', [`${P}:核 ６ Ｂ 级`]],
  ['云溪小学人防地下室属五级人防，人防建筑面积3200㎡。', [`${P}:五级`, `${S}:3200㎡`]],
  ['常六级、核六级二等人员掩蔽部，建设单位：云溪置业有限公司。', [`${P}:常六级、核六级`, `${S}:二等人员掩蔽部`]],
  ['{\\C3;甲类}核6{\\C3;级}常6级，云溪花园人防设计说明', [`${P}:甲类}核6{\\C3;级}常6级`]],
  [
    '主要出入口位于学府路与翠微路交口东北角绿地，进风竖井设在3号楼西侧。',
    [`${L}:学府路与翠微路交口东北角绿地`, `${L}:3号楼西侧`],
  ],
  ['口部坐标：X=3430000.123，Y=39500000.456（CGCS2000）。', [`${L}:X=3430000.123，Y=39500000.456`]],
  ['预备指挥所设在云岭北麓洞库，入口距省道约300米。', [`${L}:云岭北麓洞库，入口距省道约300米`]],
  ['警报点位：市一中教学楼楼顶，电声警报器1台。', [`${L}:市一中教学楼楼顶`]],
];

describe('what must be found', () => {
  it.each(POSITIVES)('%s', (text, expected) => {
    expect(counted(text)).toEqual(expected);
  });

  it('names door models without raising an alarm', () => {
    expect(worksFindings('防护密闭门BHFM1520-15共12樘（云溪花园）')).toMatchObject([{ level: 'notice', text: 'BHFM1520-15' }]);
  });

  it('asks a person to look at a grade that somebody struck out', () => {
    const draft = exampleDraft('原为核5级。');
    const struck = {
      ...draft,
      pieces: draft.pieces.map((piece) => ({ ...piece, kind: 'tracked-deletion' as const, visible: false })),
    };
    expect(worksEngine.scan(struck).findings).toMatchObject([{ level: 'review', text: '核5级' }]);
  });

  it('weighs a named work more than a grade without any', () => {
    const levels = (text: string) => worksFindings(text).map((finding) => finding.level);
    expect([levels('青杉里二期人防工程核6常6。'), levels('人防工程，核6常6。'), levels('代号核6级。')]).toEqual([
      ['block'],
      ['review'],
      ['notice'],
    ]);
  });
});

describe('what is passed over', () => {
  it.each([
    ['其他居民住宅楼按照首层面积修建6B级防空地下室。', '6B级：规范性要求，未指向具体工程'],
    ['全市新增人防工程面积28万平方米。', '28万平方米：数量级为全市总量'],
    ['人防行政审批窗口设在市政务服务中心3楼。', '市政务服务中心3楼：办公、服务、宣传等应公开的地点'],
    ['该项目位于檀溪路13幢，公示拟易地建设防空地下室。', '檀溪路13幢：易地建设，该处不建防空地下室'],
  ])('is explained on request: %s', (text, expected) => {
    const notes: string[] = [];
    worksEngine.scan(exampleDraft(text), { explain: (note) => notes.push(`${note.text}：${note.why}`) });
    expect(notes).toContain(expected);
  });
});
