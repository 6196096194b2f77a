import type { LeakReportModel } from '../../artefacts.ts';
import { CHANNELS, ok, type Result } from '../../model/index.ts';
import { eventsOf } from '../../workflow/case-facts.ts';
import { documentRows, publicationRows, versionRows } from '../case-view.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { actorName } from '../people-of.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { fileCode, printedMark } from './printed-mark.ts';

/** 泄密事件报告单, prepared from a case: what the log knows is filled in, what only people know is left to be written. */
export const leakReport: Exporting<LeakReportModel> = {
  name: '泄密事件报告单',
  needs: 'case',
  may: BUSINESS,
  model: (parts, asked) => leakReportModel(parts, asked.case),
};

/** Codes: case-missing, those of a printed mark. */
function leakReportModel(parts: DeskParts, caseId: string): Result<LeakReportModel> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const { facts, graph, steps } = read.data;
  // Also one that was taken down since: that is when this report is written.
  const release = eventsOf(graph.ordered, 'release').at(-1);
  const mark = printedMark(parts);
  if (!mark.ok) return mark;
  const text = (of: string | undefined): string => parts.cases.text(caseId, of);
  const latest = versionRows(parts, caseId, facts.main).at(-1);
  const down = eventsOf(graph.ordered, 'takedown').at(-1);
  return ok({
    office: parts.roster().now?.office ?? '',
    madeOn: dateOf(parts.ports.clock.now().at),
    number: facts.create?.body.data.number ?? '',
    title: text(facts.create?.body.data.title),
    documentNumber: text(facts.create?.body.data.documentNumber),
    fileName: latest?.fileName ?? '',
    fileCode: fileCode(latest?.sha256 ?? ''),
    attachments: documentRows(parts, caseId, facts)
      .slice(1)
      .map(({ label, fileName, sha256 }) => `${label} ${fileName}（校验码 ${fileCode(sha256)}）`),
    publications: publicationRows(parts, caseId, read.data).map(
      ({ channel, address, on, by }) => `${CHANNELS[channel]} ${on} ${address}（登记人 ${by}）`,
    ),
    takenDown: down ? `${down.body.data.on} ${text(down.body.data.reason)}（${actorName(parts.roster(), down.body.actor)}）` : '',
    people: [
      ...steps.flatMap(({ signs }) => {
        const body = signs.findLast(({ counts }) => counts)?.sign.body;
        return body ? [`${actorName(parts.roster(), body.actor)} ${dateOf(body.at)} 签批`] : [];
      }),
      ...(release ? [`${actorName(parts.roster(), release.body.actor)} ${dateOf(release.body.at)} 放行`] : []),
    ],
    mark: { code: mark.data.code, seq: mark.data.seq },
  });
}
