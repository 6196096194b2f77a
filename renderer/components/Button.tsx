import type { ReactNode, Ref } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '../keys/commands.ts';
import { keyOf } from '../keys/commands.ts';
import styles from './Button.module.css';
import tooltip from './Tooltip.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly large?: boolean;
  /** Shows the key of this command beside the words. */
  readonly command?: CommandId | undefined;
  /** Greys the button out and says why; it stays reachable, so that the reason can be read. */
  readonly why?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly pressed?: boolean;
  /** Name read aloud where the visible words alone would not tell buttons apart. */
  readonly label?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** The only button of the window. A greyed-out one never lacks its reason. */
export function Button(props: ButtonProps) {
  const { children, onPress, kind = 'plain', large = false, why, type = 'button', pressed, label, buttonRef } = props;
  const key = props.command && keyOf(props.command);
  const names = [styles.button, kind !== 'plain' && styles[kind], large && styles.large].filter(Boolean).join(' ');
  const button = (
    <button
      type={why ? 'button' : type}
      className={names}
      aria-disabled={why ? true : undefined}
      aria-pressed={pressed}
      aria-label={label}
      aria-keyshortcuts={key ? key.replace('Ctrl', 'Control').replace('Esc', 'Escape') : undefined}
      onClick={why ? undefined : onPress}
      ref={buttonRef}
    >
      {children}
      {key ? (
        <span className={styles.key} aria-hidden="true">
          {key}
        </span>
      ) : null}
    </button>
  );
  if (!why) return button;
  return (
    <TooltipTrigger delay={200} closeDelay={0}>
      <Focusable>{button}</Focusable>
      <Tooltip className={tooltip.tooltip ?? ''} offset={6}>
        {why}
      </Tooltip>
    </TooltipTrigger>
  );
}
