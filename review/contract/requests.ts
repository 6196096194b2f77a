/** 依申请公开: the register of applications, their clocks, letters and results. */
import { z } from 'zod';
import {
  APPLICANTS,
  type Applicant,
  CONSULT_OUTCOMES,
  RECEIVED_BY,
  REPLY_WAYS,
  REQUEST_ASKS,
  REQUEST_RESULTS,
  type ReceivedBy,
  type ReplyWay,
  type RequestAsk,
  type RequestResult,
  type RequestState,
  type State,
} from '../model/index.ts';
import type { Deadline } from './case-rows.ts';
import type { ActionView, TimelineEntry } from './case-view.ts';
import type { ExportedFile } from './exports.ts';
import { civilDate, id, keys, line, pin } from './shapes.ts';

const ofRequest = { request: id };

export const requestsInputs = {
  'request.list': z.object({}),
  'request.open': z.object(ofRequest),
  'request.receive': z.object({
    applicant: keys(APPLICANTS),
    name: line(60).min(1),
    contact: line(200).min(1),
    content: line(2000).min(1),
    by: keys(RECEIVED_BY),
    reply: keys(REPLY_WAYS),
    /** 收到之日. */
    on: civilDate,
  }),
  'request.notify': z.object({ ...ofRequest, missing: line(500).min(1), on: civilDate, due: civilDate }),
  'request.amend': z.object({ ...ofRequest, content: line(2000).min(1), on: civilDate }),
  'request.ask': z.object({
    ...ofRequest,
    about: keys(REQUEST_ASKS),
    whom: line(60).min(2),
    /** What is asked about, in words that may go into the letter. */
    matter: line(1000).min(1),
    /** Day the letter arrives there. */
    on: civilDate,
  }),
  'request.reply': z.object({
    ...ofRequest,
    of: id,
    outcome: keys(CONSULT_OUTCOMES),
    reply: line(500).min(1),
    on: civilDate,
  }),
  'request.extend': z.object({ ...ofRequest, reason: line(500).min(1), told: civilDate, pin }),
  /** The review case in which the reply is checked. */
  'request.link': z.object({ ...ofRequest, case: id }),
  'request.close': z.object({
    ...ofRequest,
    result: keys(REQUEST_RESULTS),
    grounds: line(500).min(1),
    on: civilDate,
    pin,
  }),
  /** 征求意见函 as docx. */
  'request.letter': z.object({ ...ofRequest, of: id }),
} as const;

export interface RequestsOutputs {
  'request.list': RequestRow[];
  'request.open': RequestView;
  'request.receive': RequestView;
  'request.notify': RequestView;
  'request.amend': RequestView;
  'request.ask': RequestView;
  'request.reply': RequestView;
  'request.extend': RequestView;
  'request.link': RequestView;
  'request.close': RequestView;
  'request.letter': ExportedFile;
}

export interface RequestRow {
  readonly id: string;
  /** SQ-2026-001. */
  readonly number: string;
  readonly applicant: Applicant;
  readonly name: string;
  readonly content: string;
  readonly receivedOn: string;
  readonly state: RequestState;
  /** The clock that runs now: the answer's, or the applicant's to amend; absent once answered. */
  readonly deadline?: Deadline;
  /** 补正告知 is still possible until then. */
  readonly notifyBy?: Deadline;
  /** Working days that did not count because of letters. */
  readonly paused: number;
  readonly extended: boolean;
  readonly result?: RequestResult;
  readonly closedOn?: string;
  /** Review cases of the reply. */
  readonly replies: readonly { readonly case: string; readonly number: string; readonly title: string; readonly state: State }[];
}

export type RequestAction = 'notify' | 'amend' | 'ask' | 'reply' | 'extend' | 'link' | 'close';

export interface RequestView {
  readonly row: RequestRow;
  readonly contact: string;
  readonly by: ReceivedBy;
  readonly reply: ReplyWay;
  readonly notified?: { readonly missing: string; readonly on: string; readonly due: string };
  readonly amended?: { readonly content: string; readonly on: string };
  readonly asks: readonly {
    readonly id: string;
    readonly about: RequestAsk;
    readonly whom: string;
    readonly matter: string;
    readonly on: string;
    readonly due: string;
    readonly answer?: { readonly outcome: string; readonly words: string; readonly on: string };
  }[];
  readonly extension?: { readonly reason: string; readonly by: string; readonly told: string };
  readonly closed?: { readonly grounds: string; readonly by: string };
  readonly timeline: readonly TimelineEntry[];
  readonly actions: Readonly<Record<RequestAction, ActionView>>;
}
