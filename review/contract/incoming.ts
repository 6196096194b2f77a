/** Files on this machine that may become matters: handed over by the system, or new in a folder that a person has watched. */
import { z } from 'zod';
import { id } from './shapes.ts';

const path = z.string().min(1).max(4000);

export const incomingInputs = {
  /** Asked again and again by the window; before signing in it answers with nothing. */
  'incoming.list': z.object({}),
  /** The bytes of one of them: only now is it read. */
  'incoming.read': z.object({ id }),
  /** They were taken over into 送审, or passed over: not shown again unless they change. */
  'incoming.settle': z.object({ ids: z.array(id).min(1).max(1000) }),
  /** Host only: asks the person which folder is watched for them. */
  'incoming.chooseFolder': z.object({}),
  'incoming.stopWatching': z.object({}),
  /** From the host alone, after it asked. */
  'incoming.setFolder': z.object({ folder: path }),
  /** From the host alone: paths that the system handed to the program. */
  'incoming.give': z.object({ paths: z.array(path).max(500) }),
} as const;

export interface IncomingOutputs {
  'incoming.list': IncomingView;
  'incoming.read': { name: string; base64: string };
  'incoming.settle': null;
  'incoming.chooseFolder': { chosen: boolean };
  'incoming.stopWatching': null;
  'incoming.setFolder': null;
  'incoming.give': null;
}

export interface IncomingFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970 of the last change, as the file system says. */
  readonly changed: number;
  /** Handed over, and by its content a package from another workstation. */
  readonly package?: true;
}

export interface IncomingView {
  /** Handed over by the system (打开方式, a second start): the person asked for them already. */
  readonly given: readonly IncomingFile[];
  /** The folder watched for the signed-in person; absent while none is. */
  readonly watched?: {
    readonly folder: string;
    /** New since watching began, neither taken nor passed over; proposals only. */
    readonly files: readonly IncomingFile[];
    /** Chinese sentence: why the folder cannot be looked into now, or only in part. */
    readonly problem?: string;
  };
}
