import type { Attention } from '../../review/contract.ts';
import styles from './AttentionNote.module.css';
import { timeText } from './timeText.ts';

const NAMES: Readonly<Record<Attention['kind'], string>> = {
  returned: '已退回',
  resubmitted: '退回后再送',
  stale: '失效待复核',
};

/** Who, as what and when; empty when no act of a person stands behind it. */
const byWhom = ({ by, role, at }: Attention): string => (by === '' ? '' : `${by}（${role}）${timeText(at)}`);

const timesText = ({ times }: Attention): string => (times > 1 ? `（第${times}次）` : '');

/** One line for lists: 退回 赵某（处室负责人）11-21 20:51：请写明时段. */
export function attentionLine(attention: Attention): string {
  const head = [`${NAMES[attention.kind]}${timesText(attention)}`, byWhom(attention)].filter((part) => part !== '').join(' ');
  return `${head}：${attention.words}`;
}

/** What a person must know about a case before anything else. Stands above the work, and stays until the matter is settled. */
export function AttentionNote({ attention }: { readonly attention: Attention | undefined }) {
  if (!attention) return null;
  const whom = byWhom(attention);
  return (
    <section className={styles.note} data-kind={attention.kind} aria-label={NAMES[attention.kind]}>
      <p className={styles.head}>
        <b>
          {NAMES[attention.kind]}
          {timesText(attention)}
        </b>
        {whom ? <span>{attention.kind === 'stale' ? `${whom} 改动` : `${whom} 退回`}</span> : null}
        {attention.voided.length > 0 ? <span>原签名已失效：{attention.voided.join('、')}，请重新签</span> : null}
      </p>
      <p className={styles.words}>{attention.words}</p>
    </section>
  );
}
