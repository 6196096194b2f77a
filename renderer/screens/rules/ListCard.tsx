import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import type { ListVersionRow, ListView } from '../../../review/contract.ts';
import type { ListKind } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import factList from '../../components/FactList.module.css';
import { timeText } from '../../components/timeText.ts';
import { call } from '../../state/desk.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import { LIST_TEXTS } from './listTexts.ts';
import styles from './OfficeLists.module.css';

async function saveTemplate(kind: ListKind): Promise<{ readonly name: string; readonly saved: boolean }> {
  const { name, base64 } = await call('lists.template', { kind });
  return { name, ...(await call('file.save', { name, base64 })) };
}

/** Drops on a card; the browser must be told on every move that they are welcome. */
function useDrop(onFile: ((file: File) => void) | undefined) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) onFile?.(file);
    },
  };
  return onFile ? { over, handlers } : { over: false, handlers: {} };
}

/** One list: what is in force and the way to replace it. */
export function ListCard(props: {
  readonly list: ListView;
  readonly whyNot: string | undefined;
  readonly onImport: (file: File | undefined) => void;
}) {
  const { list, whyNot, onImport } = props;
  const { over, handlers } = useDrop(whyNot ? undefined : onImport);
  const template = useMutation({
    mutationFn: saveTemplate,
    onSuccess: ({ name, saved }) => (saved ? reportDone(LIST_TEXTS.saved(name)) : reportInfo(LIST_TEXTS.notSaved)),
  });
  const [present, ...earlier] = list.versions;
  return (
    <section className={`${styles.card} ${over ? styles.over : ''}`} aria-label={list.name} {...handlers}>
      <h2 className={styles.name}>
        {list.name}
        <span className={present ? styles.version : styles.none}>
          {present ? LIST_TEXTS.inForce(present.version) : LIST_TEXTS.none}
        </span>
      </h2>
      <p className={styles.about}>{over ? LIST_TEXTS.dropHere : LIST_TEXTS.about[list.kind]}</p>
      {present ? <Present version={present} /> : null}
      <div className={styles.actions}>
        <Button
          kind={present ? 'plain' : 'primary'}
          onPress={() => onImport(undefined)}
          why={whyNot}
          label={LIST_TEXTS.importLabel(list.name)}
        >
          {LIST_TEXTS.import}
        </Button>
        <Button onPress={() => template.mutate(list.kind)} label={LIST_TEXTS.templateLabel(list.name)}>
          {LIST_TEXTS.template}
        </Button>
      </div>
      {present ? <History name={list.name} versions={earlier} /> : null}
    </section>
  );
}

function Present({ version }: { readonly version: ListVersionRow }) {
  return (
    <dl className={factList.facts}>
      <dt>{LIST_TEXTS.rows}</dt>
      <dd>{LIST_TEXTS.count(version.rows)}</dd>
      <dt>{LIST_TEXTS.since}</dt>
      <dd>{timeText(version.at)}</dd>
      <dt>{LIST_TEXTS.by}</dt>
      <dd>
        {version.by}（{version.role}）
      </dd>
      <dt>{LIST_TEXTS.code}</dt>
      <dd className={factList.code}>{version.code}</dd>
    </dl>
  );
}

function History({ name, versions }: { readonly name: string; readonly versions: readonly ListVersionRow[] }) {
  if (versions.length === 0) return <p className={styles.small}>{LIST_TEXTS.noEarlier}</p>;
  return (
    <div className={styles.history}>
      <p className={styles.small}>{LIST_TEXTS.earlier(versions.length)}</p>
      <section className={styles.historyFrame} aria-label={LIST_TEXTS.history(name)} {...{ tabIndex: 0 }}>
        <table>
          <thead>
            <tr>
              {LIST_TEXTS.historyHead.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version}>
                <td>{LIST_TEXTS.inForce(version.version)}</td>
                <td>{version.rows}</td>
                <td>{timeText(version.at)}</td>
                <td>{version.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
