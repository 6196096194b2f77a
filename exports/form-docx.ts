import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx';
import type { FormModel } from '../review/artefacts.ts';
import type { ExportedFile, StepView } from '../review/contract.ts';
import { ATTRIBUTES, CHANNELS, coveredBy, fail, LIST_KINDS, ok, type Result, STEPS, type Step } from '../review/model/index.ts';
import { chineseDate, chineseTime } from './civil-date.ts';
import { DOCX, exportedFile } from './exported-file.ts';
import { FONTS } from './fonts.ts';
import { qrPng } from './qr-png.ts';

/** Twentieths of a point to a millimetre. */
const mm = (value: number): number => Math.round(value * 56.693);
/** UX.md §3: 28/50/28/50 mm, together 156. */
const WIDTHS = [28, 50, 28, 50].map(mm);
const SMALL = 21;
const NORMAL = 24;

/** ■ and □ only: 仿宋_GB2312 has no ☑. */
const box = (checked: boolean, word: string): string => `${checked ? '■' : '□'}${word}`;
const boxes = (table: Readonly<Record<string, string>>, chosen: readonly string[]): string =>
  Object.entries(table)
    .map(([id, word]) => box(chosen.includes(id), word))
    .join('  ');

function lines(
  text: string,
  size: number,
  font: string = FONTS.text,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ alignment, children: [new TextRun({ text: line, font, size })] }));
}

function cell(children: readonly Paragraph[], first: number, span = 1): TableCell {
  const width = WIDTHS.slice(first, first + span).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    children: [...children],
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: mm(0.5), bottom: mm(0.5), left: mm(1.5), right: mm(1.5) },
  });
}

const label = (text: string, first: number): TableCell => cell(lines(text, NORMAL, FONTS.label, AlignmentType.CENTER), first);

function row(height: number, cells: readonly TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, height: { value: mm(height), rule: HeightRule.ATLEAST }, children: [...cells] });
}
const wide = (height: number, name: string, text: string, size = NORMAL): TableRow =>
  row(height, [label(name, 0), cell(lines(text, size), 1, 3)]);
const pair = (height: number, left: string, leftText: string, right: string, rightText: string): TableRow =>
  row(height, [label(left, 0), cell(lines(leftText, NORMAL), 1), label(right, 2), cell(lines(rightText, NORMAL), 3)]);

/** Opinion, printed name, time and meaning of a step's signature (21 CFR 11.50); empty lines for one not yet given. */
function opinionRow(model: FormModel, step: Step, title: string, signer: string): TableRow {
  const view: StepView | undefined = model.steps.find((each) => each.step === step);
  const signature = view?.signatures.findLast((each) => each.counts);
  const partly = signature?.partly === undefined ? [] : [`同意部分公开。不公开的部分和依据：${signature.partly}`];
  const stale =
    view?.signatures
      .filter((each) => !each.counts)
      .map((each) => `（${each.by} ${chineseTime(each.at)} 的签批已失效：${each.why ?? '内容有变化'}）`) ?? [];
  if (!model.chain.includes(step)) {
    const covering = STEPS[coveredBy(model.chain, step)];
    return row(12, [label(title, 0), cell(lines(`简化流程：本环节由${covering}一并办理。`, SMALL), 1, 3)]);
  }
  const signed = signature
    ? `${signer}（签名）：${signature.by}    ${chineseTime(signature.at)}    机内签批`
    : `${signer}（签名）：              年    月    日`;
  return row(27, [
    label(title, 0),
    cell(
      [
        ...lines([signature?.opinion ?? '', ...partly, ...stale].join('\n'), NORMAL),
        ...lines(signed, SMALL, FONTS.text, AlignmentType.RIGHT),
      ],
      1,
      3,
    ),
  ]);
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
  return `${packs.length} 个规则包（版本 ${[...versions].join('、')}）${lists.join('')}，引擎 ${ruleSet.engine}，摘要 ${digest}`;
}

