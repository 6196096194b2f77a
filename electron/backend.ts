import type { MessagePortMain } from 'electron';
import { type DeskHandle, openDesk } from '../host/desk.ts';
import { wrapUnder } from '../host/device-secret.ts';
import type { CallName, Input } from '../review/contract.ts';
import { fail, type Result } from '../review/model/index.ts';
import { answerLines } from './answer-lines.ts';
import type { FromBackend, ToBackend } from './channels.ts';
import { backendDrawing } from './drawing-line.ts';
import { electronParsers } from './fork-parser.ts';

/** Entry of the backend process: one desk, opened with the first message, used by every later one. */
const send = (message: FromBackend): void => process.parentPort.postMessage(message);
const parsers = electronParsers(send);
const drawing = backendDrawing(send);
let desk: Promise<Result<DeskHandle>> | undefined;

async function open({ folder, anchorFolder, wrapKey }: Extract<ToBackend, { kind: 'open' }>): Promise<Result<DeskHandle>> {
  const secretWrap = wrapKey === undefined ? undefined : wrapUnder(Buffer.from(wrapKey, 'base64'));
  const opened = await openDesk({
    folder,
    anchorFolder,
    forkParser: parsers.fork,
    drawPages: drawing.draw,
    ...(secretWrap && { secretWrap }),
  });
  if (opened.ok) {
    opened.data.onProgress((progress) => send({ kind: 'progress', progress }));
    // While the person at the keyboard still types the PIN.
    void opened.data.judgeAhead();
  }
  return opened;
}

async function answer(id: number, name: string, input: unknown): Promise<void> {
  const opened = await (desk ?? fail('backend-not-open', '后台程序还没有打开数据，请稍候再试。'));
  // Main has checked name and shape; the desk checks the shape again.
  const result = opened.ok ? await opened.data.call(name as CallName, input as Input<CallName>) : opened;
  send({ kind: 'result', id, answer: answerLines(result) });
}

async function close(): Promise<void> {
  const opened = await desk;
  if (opened?.ok) await opened.data.close();
  send({ kind: 'closed' });
  process.exit(0);
}

function receive(message: ToBackend, ports: readonly MessagePortMain[]): void {
  if (parsers.receive(message, ports) || drawing.receive(message)) return;
  if (message.kind === 'open') desk = open(message);
  else if (message.kind === 'call') void answer(message.id, message.name, message.input);
  else if (message.kind === 'close') void close();
}

process.parentPort.on('message', (event) => receive(event.data as ToBackend, event.ports));
