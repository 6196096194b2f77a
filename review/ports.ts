/**
 * What the review room needs from its host. Everything with an effect or a secret stands behind one of these; host/ makes them
 * real, tests may use the same real parts on a temporary folder. No port ever gets or returns draft text except `Blobs`,
 * `Reader` and `Scanner`.
 */
import type { Result } from './model/index.ts';
import type { CleanCopier, SampleFile } from './ports/copies.ts';
import type { Incoming, Stash } from './ports/filling-in.ts';
import type { Store } from './ports/journal.ts';
import type { KeyRing } from './ports/keys.ts';
import type { Background, Clock, Crypto, Random } from './ports/machine.ts';
import type { Parcels } from './ports/packages.ts';
import type { PagePictures } from './ports/page-pictures.ts';
import type { Reader, Scanner } from './ports/reading.ts';
import type { OfficeLists, RulePacks } from './ports/rule-sets.ts';
import type { Upkeep } from './ports/upkeep.ts';
import type { Exporters } from './usecases/exports/index.ts';

export type * from './ports/copies.ts';
export type * from './ports/filling-in.ts';
export type * from './ports/journal.ts';
export type * from './ports/keys.ts';
export type * from './ports/machine.ts';
export type * from './ports/packages.ts';
export type * from './ports/page-pictures.ts';
export type * from './ports/reading.ts';
export type * from './ports/rule-sets.ts';
export type * from './ports/upkeep.ts';

export interface Ports {
  readonly upkeep: Upkeep;
  /** The offline verifier, one HTML file; code verifier-missing. */
  verifierPage(): Result<Uint8Array>;
  /** The bundled sample; code sample-missing when the program's files are incomplete. */
  sample(): Result<SampleFile>;
  readonly clock: Clock;
  readonly random: Random;
  readonly crypto: Crypto;
  readonly background: Background;
  readonly keys: KeyRing;
  readonly store: Store;
  readonly reader: Reader;
  readonly scanner: Scanner;
  readonly lists: OfficeLists;
  readonly rulePacks: RulePacks;
  readonly cleanCopier: CleanCopier;
  readonly pagePictures: PagePictures;
  readonly parcels: Parcels;
  readonly incoming: Incoming;
  readonly stash: Stash;
  readonly exporters: Exporters;
  readonly version: string;
}
