import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSession } from '../state/queries.ts';
import styles from './ModalDialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/**
 * A dialog over the window. While it is open no key of the screen beneath acts. Mount it to open it. It hangs outside the window's
 * own tree, so a lock would leave it in sight over the log-in: without a session it is not drawn.
 */
export function ModalDialog({ title, onClose, children, wide = false }: ModalDialogProps) {
  const signedIn = useSession() !== undefined;
  const dialog = useRef<HTMLElement>(null);
  useEscapeOutside(dialog, onClose);
  if (!signedIn) return null;
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen onOpenChange={(open) => (open ? undefined : onClose())} data-modal="">
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        <Dialog className={styles.dialog ?? ''} ref={dialog}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * A button that goes once it is pressed takes the focus with it, and for a moment no key reaches the dialog: Esc closes the
 * uppermost one from there too.
 */
function useEscapeOutside(dialog: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const latest = useRef(onClose);
  useLayoutEffect(() => {
    latest.current = onClose;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const uppermost = [...document.querySelectorAll('[data-modal] [role="dialog"]')].at(-1);
      const inside = document.activeElement?.closest('[data-modal]');
      if (event.key !== 'Escape' || event.defaultPrevented || inside || uppermost !== dialog.current) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dialog]);
}

/** The form inside a dialog: fields, then the buttons; Enter sends it. The cursor starts in the first field still empty. */
export function DialogForm(props: { readonly onSubmit: () => void; readonly children: ReactNode; readonly actions: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields =
      form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
        'input[required], textarea[required], select',
      ) ?? [];
    [...fields].find((field) => field.value === '')?.focus();
  }, []);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <div className={styles.body}>{props.children}</div>
      <div className={styles.actions}>{props.actions}</div>
    </form>
  );
}
