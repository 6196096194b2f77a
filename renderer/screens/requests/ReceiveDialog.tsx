import {
  APPLICANTS,
  type Applicant,
  RECEIPT_DAYS,
  RECEIVED_BY,
  REPLY_WAYS,
  type ReceivedBy,
  type ReplyWay,
} from '../../../review/model/index.ts';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useStatus } from '../../state/queries.ts';
import { RequestDialog } from './RequestDialog.tsx';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';

const WORDS = TEXTS.dialogs.receive;

/** 登记申请. */
export function ReceiveDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const today = useStatus().data?.today ?? '';
  const draft = useFormDraft('request-receive');
  const [applicant, setApplicant] = fieldOf<Applicant>(draft, 'applicant', 'natural');
  const [name, setName] = fieldOf<string>(draft, 'name', '');
  const [contact, setContact] = fieldOf<string>(draft, 'contact', '');
  const [content, setContent] = fieldOf<string>(draft, 'content', '');
  const [by, setBy] = fieldOf<ReceivedBy>(draft, 'by', 'person');
  const [reply, setReply] = fieldOf<ReplyWay>(draft, 'reply', 'mail');
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  return (
    <RequestDialog
      call="request.receive"
      input={() => ({ applicant, name, contact, content, by, reply, on })}
      title={WORDS.title}
      hint={WORDS.hint}
      confirm={WORDS.confirm}
      done={({ row }) => {
        onDone(row.id);
        return WORDS.done(row.number);
      }}
      fields={[
        [WORDS.name, name],
        [WORDS.contact, contact],
        [WORDS.content, content],
        [WORDS.on, on],
      ]}
      draft={draft}
      onClose={onClose}
    >
      <div className={styles.two}>
        <SelectField label={WORDS.applicant} options={APPLICANTS} value={applicant} onChange={setApplicant} />
        <Field label={WORDS.name} value={name} onChange={setName} max={60} required />
      </div>
      <Field label={WORDS.contact} value={contact} onChange={setContact} max={200} required />
      <Field label={WORDS.content} lines={4} value={content} onChange={setContent} max={2000} required />
      <div className={styles.two}>
        <SelectField label={WORDS.by} options={RECEIVED_BY} value={by} onChange={setBy} />
        <Field label={WORDS.on} type="date" value={on} onChange={setOn} hint={RECEIPT_DAYS[by]} max={10} required />
      </div>
      <SelectField label={WORDS.reply} options={REPLY_WAYS} value={reply} onChange={setReply} />
    </RequestDialog>
  );
}