function machineText(model: FormModel): string {
  const decisions = Object.entries(model.decisions)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}`)
    .join(' ');
  return [
    `规则 ${ruleText(model)}`,
    `命中 ${model.counts.total} 处（必须处理 ${model.counts.block}、需审查 ${model.counts.review}、提示 ${model.counts.notice}），已处置 ${model.counts.decided} 处${decisions ? `：${decisions}` : ''}`,
    `页面上看不到的文字 ${model.hiddenParts} 处，机器不能检查、须人工查看的部分 ${model.unreadParts} 处`,
    `定稿校验码 ${model.fileCode || '（尚未定稿）'}    机器检查仅供参考，不代替人工审查`,
  ].join('\n');
}

function tableOf(model: FormModel): Table {
  const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
  const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const publications = model.publications
    .map((each) => `${CHANNELS[each.channel]} ${chineseDate(each.on)} ${each.address}（发布人 ${each.by}）`)
    .join('\n');
  return new Table({
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    borders: { top: outer, bottom: outer, left: outer, right: outer, insideHorizontal: inner, insideVertical: inner },
    rows: [
      wide(10, '信息名称', model.row.title),
      pair(10, '承办处室', model.row.department, '承办人', model.row.drafter),
      pair(10, '文号', model.documentNumber || '无', '生成日期', chineseDate(model.createdOn)),
      wide(10, '公开属性', boxes(ATTRIBUTES, [model.row.attribute])),
      wide(12, '公开方式', boxes(CHANNELS, model.channels)),
      wide(14, '机器检查', machineText(model), SMALL),
      opinionRow(model, 'draft', '承办人自查', '承办人'),
      opinionRow(model, 'head', '承办处室\n意见', '负责人'),
      opinionRow(model, 'secrecy', '保密审查\n意见', '保密审查人'),
      opinionRow(model, 'approve', '分管领导\n意见', '签批人'),
      wide(10, '发布情况', publications || '（未发布）'),
      wide(10, '备注', ['一式两份，承办处室和信息公开机构各存一份。', ...model.remarks].join('\n'), SMALL),
    ],
  });
}

/** Units of drawings (EMU) to a millimetre. */
const emu = (value: number): number => Math.round(value * 36_000);
/** Side of the QR code on paper: 0.4 mm a module, which an office scanner at 200 dpi still reads. */
const QR_MM = 29;

/** The checkpoint note as a QR code in the right upper corner: it floats, so it costs the sheet no height. */
function qrRun({ chainNote }: FormModel): ImageRun[] {
  if (chainNote === '') return [];
  const pixels = (QR_MM / 25.4) * 96;
  return [
    new ImageRun({
      type: 'png',
      data: qrPng(chainNote).png,
      transformation: { width: pixels, height: pixels },
      altText: { name: '链上编码二维码', title: '链上编码二维码', description: '检查点全文，其摘要即链上编码' },
      floating: {
        horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(210 - 8 - QR_MM) },
        verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(3) },
        behindDocument: false,
      },
    }),
  ];
}

/** 《政府信息公开保密审查表》 on A4, fields of workflow.md §2, measures of UX.md §3. An unfinished chain prints 未完成. */
export async function formDocx(model: FormModel): Promise<Result<ExportedFile>> {
  const head = new Paragraph({
    tabStops: [{ type: 'right', position: mm(156) }],
    children: [
      new TextRun({
        text: `编号：${model.row.number}${model.complete ? '' : '（审签未完成）'}\t填表日期：${chineseDate(model.filledOn)}`,
        font: FONTS.text,
        size: NORMAL,
      }),
    ],
  });
  const foot = `链上编码 ${model.chainCode}    序号 ${model.seq}${model.flags.length > 0 ? `    时钟标记：${model.flags.join('、')}` : ''}`;
  const document = new Document({
    creator: '先审',
    lastModifiedBy: '先审',
    title: '政府信息公开保密审查表',
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), right: mm(28), bottom: mm(18), left: mm(26) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [new TextRun({ text: '政府信息公开保密审查表', font: FONTS.title, size: 44 }), ...qrRun(model)],
          }),
          head,
          tableOf(model),
          ...lines(foot, SMALL),
        ],
      },
    ],
  });
  try {
    return ok(exportedFile(`${model.row.number}-审查表.docx`, DOCX, new Uint8Array(await Packer.toBuffer(document))));
  } catch {
    return fail('export-failed', '审查表没有生成。签批记录都在，没有改动；请再试一次。');
  }
}
