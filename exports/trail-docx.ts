import type { ExportedFile } from '../review/contract.ts';
import { ATTRIBUTES, CHANNELS, type Result } from '../review/model/index.ts';
import type { TrailModel } from '../review/usecases/exports/trail.ts';
import { chineseDate, chineseTime } from './civil-date.ts';
import { type Block, grid, pageDocx, partTitle, table, textLine } from './page-docx.ts';

function matter({ record, office, fileCode, releasedAt, releasedBy }: TrailModel): Block {
  const line = (left: string, leftText: string, right: string, rightText: string) => [
    { text: left, head: true },
    { text: leftText },
    { text: right, head: true },
    { text: rightText },
  ];
  return grid(
    [24, 56, 24, 56],
    [
      [
        { text: '信息名称', head: true },
        { text: record.title, columns: 3 },
      ],
      line('审查编号', record.number, '单位', office),
      line('承办处室', record.department, '承办人', record.drafter),
      line('公开属性', ATTRIBUTES[record.attribute], '审查结论', record.conclusion),
      line('放行人', releasedBy, '放行时间', chineseTime(releasedAt)),
      line('发布稿校验码', fileCode, '公开期限', `${chineseDate(record.dueOn)}${record.overdue ? '（超期）' : ''}`),
    ],
    0,
  );
}

function signatures({ steps }: TrailModel): Block {
  const rows = steps.flatMap(({ name, signatures }) =>
    signatures.map(({ by, at, opinion, counts, why }) => [
      name,
      by,
      chineseTime(at),
      opinion,
      counts ? '有效' : `失效：${why ?? '内容有变化'}`,
    ]),
  );
  return table(['步骤', '签名人', '时间', '意见', '效力'], [22, 26, 34, 48, 30], rows);
}

function kept({ kept: decisions }: TrailModel): Block {
  if (decisions.length === 0) return textLine('没有保留、误报或送上级确定的处置。');
  const rows = decisions.map(({ decision, findings, reason, by, at }) => [decision, `${findings}`, reason, by, chineseTime(at)]);
  return table(['处置', '处数', '理由', '处置人', '时间'], [20, 12, 70, 24, 34], rows);
}

function publications({ record }: TrailModel): Block {
  if (record.publications.length === 0) return textLine('尚未登记发布。');
  const rows = record.publications.map(({ channel, address, on, by }) => [CHANNELS[channel], address, chineseDate(on), by]);
  return table(['渠道', '网址或位置', '发布日期', '发布人'], [24, 80, 30, 26], rows);
}

/** 责任追溯单: one release from registration to publication, for the question of who answers for what (实施条例 67). */
export function trailDocx(model: TrailModel): Promise<Result<ExportedFile>> {
  const versions = model.versions.map(({ document, number, fileName, addedBy, addedAt, sha256 }) => [
    `${document}第${number}稿`,
    fileName,
    addedBy,
    chineseTime(addedAt),
    sha256.slice(0, 12).toUpperCase(),
  ]);
  const timeline = model.timeline.map(({ seq, at, by, role, what, detail, flags }) => [
    String(seq),
    chineseTime(at),
    `${by}（${role}）`,
    [what, detail, flags.join('、')].filter((part) => part !== '').join('\n'),
  ]);
  const blocks = [
    textLine('内部使用，含处置理由和意见，不得公开。所列均取自签名记录，可凭审查日志逐条核验。', 21),
    partTitle('一、事项'),
    matter(model),
    partTitle('二、签批'),
    signatures(model),
    partTitle('三、让原文保留的处置'),
    kept(model),
    partTitle('四、文件各版'),
    table(['版本', '文件名', '提交人', '时间', '校验码'], [16, 56, 24, 34, 30], versions),
    partTitle('五、发布'),
    publications(model),
    partTitle('六、全部经过'),
    table(['序号', '时间', '办理人', '事项'], [14, 34, 44, 68], timeline),
  ];
  return pageDocx(`${model.record.number}-责任追溯单.docx`, '信息公开责任追溯单', blocks, model);
}
