import type { ListPreview } from '../../../review/contract.ts';
import styles from './ImportDialog.module.css';
import { IMPORT_TEXTS } from './listTexts.ts';

/** What a workbook would bring: figures, what is wrong by row, what the right rows are. */
export function ImportPreview({ preview }: { readonly preview: ListPreview }) {
  return (
    <>
      <Figures preview={preview} />
      {preview.errorCount > 0 ? <Errors preview={preview} /> : null}
      {preview.good > 0 ? <Sample preview={preview} /> : null}
    </>
  );
}

function Figures({ preview }: { readonly preview: ListPreview }) {
  const { rows, good, errorCount, after, difference } = preview;
  const kinds = ['added', 'changed', 'removed', 'same'] as const;
  return (
    <div className={styles.figures} aria-live="polite">
      <span>{IMPORT_TEXTS.found(rows, good)}</span>
      <span className={errorCount > 0 ? styles.bad : styles.good}>
        {errorCount > 0 ? IMPORT_TEXTS.errors(errorCount) : IMPORT_TEXTS.noErrors}
      </span>
      <span className={styles.difference}>
        {after === 0 ? IMPORT_TEXTS.first : IMPORT_TEXTS.against(after)}：
        {kinds.map((kind) => (
          <span key={kind} className={styles.count}>
            {IMPORT_TEXTS[kind]} <b>{difference[kind]}</b>
          </span>
        ))}
      </span>
    </div>
  );
}

function Errors({ preview }: { readonly preview: ListPreview }) {
  const { errors, errorCount } = preview;
  return (
    <section className={styles.errors} aria-label={IMPORT_TEXTS.errorList} {...{ tabIndex: 0 }}>
      <ul>
        {errors.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {errorCount > errors.length ? <p className={styles.more}>{IMPORT_TEXTS.moreErrors(errors.length, errorCount)}</p> : null}
    </section>
  );
}

function Sample({ preview }: { readonly preview: ListPreview }) {
  const { head, sample, good } = preview;
  return (
    <div className={styles.sample}>
      <p className={styles.more}>
        {IMPORT_TEXTS.sample}
        {good > sample.length ? IMPORT_TEXTS.moreRows(sample.length, good) : ''}
      </p>
      <section className={styles.frame} aria-label={IMPORT_TEXTS.sample} {...{ tabIndex: 0 }}>
        <table>
          <thead>
            <tr>
              <th scope="col">{IMPORT_TEXTS.row}</th>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ row, cells }) => (
              <tr key={row}>
                <td>{row}</td>
                {head.map((name, at) => (
                  <td key={name}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
