/** Makes the bundled sample draft: invented places, persons and numbers, with text in the body, a table, a header, a comment and a tracked deletion. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const text = (value: string): Paragraph =>
  new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun({ text: value, size: 32, font: '仿宋_GB2312' })] });
const heading = (value: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [new TextRun({ text: value, size: 32, font: '黑体', color: '000000' })],
  });

const ROWS = [
  ['序号', '工程名称', '建设地点', '防护等级', '人防面积(㎡)', '抽查结论'],
  ['1', '云溪花园二期', '云溪区学府路18号地下二层', '核6级、常6级', '4316.5', '合格'],
  ['2', '柳岸新城B区', '云溪区翠微路与柳岸路交叉口东北侧', '核6B级', '2980.0', '基本合格'],
];

const table = new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  rows: ROWS.map(
    (cells, index) =>
      new TableRow({
        tableHeader: index === 0,
        children: cells.map(
          (cell) =>
            new TableCell({
              children: [new Paragraph({ children: [new TextRun({ text: cell, size: 24, bold: index === 0 })] })],
            }),
        ),
      }),
  ),
});

const document = new Document({
  creator: '示例',
  title: '示例稿件',
  comments: {
    children: [
      {
        id: 1,
        author: '示例',
        date: new Date('2026-09-01T01:00:00Z'),
        children: [new Paragraph({ children: [new TextRun('这一段是否公开还没定,先不要往外说。')] })],
      },
    ],
  },
  sections: [
    {
      headers: {
        default: new Header({
          children: [new Paragraph({ children: [new TextRun({ text: '云溪市人民防空办公室', size: 21 })] })],
        }),
      },
      footers: {
        default: new Footer({
          children: [new Paragraph({ children: [new TextRun({ text: '示例稿件,内容全部虚构', size: 21 })] })],
        }),
      },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          heading: HeadingLevel.HEADING_1,
          children: [
            new TextRun({
              text: '关于2026年三季度人防工程质量抽查情况的通报',
              size: 44,
              color: '000000',
              font: '方正小标宋简体',
            }),
          ],
        }),
        text('各县区人防办、各有关单位:三季度,我办对全市在建人防工程进行质量抽查,共审核5项资料,抽查项目2个。现将情况通报如下。'),
        heading('一、抽查情况'),
        table,
        heading('二、存在问题'),
        new Paragraph({
          indent: { firstLine: 640 },
          children: [
            new CommentRangeStart(1),
            new TextRun({
              text: '云溪花园二期人防工程主要出入口设在3号楼西侧绿地内,与图纸不一致,防护密闭门安装偏差超过规范要求。',
              size: 32,
              font: '仿宋_GB2312',
            }),
            new CommentRangeEnd(1),
            new TextRun({ children: [new CommentReference(1)] }),
            new DeletedTextRun({ id: 7, author: '示例', date: '2026-09-01T01:00:00Z', text: '该工程可掩蔽2860人。' }),
          ],
        }),
        text(
          '请各参建单位于10月20日前报送整改报告。技术咨询请联系项目现场负责人何某,手机13800000000;监督电话0551-62600000(办公室)。',
        ),
        heading('三、有关要求'),
        text(
          '新建民用建筑应当按照国家有关规定修建防空地下室,防护等级由人民防空主管部门按照国家有关规定确定。六级以上大风天气停止室外作业。',
        ),
        new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: '云溪市人民防空办公室', size: 32 })] }),
        new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: '2026年10月12日', size: 32 })] }),
      ],
    },
  ],
});

const target = join(dirname(fileURLToPath(import.meta.url)), '示例-人防工程质量抽查通报.docx');
writeFileSync(target, await Packer.toBuffer(document));
