import type { RequestRegisterModel } from '../../artefacts.ts';
import { APPLICANTS, ok, REPLY_WAYS, REQUEST_RESULTS, REQUEST_STATES } from '../../model/index.ts';
import { requestTable } from '../../workflow/request-table.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { readRequest } from '../request-reader.ts';
import { personOfRequest, requestRecords, requestRow } from '../request-view.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { printedMark } from './printed-mark.ts';

const HIDDEN = '（已隐去）';
/** 钱** : a name that can be told apart from its neighbours and read by nobody else. */
const masked = (name: string): string => `${[...name][0] ?? ''}**`;

/** 依申请公开登记簿 of a year, with the counts of the national table. Names, contents and grounds are hidden unless asked for in full. */
export const requestRegister: Exporting<RequestRegisterModel> = {
  name: '依申请公开登记簿',
  needs: 'year',
  may: BUSINESS,
  full: ['reviewer', 'leader'],
  model(parts, asked) {
    const year = Number(asked.period.from.slice(0, 4));
    const mark = printedMark(parts);
    if (!mark.ok) return mark;
    return ok({
      office: parts.roster().now?.office ?? '',
      madeOn: dateOf(parts.ports.clock.now().at),
      masked: asked.masked,
      year,
      rows: rowsOf(parts, year, asked.masked),
      table: requestTable(requestRecords(parts), year),
      mark: { code: mark.data.code, seq: mark.data.seq },
    });
  },
};

function rowsOf(parts: DeskParts, year: number, hide: boolean): RequestRegisterModel['rows'] {
  return parts.ports.store.caseIds('request.receive').flatMap((id) => {
    const read = readRequest(parts, id);
    if (!read.ok) return [];
    const row = requestRow(parts, id, read.data.facts);
    const touches = row.receivedOn <= `${year}-12-31` && (row.closedOn === undefined || row.closedOn >= `${year}-01-01`);
    if (!touches) return [];
    const person = personOfRequest(parts, id, read.data.facts);
    const { reply } = read.data.facts.receive.body.data;
    return [
      {
        number: row.number,
        applicant: APPLICANTS[row.applicant],
        name: hide ? masked(person.name) : person.name,
        contact: hide ? HIDDEN : person.contact,
        content: hide ? HIDDEN : row.content,
        receivedOn: row.receivedOn,
        reply: REPLY_WAYS[reply],
        dueOn: row.deadline?.on ?? '',
        extended: row.extended,
        paused: row.paused,
        state: REQUEST_STATES[row.state],
        result: row.result ? REQUEST_RESULTS[row.result] : '',
        closedOn: row.closedOn ?? '',
      },
    ];
  });
}
