import type { FormModel } from '../review/artefacts.ts';
import type { StepView } from '../review/contract.ts';
import { ATTRIBUTES, CHANNELS, coveredBy, LIST_KINDS, STEPS, type Step } from '../review/model/index.ts';
import { chineseDate, chineseTime } from './civil-date.ts';

/** A labelled cell of the form. */
export interface FormCell {
  readonly label: string;
  /** Lines are parted by line ends. */
  readonly text: string;
  /** 10.5 pt instead of 12. */
  readonly small?: true;
  /** Line of the signature, at the right lower corner. */
  readonly signed?: string;
}
/** One row: a cell over the whole width, or two. */
export interface FormRow {
  /** Least height in millimetres (UX.md §3). */
  readonly height: number;
  readonly cells: readonly FormCell[];
}

/** ■ and □ only: 仿宋_GB2312 has no ☑. */
const box = (checked: boolean, word: string): string => `${checked ? '■' : '□'}${word}`;
const boxes = (table: Readonly<Record<string, string>>, chosen: readonly string[]): string =>
  Object.entries(table)
    .map(([id, word]) => box(chosen.includes(id), word))
    .join('  ');

const CONCLUSIONS = { open: '同意公开', treated: '处理后公开', refused: '不予公开', referred: '送上级确定' } as const;

/** What the secrecy review came to, as boxes; none is ticked before it is signed, so that they can be ticked by hand. */
function conclusionBoxes({ row, treated }: FormModel, signed: StepView['signatures'][number] | undefined): string {
  const partly = signed?.partly !== undefined;
  const agreed = treated || partly ? 'treated' : 'open';
  const unsigned = row.state === 'refused' || row.state === 'referred' ? [row.state] : [];
  return boxes(CONCLUSIONS, unsigned.length === 0 && signed ? [agreed] : unsigned);
}

/** Opinion, printed name, time and meaning of a step's signature (21 CFR 11.50); empty lines for one not yet given. */
function opinionRow(model: FormModel, step: Step, label: string, signer: string): FormRow {
  const view: StepView | undefined = model.steps.find((each) => each.step === step);
  const signature = view?.signatures.findLast((each) => each.counts);
  const partly = signature?.partly === undefined ? [] : [`同意部分公开。不公开的部分和依据：${signature.partly}`];
  const stale =
    view?.signatures
      .filter((each) => !each.counts)
      .map((each) => `（${each.by} ${chineseTime(each.at)} 的签批已失效：${each.why ?? '内容有变化'}）`) ?? [];
  if (!model.chain.includes(step)) {
    const text = `简化流程：本环节由${STEPS[coveredBy(model.chain, step)]}一并办理。`;
    return { height: 12, cells: [{ label, text, small: true }] };
  }
  const signed = signature
    ? `${signer}（签名）：${signature.by}    ${chineseTime(signature.at)}    机内签批`
    : `${signer}（签名）：              年    月    日`;
  const conclusion = step === 'secrecy' ? [conclusionBoxes(model, signature)] : [];
  const text = [...conclusion, signature?.opinion ?? '', ...partly, ...stale].join('\n');
  return { height: 27, cells: [{ label, text, signed }] };
}

/** Versions and the digest that signatures cover, short enough for one line of the form. */
function ruleText({ ruleSet }: FormModel): string {
  const named = ruleSet.packs.map((pack) => /^([^@]*)@([^:]*)/.exec(pack) ?? ['', '', '']);
  const lists = Object.entries(LIST_KINDS).flatMap(([kind, name]) =>
    named.filter(([, pack]) => pack === `office-${kind}`).map(([, , version]) => `，${name}第${version}版`),
  );
  const packs = named.filter(([, pack]) => !pack?.startsWith('office-'));
  const versions = new Set(packs.map(([, , version]) => version));
  const digest = ruleSet.digest
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
  return `${packs.length} 个（版本 ${[...versions].join('、')}）${lists.join('')}，程序版本 ${ruleSet.engine}，规则校验码 ${digest}`;
}

function machineText(model: FormModel): string {
  const { counts } = model;
  const kinds = Object.entries(model.decisions).filter(([, count]) => count > 0);
  const words = kinds.map(([name, count]) => `${name}${count}`).join(' ');
  // Earlier versions count too: what was masked there is no longer found in this one.
  const earlier = kinds.reduce((sum, [, count]) => sum + count, 0) !== counts.decided;
  const decisions = words === '' ? '' : `${earlier ? '；历次处置：' : '：'}${words}`;
  return [
    `规则包 ${ruleText(model)}`,
    `命中 ${counts.total} 处（必须处理 ${counts.block}、需审查 ${counts.review}、提示 ${counts.notice}），已处置 ${counts.decided} 处${decisions}`,
    `页面上看不到的文字 ${model.hiddenParts} 处，机器不能检查、须人工查看的部分 ${model.unreadParts} 处`,
    `定稿校验码 ${model.fileCode || '（尚未定稿）'}    机器检查仅供参考，不代替人工审查`,
  ].join('\n');
}

const attachmentText = ({ attachments }: FormModel): string =>
  attachments.map(({ label, fileName, fileCode }) => `${label} ${fileName}（校验码 ${fileCode}）`).join('\n');

/** Rows of 《政府信息公开保密审查表》, fields of workflow.md §2; the same for paper, docx and PDF. */
export function formRows(model: FormModel): readonly FormRow[] {
  const publications = model.publications
    .map((each) => `${CHANNELS[each.channel]} ${chineseDate(each.on)} ${each.address}（发布人 ${each.by}）`)
    .join('\n');
  const wide = (height: number, label: string, text: string): FormRow => ({ height, cells: [{ label, text }] });
  const small = (height: number, label: string, text: string): FormRow => ({ height, cells: [{ label, text, small: true }] });
  const pair = (label: string, text: string, second: string, secondText: string): FormRow => ({
    height: 10,
    cells: [
      { label, text },
      { label: second, text: secondText },
    ],
  });
  return [
    wide(10, '信息名称', model.row.title),
    pair('承办处室', model.row.department, '承办人', model.row.drafter),
    pair('文号', model.documentNumber || '无', '生成日期', chineseDate(model.createdOn)),
    ...(model.attachments.length > 0 ? [small(10, '附件', attachmentText(model))] : []),
    wide(10, '公开属性', boxes(ATTRIBUTES, [model.row.attribute])),
    wide(12, '公开方式', boxes(CHANNELS, model.channels)),
    small(14, '机器检查', machineText(model)),
    opinionRow(model, 'draft', '承办人自查', '承办人'),
    opinionRow(model, 'head', '承办处室\n意见', '负责人'),
    opinionRow(model, 'secrecy', '保密审查\n意见', '保密审查人'),
    opinionRow(model, 'approve', '分管领导\n意见', '签批人'),
    wide(10, '发布情况', publications || '（未发布）'),
    small(10, '备注', ['一式两份，承办处室和信息公开机构各存一份。', ...model.remarks].join('\n')),
  ];
}

/** 编号 on the left and 填表日期 on the right, over the table. */
export const formHead = (model: FormModel): readonly [string, string] => [
  `编号：${model.row.number}${model.complete ? '' : '（审签未完成）'}`,
  `填表日期：${chineseDate(model.filledOn)}`,
];

/** What ties the sheet to the log. */
export const formFoot = ({ chainCode, seq, flags }: FormModel): string =>
  `链上编码 ${chainCode}    序号 ${seq}${flags.length > 0 ? `    时钟标记：${flags.join('、')}` : ''}`;
