/** Files that wait to become matters, and forms filled in by half. */
import type { IncomingFile, IncomingView } from '../contract.ts';
import type { Result } from '../model/index.ts';

/** Files on this machine that may become matters. Names and sizes only, until somebody takes one over. */
export interface Incoming {
  /** Paths that the system handed to the program; what is no file is passed over. */
  give(paths: readonly string[]): void;
  given(): readonly IncomingFile[];
  /** The folder watched for a person (id), with what is new in it. */
  watched(person: string): IncomingView['watched'];
  /** Codes: place-missing, folder-remote, folder-own, folder-unwritten. What lies there now counts as known. */
  watch(person: string, folder: string): Result<null>;
  /** Code: folder-unwritten. */
  stopWatching(person: string): Result<null>;
  /** Codes: incoming-gone, incoming-too-large. */
  read(person: string, id: string): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>>;
  settle(person: string, ids: readonly string[]): void;
}

/** Forms that are filled in by half, one sealed text a person. */
export interface Stash {
  /** Undefined when there is none, or the key (32 bytes) does not open it. */
  read(person: string, key: Uint8Array): string | undefined;
  /** Without a text nothing is left. Code: stash-unwritten. */
  write(person: string, key: Uint8Array, text: string | undefined): Result<null>;
}
