import { create } from 'zustand';
import { DeskError } from './desk.ts';

export interface Message {
  readonly id: number;
  readonly kind: 'error' | 'done' | 'info';
  readonly text: string;
  /** Stable code, shown small so that it can be read out on the telephone. */
  readonly code?: string;
}

interface Messages {
  readonly list: readonly Message[];
  say(message: Omit<Message, 'id'>): void;
  dismiss(id: number): void;
  clear(): void;
}

let lastId = 0;

/** Messages of the bar under the head of the window: errors until they are closed, and the newest good news only. */
export const useMessages = create<Messages>((set) => ({
  list: [],
  say: (message) => {
    lastId += 1;
    const id = lastId;
    const stays = (old: Message) => old.kind === 'error' && old.text !== message.text;
    set(({ list }) => ({ list: [...list.filter(stays), { ...message, id }] }));
  },
  dismiss: (id) => set(({ list }) => ({ list: list.filter((message) => message.id !== id) })),
  clear: () => set({ list: [] }),
}));

/** Tells the person about anything that was thrown. Only a `DeskError` carries a sentence meant for people. */
export function reportError(error: unknown): void {
  const { say } = useMessages.getState();
  if (error instanceof DeskError) say({ kind: 'error', text: error.message, code: error.code });
  else
    say({
      kind: 'error',
      text: '窗口与后台的联系出了问题。已登记的内容都在，没有丢失。请重试；仍不行请关闭窗口重新打开。',
      code: 'window',
    });
}

export const reportDone = (text: string): void => useMessages.getState().say({ kind: 'done', text });
export const reportInfo = (text: string): void => useMessages.getState().say({ kind: 'info', text });
