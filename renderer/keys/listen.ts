import { chordOf, matches } from './chord.ts';
import { COMMANDS, type CommandId, command } from './commands.ts';

type Handler = () => void;

/** The newest handler of a command wins: a form over a list takes its keys and gives them back when it goes. */
const handlers = new Map<CommandId, Handler[]>();
const chords = (Object.keys(COMMANDS) as CommandId[]).map((id) => ({ id, list: command(id).keys.map(chordOf) }));

/** Binds a command until the returned function is called. */
export function bind(id: CommandId, handler: Handler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler]);
  return () =>
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== handler),
    );
}

/** Runs a command from a button that stands away from what it does; nothing while nobody has bound it. */
export const runCommand = (id: CommandId): void => handlers.get(id)?.at(-1)?.();

const NOT_TEXT = ['checkbox', 'radio', 'button', 'submit', 'file'];
/** Controls that use Enter, the space bar, the arrows or letters themselves. */
const OWN_KEYS = '[role="menu"],[role="tablist"],[role="radiogroup"],[role="radio"],select,input[type="radio"]';
const PRESSED_BY_ENTER = 'button,a[href],summary,[role="button"],input[type="checkbox"]';

function isField(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TEXT.includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Whether a key press may act at all. In a field, a press that belongs to the input method (composing, or keyCode 229) is left
 * alone; outside fields Chromium reports 229 for every key while a Chinese input method is on, so there it acts.
 */
function mayAct(event: KeyboardEvent, id: CommandId): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector('[data-modal]')) return false;
  if (isField(target)) return command(id).inFields === true && !event.isComposing && event.keyCode !== 229;
  const plain = !event.ctrlKey && !event.altKey;
  if (plain && target.closest(OWN_KEYS))
    return /^(?:Digit|Numpad\d|Key|Slash|Bracket)/.test(event.code) && !target.closest('[role="menu"],select');
  if (plain && event.code.endsWith('Enter') && target.closest(PRESSED_BY_ENTER)) return false;
  return true;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  for (const { id, list } of chords) {
    const handler = handlers.get(id)?.at(-1);
    if (!handler || !list.some((chord) => matches(chord, event)) || !mayAct(event, id)) continue;
    event.preventDefault();
    handler();
    return;
  }
}

/** Starts the one listener of the window. */
export function listenToKeys(): void {
  window.addEventListener('keydown', onKeyDown);
}
