import { element } from './report-view.ts';
import { TEXTS } from './texts.ts';

/** What a person sees and uses on the page. */
export interface Controls {
  readonly file: HTMLInputElement;
  readonly drop: HTMLLabelElement;
  readonly root: HTMLInputElement;
  readonly codes: HTMLTextAreaElement;
  readonly start: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
  readonly status: HTMLParagraphElement;
  readonly answer: HTMLDivElement;
  /** Names the chosen file in the drop zone. */
  show(text: string): void;
}

function field(label: string, control: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
  control.spellcheck = false;
  const made = element('label', '', [element('span', label), control]);
  made.className = 'field';
  return made;
}

/** Builds the page's controls into the body. */
export function buildControls(): Controls {
  document.title = TEXTS.title;
  const file = element('input');
  file.type = 'file';
  file.accept = '.jsonl';
  file.multiple = true;
  const shown = element('span', TEXTS.drop);
  const drop = element('label', '', [shown, file]);
  drop.className = 'drop';
  const root = element('input');
  root.type = 'text';
  const codes = element('textarea');
  codes.rows = 3;
  const start = element('button', TEXTS.start);
  const cancel = element('button', TEXTS.cancel);
  cancel.className = 'quiet';
  cancel.hidden = true;
  const status = element('p');
  status.setAttribute('aria-live', 'polite');
  const answer = element('div');
  const intro = element('p', TEXTS.intro);
  intro.className = 'intro';
  const fields = [field(TEXTS.root, root), field(TEXTS.codes, codes)];
  const parts = [element('h1', TEXTS.title), intro, drop, ...fields, start, cancel, status, answer];
  document.body.append(element('main', '', parts));
  const show = (text: string): void => {
    shown.textContent = text;
  };
  return { file, drop, root, codes, start, cancel, status, answer, show };
}
