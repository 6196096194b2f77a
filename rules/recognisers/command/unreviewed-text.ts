import type { Recogniser } from '../../model.ts';
import { type Cue, cueRecogniser } from './cue.ts';
import { candidate, spansOf } from './grammar.ts';

const UNREVIEWED: readonly Cue[] = [
  {
    pattern:
      /(?:[^，。；：:（()\s]{2,12}，)?[^，。；：:（()]{0,8}先(?:发|挂|公开|公布|发布|登|上网|推送)(?:出去|上去|上网)?(?:，)?[再后](?:来)?(?:审|改|补|报|隐|批)[^，。；)]{0,4}/dg,
    label: '写明先发后审',
    confidence: 0.84,
    unless: /不得|严禁|禁止|杜绝|防止|避免|应当|不准|不能|纠正|现象|不允许|切忌/,
  },
  {
    pattern: /(?:未经|尚未|还未|未)(?:审阅|审定|审签|核校|校对|核稿|审稿|定稿)(?=[)，。；]|$)/dg,
    label: '写明未经审阅',
    confidence: 0.78,
    needs: /整理|录音|稿|纪要|记录|本文|此件|讲话|素材/,
    unless: /不得|应当|严禁|发布前|识别/,
  },
  {
    pattern:
      /(?:此|本|该)(?:稿件?|文|件|材料|讲话|报道)[^，。；]{0,6}(?:尚未|还没有?|未|没)(?:送|经|过|走|履行)[^，。；]{0,16}(?:审签|审查|审核|审批|审定|审阅|签发|签字|把关|程序)/dg,
    label: '写明尚未审签',
    confidence: 0.85,
  },
  {
    pattern:
      /(?:没有?|未|尚未|还没有?)(?:给|让|请|送|报|交)[^，。；]{1,12}(?:看过?|过目|审过?|审阅|审核|核对|把关|校对)[^，。；]{0,4}(?:，(?:先|就|直接)[^，。；]{1,8})?(?:，[^，。；]{0,4}再[^，。；]{1,6})?/dg,
    label: '写明未经审阅、核对',
    confidence: 0.82,
    needs: /整理|录音|稿|纪要|记录|本文|此件|讲话|素材|文稿/,
    unless: /不得|应当|严禁/,
  },
  {
    pattern:
      /(?:未经|尚未经|没有经)(?:本人|领导|主要领导|各方|双方|发言人|讲话人|会议|分管领导|与会人员){1,2}(?:审阅|签认|审定|核对|校核|确认|审签|审核)/dg,
    label: '写明未经审阅、签认',
    confidence: 0.85,
    unless: /不得|应当|严禁/,
  },
];

/** The text says that nobody has approved it. */
export const unreviewedText = cueRecogniser(
  'unreviewed-text',
  [
    '先发',
    '先挂',
    '先公开',
    '先公布',
    '先登',
    '先上网',
    '先推送',
    '审签',
    '审查',
    '审核',
    '审批',
    '审定',
    '审阅',
    '签发',
    '签认',
    '签字',
    '核对',
    '确认',
    '把关',
    '没给',
    '未送',
    '没送',
    '没让',
    '没请',
    '看过',
    '程序',
    '核校',
    '校对',
    '核稿',
    '审稿',
    '定稿',
  ],
  UNREVIEWED,
);

const RESIDUE =
  /(?:等一?会儿?|待会儿?|一会儿|回头|稍后|过会儿)[^，。；]{0,4}(?:请|让|由)[^，。；]{2,24}(?:汇报|说一?说|讲一?讲|介绍|补充|展开)/dg;
const SPEECH = /讲话|发言|录音|致辞|座谈|会议记录|点评|部署会|动员会/;

/** Residue of speech (等一会请……汇报): a slip of editing; it weighs more in a transcript, which then was not edited at all. */
export const speechResidue: Recogniser = {
  id: 'speech-residue',
  anchors: ['等一会', '等会', '待会', '一会儿', '回头', '稍后', '过会'],
  recognise: (scene, at) =>
    spansOf(scene, scene.sentence(at.start), RESIDUE).map((span) => {
      const speech = SPEECH.test(`${scene.title()}${scene.text.slice(0, 200)}`);
      return candidate(scene, span, speech ? 0.75 : 0.4, [{ label: '会议口语残留', range: span }], speech ? 'review' : 'notice');
    }),
};
