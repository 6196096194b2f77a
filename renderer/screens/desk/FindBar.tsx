import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { findInDraft } from './findInDraft.ts';
import { FIND_TEXTS as TEXTS } from './findTexts.ts';
import styles from './Mark.module.css';
import { showHits } from './showHits.ts';
import { usePagePieces } from './TextPane.tsx';
import type { Tab } from './texts.ts';

interface FindBarProps {
  readonly view: CaseView;
  readonly onTab: (tab: Tab) => void;
  /** Gives the keys back to the list. */
  readonly onClose: () => void;
}

/** Search in the draft, hidden text too: Ctrl+F opens it, Enter or F3 goes on, Esc closes it. */
export function FindBar({ view, onTab, onClose }: FindBarProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [place, setPlace] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const onPage = usePagePieces(view);
  const hits = useMemo(() => (open ? findInDraft(view.draft, wanted) : []), [open, view.draft, wanted]);
  const at = Math.min(place, Math.max(0, hits.length - 1));
  const current = hits[at];
  const hidden = current !== undefined && !onPage.has(current.piece);
  useEffect(() => field.current?.focus(), []);
  const toTab = useRef(onTab);
  useEffect(() => {
    toTab.current = onTab;
  });
  useEffect(() => {
    if (hits.length === 0) return undefined;
    toTab.current(hidden ? 'hidden' : 'body');
    return showHits(hits, current);
  }, [hits, current, hidden]);
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  const start = () => {
    setOpen(true);
    field.current?.focus();
    field.current?.select();
  };
  const go = (by: number) => {
    if (!open) start();
    else if (hits.length > 0) setPlace((at + by + hits.length) % hits.length);
  };
  const close = () => {
    setOpen(false);
    onClose();
  };
  useCommand('desk.find', start);
  useCommand('desk.find-next', () => go(1));
  useCommand('desk.find-previous', () => go(-1));
  if (!open) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.code === 'Escape') close();
    else if (event.code.endsWith('Enter')) go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.strip}>
      <input
        ref={field}
        className={styles.find}
        type="text"
        aria-label={TEXTS.label}
        placeholder={TEXTS.label}
        value={wanted}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => {
          setWanted(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.chosen}>
        {wanted === '' ? '' : TEXTS.count(at + 1, hits.length)}
        {hidden ? `　${TEXTS.hidden}` : ''}
      </span>
      <span className={styles.hint}>{TEXTS.hint}</span>
      <Button command="desk.find-previous" onPress={() => go(-1)} why={hits.length === 0 ? TEXTS.count(0, 0) : undefined}>
        {TEXTS.previous}
      </Button>
      <Button command="desk.find-next" onPress={() => go(1)} why={hits.length === 0 ? TEXTS.count(0, 0) : undefined}>
        {TEXTS.next}
      </Button>
      <Button onPress={close}>{TEXTS.close} Esc</Button>
    </search>
  );
}
