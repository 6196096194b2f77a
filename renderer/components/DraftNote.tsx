import type { FormDraft } from '../state/formDraft.ts';
import { Button } from './Button.tsx';
import styles from './DraftNote.module.css';

/** Where half-filled forms are kept; said wherever one is. */
export const DRAFT_WORDS = {
  where: '没有办完的填写自动存为草稿：加密存在本机，只有您本人登录后能看到，30天后清除。',
  restored: '已恢复上次没有办完的填写（加密存在本机，只有您本人能看到）。',
  clear: '清空',
} as const;

/** Below the fields of a form that keeps itself: where it is kept, or that it came back and how to begin anew. */
export function DraftNote({ draft }: { readonly draft: FormDraft }) {
  return (
    <p className={styles.note} role={draft.restored ? 'status' : undefined}>
      {draft.restored ? DRAFT_WORDS.restored : DRAFT_WORDS.where}
      {draft.restored ? (
        <Button kind="quiet" onPress={draft.drop}>
          {DRAFT_WORDS.clear}
        </Button>
      ) : null}
    </p>
  );
}
