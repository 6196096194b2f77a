import type { LogModel } from '../../artefacts.ts';
import { toBase64 } from '../../chain/base64.ts';
import { DECISIONS, type Draft, type Finding, LEVELS, ok } from '../../model/index.ts';
import type { CaseFacts } from '../../workflow/case-facts.ts';
import { type CaseDocument, documentName } from '../../workflow/documents.ts';
import { asJob } from '../checked-journal.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { officeCases } from '../figures/case-record.ts';
import { nameOf } from '../people-of.ts';
import { BUSINESS_AND_AUDITOR, type Exporting } from './exporting.ts';
import { sealedLog } from './log.ts';

/** 检查包: what an inspector takes along. Masked, it names rule and place of every finding and never a text. */
export interface InspectionModel {
  readonly office: string;
  readonly madeOn: string;
  readonly masked: boolean;
  readonly log: LogModel;
  /** The offline verifier, as it came with the program. */
  readonly verifier: Uint8Array;
  readonly findings: readonly InspectedFinding[];
  /** What the commitments in the events stand for; empty when masked. */
  readonly contents: readonly OpenedContent[];
}
export interface InspectedFinding {
  readonly case: string;
  /** 正文, 附件1 …; absent where the case has one document. */
  readonly document?: string;
  readonly version: number;
  readonly finding: number;
  readonly rule: string;
  readonly level: string;
  readonly place: string;
  readonly decision: string;
  readonly by: string;
  readonly at: string;
}
/** One commitment opened: SHA-256(salt ‖ content) is in the events. Both in base64. */
export interface OpenedContent {
  readonly case: string;
  readonly commitment: string;
  readonly salt: string;
  readonly content: string;
}

export const inspection: Exporting<InspectionModel> = {
  name: '检查包（审查日志和核验器）',
  needs: 'nothing',
  may: BUSINESS_AND_AUDITOR,
  full: ['reviewer', 'leader'],
  two: true,
  model: (parts, { masked }) =>
    asJob(parts, undefined, async (control) => {
      const verifier = parts.ports.verifierPage();
      if (!verifier.ok) return verifier;
      const log = await sealedLog(parts, control);
      if (!log.ok) return log;
      return ok({
        office: parts.roster().now?.office ?? '',
        madeOn: dateOf(parts.ports.clock.now().at),
        masked,
        log: log.data,
        verifier: verifier.data,
        findings: officeCases(parts).flatMap(({ caseId }) => findingsOf(parts, caseId)),
        contents: masked ? [] : contentsOf(parts),
      });
    }),
};

/** Every finding of the newest scans, with what was decided; contents that were cleared leave rule and place untold. */
function findingsOf(parts: DeskParts, caseId: string): readonly InspectedFinding[] {
  const read = parts.cases.read(caseId);
  return read.ok ? read.data.facts.documents.flatMap((document) => inspected(parts, caseId, read.data.facts, document)) : [];
}

function inspected(parts: DeskParts, caseId: string, facts: CaseFacts, document: CaseDocument): readonly InspectedFinding[] {
  const { scan } = document;
  const found = parts.cases.findings(caseId, document);
  const draft = scan && parts.cases.draft(caseId, scan);
  if (!scan || !found.ok || !draft?.ok) return [];
  const label = documentName(facts, document.number);
  return found.data.map(({ number, finding }) => {
    const decided = facts.decisions.get(number);
    return {
      case: facts.create?.body.data.number ?? caseId,
      ...(label === '' ? {} : { document: label }),
      version: scan.body.data.version,
      finding: number,
      rule: finding.rule,
      level: LEVELS[finding.level],
      place: placeOf(draft.data, finding),
      decision: decided ? DECISIONS[decided.kind] : '未处置',
      by: decided ? nameOf(parts.roster(), decided.by) : '',
      at: decided?.at ?? '',
    };
  });
}

/** A place made of numbers and place words alone: the name of a sheet or of an attachment may itself be what must not be shown. */
function placeOf(draft: Draft, finding: Finding): string {
  const label = draft.pieces[finding.piece]?.where.label ?? '';
  return /^(?:[\d\s,，、.A-Z:-]|第|段|页|表|行|列|格|节|张|幻灯片|页眉|页脚|脚注|尾注|批注|正文)*$/.test(label) && label !== ''
    ? label
    : `第${finding.piece + 1}部分`;
}

/** All texts behind commitments that are still there. Files themselves stay: their digest in the log is enough to compare one. */
function contentsOf(parts: DeskParts): OpenedContent[] {
  const { store } = parts.ports;
  return ['-', ...store.caseIds()].flatMap((caseId) =>
    store.blobsOf(caseId).flatMap((of) => {
      const blob = store.blob(caseId, of);
      if (!blob.ok || blob.data.salt.length === 0) return [];
      return [{ case: caseId, commitment: of, salt: toBase64(blob.data.salt), content: toBase64(blob.data.bytes) }];
    }),
  );
}
