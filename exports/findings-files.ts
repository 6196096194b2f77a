import type { ExportedFile } from '../review/contract.ts';
import { CATEGORIES, LEVEL_ORDER, LEVELS, ok, type Result } from '../review/model/index.ts';
import type { FindingRow, FindingsModel } from '../review/usecases/exports/findings.ts';
import { escaped } from './escaped.ts';
import { exportedFile, HTML, JSON_TEXT, SARIF } from './exported-file.ts';
import { FONT_STACKS } from './fonts.ts';
import { sarif } from './sarif.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const named = (document: string): { readonly document?: string } => (document === '' ? {} : { document });

/** 检查结果 as JSON, with the texts that were found: for the office itself. */
export async function findingsJson(model: FindingsModel): Promise<Result<ExportedFile>> {
  const { number, fileName, version, attachments, ruleSet, rows } = model;
  const findings = rows.map(({ finding, document, where, decision, reason, basisNames }) => ({
    ...named(document),
    rule: finding.rule,
    title: finding.title,
    category: finding.category,
    level: finding.level,
    where,
    text: finding.text,
    why: finding.reason,
    basis: basisNames,
    suggestion: finding.suggestion,
    decision,
    reason,
  }));
  const text = JSON.stringify(
    {
      note: '内部使用，含原文，不得公开',
      number,
      fileName,
      version,
      ...(attachments.length > 0 ? { attachments } : {}),
      ruleSet,
      findings,
      unread: model.unread.map(({ document, ...part }) => ({ ...named(document), ...part })),
    },
    null,
    2,
  );
  return ok(exportedFile(`${number}-检查结果.json`, JSON_TEXT, bytes(`${text}\n`)));
}

/** 检查结果 as SARIF 2.1.0: rules and places, no text of the draft, and the number of the case in the place of the file's name. */
export async function findingsSarif(model: FindingsModel): Promise<Result<ExportedFile>> {
  const rules = model.rules.map((rule) => ({ ...rule, reason: rule.title }));
  const results = model.rows.map(({ finding, document, where, offset }) => ({
    file: document === '' ? model.number : `${model.number}/${document}`,
    start: offset + finding.start,
    end: offset + finding.end,
    where,
    finding,
  }));
  const text = JSON.stringify(sarif(model.ruleSet, rules, results), null, 2);
  return ok(exportedFile(`${model.number}-检查结果.sarif`, SARIF, bytes(`${text}\n`)));
}

const STYLE = `
@page { size: A4; margin: 18mm; }
body { max-width: 180mm; margin: 0 auto; padding: 8mm; color: #000; font: 12pt/1.5 ${FONT_STACKS.text}; }
h1 { font: 400 20pt/1.4 ${FONT_STACKS.title}; text-align: center; }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt; }
th, td { padding: 1mm 1.5mm; border: 0.75pt solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-family: ${FONT_STACKS.label}; font-weight: 400; }
tr { break-inside: avoid; }
`;

function rowHtml({ finding, document, where, decision, reason, basisNames }: FindingRow, index: number): string {
  const cells = [
    String(index + 1),
    LEVELS[finding.level],
    CATEGORIES[finding.category],
    `${document}${where}`,
    finding.text,
    `${finding.reason}（${basisNames.join('、')}）`,
    [decision, reason].filter((part) => part !== '').join('：'),
  ];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

/** 检查结果 as one offline page that can be read and printed anywhere; no script, no request. */
export async function findingsHtml(model: FindingsModel): Promise<Result<ExportedFile>> {
  const { number, title, fileName, version, attachments, rows, unread, madeOn } = model;
  const files = [
    `${fileName}（第${version}稿）`,
    ...attachments.map((each) => `${each.label} ${each.fileName}（第${each.version}稿）`),
  ];
  const counts = LEVEL_ORDER.toReversed().map(
    (level) => `${LEVELS[level]} ${rows.filter(({ finding }) => finding.level === level).length} 处`,
  );
  const heads = ['序号', '级别', '类别', '位置', '原文', '为什么提示（依据）', '处置'];
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(number)} 检查结果</title>
<style>${STYLE}</style>
</head>
<body>
<h1>检查结果</h1>
<p>${escaped(number)}　${escaped(title)}　${escaped(files.join('、'))}　${escaped(madeOn)}</p>
<p>内部使用，含原文，不得公开。机器检查不代替人工审查；没有列出的地方仍须人工审查。</p>
<p>${rows.length === 0 ? '未发现疑点，仍须人工审查。' : escaped(counts.join('，'))}${unread.length > 0 ? `　机器不能检查、须人工查看的部分 ${unread.length} 处` : ''}</p>
${rows.length === 0 ? '' : `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>\n${rows.map(rowHtml).join('\n')}\n</tbody></table>`}
</body>
</html>
`;
  return ok(exportedFile(`${number}-检查结果.html`, HTML, bytes(html)));
}
