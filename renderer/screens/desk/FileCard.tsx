import { type ReactNode, useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { ENCODINGS, type Encoding, FORMAT_NAMES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { timeText } from '../../components/timeText.ts';
import { runCommand } from '../../keys/listen.ts';
import { newJob } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useCaseCall } from '../../state/queries.ts';
import { sizeText } from '../submit/size.ts';
import { offPage } from './chunks.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import styles from './FileCard.module.css';
import { extentOf } from './fileFacts.ts';
import { TEXTS } from './texts.ts';

const isEncoding = (label: string | undefined): label is Encoding => label !== undefined && Object.hasOwn(ENCODINGS, label);

/** What the file is, how it was read, what was not. */
export function FileCard({ view }: { readonly view: CaseView }) {
  const { draft, versions, confirmedUnread } = view;
  const { source, unread, warnings } = draft;
  const { file } = TEXTS;
  const added = versions.at(-1);
  const outside = offPage(draft).length;
  const open = unread.filter(({ part }) => !confirmedUnread.includes(part)).length;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [file.name, source.name],
    [file.format, FORMAT_NAMES[source.format] ?? source.format],
    [file.size, source.size < 1024 ? sizeText(source.size) : `${sizeText(source.size)}（${source.size} 字节）`],
    [file.extent, extentOf(draft)],
    [file.read, file.pieces(draft.pieces.length - outside, outside)],
    [file.unread, unread.length === 0 ? file.noUnread : file.unreadOf(open, unread.length)],
    [file.added, added ? `第${added.number}稿 ${added.addedBy} ${timeText(added.addedAt)}` : ''],
    [file.digest, <code key="digest">{source.sha256}</code>],
  ];
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>{file.title}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.title}>{DOCUMENT_TEXTS.title}</h2>
      <p className={styles.note}>
        {view.documents.length > 1
          ? view.documents
              .slice(1)
              .map(({ label, fileName }) => `${label} ${fileName}`)
              .join('、')
          : DOCUMENT_TEXTS.none}
      </p>
      <p>
        <Button command="desk.attachments" onPress={() => runCommand('desk.attachments')}>
          {DOCUMENT_TEXTS.attachments}
        </Button>
      </p>
      {isEncoding(source.encoding) ? <EncodingChoice key={source.encoding} view={view} now={source.encoding} /> : null}
      <h2 className={styles.title}>{TEXTS.warningsTitle}</h2>
      {warnings.length === 0 ? <p className={styles.note}>{TEXTS.noWarnings}</p> : null}
      <ul className={styles.warnings}>
        {warnings.map(({ code, message }) => (
          <li key={code + message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

function EncodingChoice({ view, now }: { readonly view: CaseView; readonly now: Encoding }) {
  const [chosen, choose] = useState<Encoding>(now);
  const rescan = useCaseCall('case.rescan');
  const { decide } = view.actions;
  const { file } = TEXTS;
  const idle = decide.enabled ? (chosen === now ? file.sameEncoding : undefined) : decide.why;
  const why = rescan.isPending ? file.rereading : idle;
  // Awaited, not in a callback of the call: the fresh case takes this card off the screen before that would run.
  const reread = async () => {
    try {
      await rescan.mutateAsync({ job: newJob(), case: view.row.id, document: view.document, encoding: chosen });
    } catch {
      // The message bar says it.
      return;
    }
    reportDone(file.reread1);
  };
  return (
    <section className={styles.encoding} aria-label={file.encoding}>
      <SelectField label={file.encoding} options={ENCODINGS} value={chosen} onChange={choose} />
      <Button onPress={() => void reread()} why={why}>
        {file.reread}
      </Button>
      <p className={styles.note}>{file.rereadNote}</p>
    </section>
  );
}
