import { useState } from 'react';
import type { RequestView } from '../../../review/contract.ts';
import {
  CONSULT_OUTCOMES,
  type ConsultOutcome,
  groupOf,
  REQUEST_ASKS,
  REQUEST_RESULTS,
  RESULT_GROUPS,
  type RequestAsk,
  type RequestResult,
} from '../../../review/model/index.ts';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useCases, useStatus } from '../../state/queries.ts';
import { RequestDialog } from './RequestDialog.tsx';
import { TEXTS } from './texts.ts';

export interface RequestActProps {
  readonly view: RequestView;
  readonly onClose: () => void;
}

const useToday = (): string => useStatus().data?.today ?? '';

export function NotifyDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.notify;
  const draft = useFormDraft(`request-notify:${view.row.id}`);
  const [missing, setMissing] = fieldOf<string>(draft, 'missing', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', useToday());
  const [due, setDue] = fieldOf<string>(draft, 'due', '');
  return (
    <RequestDialog
      call="request.notify"
      input={() => ({ request: view.row.id, missing, on, due })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.missing, missing],
        [WORDS.on, on],
        [WORDS.due, due],
      ]}
      draft={draft}
      onClose={onClose}
    >
      <Field label={WORDS.missing} lines={3} value={missing} onChange={setMissing} max={500} required />
      <Field label={WORDS.on} type="date" value={on} onChange={setOn} max={10} required />
      <Field label={WORDS.due} type="date" value={due} onChange={setDue} max={10} required />
    </RequestDialog>
  );
}

export function AmendDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.amend;
  const draft = useFormDraft(`request-amend:${view.row.id}`);
  const [content, setContent] = fieldOf<string>(draft, 'content', view.row.content);
  const [on, setOn] = fieldOf<string>(draft, 'on', useToday());
  return (
    <RequestDialog
      call="request.amend"
      input={() => ({ request: view.row.id, content, on })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.content, content],
        [WORDS.on, on],
      ]}
      draft={draft}
      onClose={onClose}
    >
      <Field label={WORDS.content} lines={4} value={content} onChange={setContent} max={2000} required />
      <Field label={WORDS.on} type="date" value={on} onChange={setOn} max={10} required />
    </RequestDialog>
  );
}

export function AskDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.ask;
  const draft = useFormDraft(`request-ask:${view.row.id}`);
  const [about, setAbout] = fieldOf<RequestAsk>(draft, 'about', 'third-party');
  const [whom, setWhom] = fieldOf<string>(draft, 'whom', '');
  const [matter, setMatter] = fieldOf<string>(draft, 'matter', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', useToday());
  return (
    <RequestDialog
      call="request.ask"
      input={() => ({ request: view.row.id, about, whom, matter, on })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.whom, whom],
        [WORDS.matter, matter],
        [WORDS.on, on],
      ]}
      draft={draft}
      onClose={onClose}
    >
      <Radios legend={WORDS.about} options={REQUEST_ASKS} value={about} onChange={setAbout} />
      <Field label={WORDS.whom} value={whom} onChange={setWhom} max={60} required />
      <Field label={WORDS.matter} lines={3} value={matter} onChange={setMatter} max={1000} required />
      <Field label={WORDS.on} type="date" value={on} onChange={setOn} max={10} required />
    </RequestDialog>
  );
}

export function ReplyDialog({ view, of, onClose }: RequestActProps & { readonly of: string }) {
  const WORDS = TEXTS.dialogs.reply;
  const draft = useFormDraft(`request-reply:${view.row.id}`);
  const [outcome, setOutcome] = fieldOf<ConsultOutcome>(draft, 'outcome', 'agree');
  const [reply, setReply] = fieldOf<string>(draft, 'reply', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', useToday());
  return (
    <RequestDialog
      call="request.reply"
      input={() => ({ request: view.row.id, of, outcome, reply, on })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.words, reply],
        [WORDS.on, on],
      ]}
      draft={draft}
      onClose={onClose}
    >
      <Radios legend={WORDS.outcome} options={CONSULT_OUTCOMES} value={outcome} onChange={setOutcome} />
      <Field label={WORDS.words} lines={2} value={reply} onChange={setReply} max={500} required />
      <Field label={WORDS.on} type="date" value={on} onChange={setOn} max={10} required />
    </RequestDialog>
  );
}

export function ExtendDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.extend;
  const draft = useFormDraft(`request-extend:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [told, setTold] = fieldOf<string>(draft, 'told', useToday());
  return (
    <RequestDialog
      call="request.extend"
      input={(pin) => ({ request: view.row.id, reason, told, pin })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.reason, reason],
        [WORDS.told, told],
      ]}
      needsPin
      draft={draft}
      onClose={onClose}
    >
      <Field label={WORDS.reason} lines={2} value={reason} onChange={setReason} max={500} required />
      <Field label={WORDS.told} type="date" value={told} onChange={setTold} max={10} required />
    </RequestDialog>
  );
}

export function LinkDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.link;
  const cases = (useCases().data ?? []).filter(
    ({ id, attribute, state }) =>
      attribute === 'on-request' && state !== 'withdrawn' && !view.row.replies.some((reply) => reply.case === id),
  );
  const options = Object.fromEntries(cases.map(({ id, number, title }) => [id, `${number} ${title}`]));
  const [chosen, setChosen] = useState('');
  const target = chosen === '' ? (cases[0]?.id ?? '') : chosen;
  return (
    <RequestDialog
      call="request.link"
      input={() => ({ request: view.row.id, case: target })}
      title={WORDS.name}
      hint={cases.length === 0 ? `${WORDS.none}。` : WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[[WORDS.case, target]]}
      onClose={onClose}
    >
      {cases.length === 0 ? null : <SelectField label={WORDS.case} options={options} value={target} onChange={setChosen} />}
    </RequestDialog>
  );
}

/** Results with their 大项 in front, as the annual table groups them. */
const RESULTS = Object.fromEntries(
  (Object.keys(REQUEST_RESULTS) as RequestResult[]).map((result) => {
    const group = groupOf(result);
    const name = REQUEST_RESULTS[result];
    return [result, group === result ? name : `${RESULT_GROUPS[group]}：${name}`];
  }),
) as Readonly<Record<RequestResult, string>>;

export function CloseDialog({ view, onClose }: RequestActProps) {
  const WORDS = TEXTS.dialogs.close;
  const draft = useFormDraft(`request-close:${view.row.id}`);
  const [result, setResult] = fieldOf<RequestResult>(draft, 'result', 'granted');
  const [grounds, setGrounds] = fieldOf<string>(draft, 'grounds', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', useToday());
  return (
    <RequestDialog
      call="request.close"
      input={(pin) => ({ request: view.row.id, result, grounds, on, pin })}
      title={WORDS.name}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={() => WORDS.done}
      fields={[
        [WORDS.grounds, grounds],
        [WORDS.on, on],
      ]}
      needsPin
      draft={draft}
      onClose={onClose}
    >
      <SelectField label={WORDS.result} options={RESULTS} value={result} onChange={setResult} />
      <Field label={WORDS.grounds} lines={3} value={grounds} onChange={setGrounds} max={500} required />
      <Field label={WORDS.on} type="date" value={on} onChange={setOn} max={10} required />
    </RequestDialog>
  );
}
