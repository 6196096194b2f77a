import { type MouseEvent, useState } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import type { Span } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { useMessages } from '../../state/messages.ts';
import styles from './Mark.module.css';
import { MarkDialog, type MarkWords } from './MarkDialog.tsx';
import { MARK_TEXTS as TEXTS } from './markTexts.ts';
import { useTextChoice } from './useTextChoice.ts';

interface MarkToolProps {
  readonly view: CaseView;
  readonly current: FindingView | undefined;
  readonly onMark: (span: Span, words: MarkWords) => void;
}

/** A press on the strip must not undo the choice it is about. */
const keepChoice = (event: MouseEvent): void => event.preventDefault();

/** 人工标注: text chosen in the page by mouse, or by keys after R, becomes a finding. */
export function MarkTool({ view, current, onMark }: MarkToolProps) {
  const [asking, setAsking] = useState<Span>();
  const say = useMessages((state) => state.say);
  const choice = useTextChoice(setAsking);
  const { decide } = view.actions;
  const start = () => {
    if (!decide.enabled) say({ kind: 'info', text: decide.why });
    else if (choice.mouse === 'many') say({ kind: 'info', text: TEXTS.onePiece });
    else if (choice.span && choice.span.text.trim() !== '') setAsking(choice.span);
    else if (!choice.walk(current)) say({ kind: 'info', text: TEXTS.noText });
  };
  useCommand('desk.mark', start);
  const close = () => {
    setAsking(undefined);
    choice.end();
  };
  return (
    <>
      {choice.walking || choice.span ? (
        <div className={styles.strip} {...{ onMouseDown: keepChoice }}>
          <span role="status" aria-label={TEXTS.strip} className={styles.chosen}>
            {choice.span && choice.span.text !== '' ? TEXTS.chosen(choice.span.text) : TEXTS.strip}
          </span>
          <span className={styles.hint}>{choice.walking ? TEXTS.keys : TEXTS.mouse}</span>
          <Button command="desk.mark" onPress={start} why={decide.enabled ? undefined : decide.why}>
            {TEXTS.title}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <MarkDialog
          span={asking}
          onClose={close}
          onMark={(words) => {
            onMark(asking, words);
            close();
          }}
        />
      ) : null}
    </>
  );
}
