/**
 * What the review room needs from its host. Everything with an effect or a secret stands behind one of these; host/ makes them
 * real, tests may use the same real parts on a temporary folder. No port ever gets or returns draft text except `Blobs`,
 * `Reader` and `Scanner`.
 */
import type {
  BackupCopy,
  CheckItem,
  CopyForm,
  Draft,
  Encoding,
  ListDifference,
  ListInForce,
  ListKind,
  ListReading,
  OfficeList,
  OwnRule,
  PackContent,
  PackDifference,
  ProofNote,
  Result,
  RuleFault,
  RuleSetIdentity,
  ScanResult,
} from './model/index.ts';

/** Packages as files: the archive, and the cipher of the contents inside. */
export interface Parcels extends ParcelCipher {
  /** Flat archive of the parts. */
  pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array;
  /** Strict: sizes as declared, no folders, links, repetitions, strays. Codes: package-format, package-too-large. */
  unpack(bytes: Uint8Array): Promise<Result<ReadonlyMap<string, Uint8Array>>>;
}
export interface ParcelCipher {
  key(passphrase: string, salt: Uint8Array): ParcelKey;
}
export interface ParcelKey {
  seal(plain: Uint8Array, aad: Uint8Array): { readonly nonce: Uint8Array; readonly data: Uint8Array };
  /** Undefined for another passphrase, or changed data. */
  open(nonce: Uint8Array, data: Uint8Array, aad: Uint8Array): Uint8Array | undefined;
}

/** A reading of the clock. Wall time is a claim; order comes from the chain alone (signoff-design 7). */
export interface Moment {
  /** 2026-11-21T09:00:00+08:00 */
  readonly at: string;
  /** Identifies this start of the machine. */
  readonly boot: string;
  /** Milliseconds of a clock that never goes back, since boot. */
  readonly mono: number;
}
export interface Clock {
  now(): Moment;
}
export interface Random {
  bytes(length: number): Uint8Array;
}

/** The only cryptography the pure rooms see; implemented by host/crypto.ts, the only file that imports node:crypto. */
export interface Crypto {
  sha256(bytes: Uint8Array): Uint8Array;
  /** Strict Ed25519; `publicKey` is 32 raw bytes, `signature` 64. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** What lets long checks go on beside other work. */
export interface Background {
  /** `Crypto.verify` off the thread of the calls: as strict, on as many cores as there are. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** Gives waiting calls their turn. */
  pause(): Promise<void>;
}

/** A private key that is unlocked; `key` is its id. */
export interface Signer {
  readonly key: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Keys at rest (signoff-design 2.3): private parts never leave the ring except as a `Signer` in memory. */
export interface KeyRing {
  /** Makes a key protected by the PIN and returns its id and public part. Codes: pin-weak (the message says why), key-write-failed. */
  create(pin: string): Promise<Result<{ readonly key: string; readonly publicKey: Uint8Array }>>;
  /** Checks the PIN and unlocks; codes: pin-wrong (with tries left in the message), key-locked, key-missing. */
  unlock(key: string, pin: string): Promise<Result<Signer>>;
  /** The workstation's own key, made on first use. */
  workstation(): Signer;
  /** The unit root key, made at set-up and kept in this ring until the office moves it to sticks. Makes one: for set-up alone. */
  root(): Signer;
  /** Shortest PIN of a new key, in characters: longer where the system has no key store (signoff-design 2.3). */
  readonly pinMinimum: number;
  /** Whether a key can be used here: `locked` after ten failures, `missing` on this workstation. */
  state(key: string): 'usable' | 'locked' | 'missing';
  /** Gives a key another PIN. Codes: those of `unlock`, pin-weak, key-write-failed. */
  changePin(key: string, pin: string, newPin: string): Promise<Result<Signer>>;
  /** The unit root key while it lies on this machine. */
  localRoot(): Signer | undefined;
  /** Text of a file for a stick, sealed under a passphrase. Codes: pin-weak, root-away. */
  exportRoot(passphrase: string): Promise<Result<string>>;
  /** Opens such a file; nothing of it is kept. Codes: root-file, root-passphrase. */
  openRoot(text: string, passphrase: string): Promise<Result<Signer>>;
  /** Destroys the copy on this machine. Code: key-write-failed. */
  removeRoot(): Result<null>;
}

/** One signed event or roster entry as it is kept: the exact bytes that were signed. */
export interface Envelope {
  readonly payloadType: string;
  readonly body: Uint8Array;
  readonly key: string;
  readonly signature: Uint8Array;
}
export interface StoredEvent extends Envelope {
  /** Lower-case hex id: SHA-256 over the PAE of type and body. */
  readonly id: string;
  readonly seq: number;
  readonly caseId: string;
  readonly type: string;
}

/** Where a workstation's journal ends. */
export interface Head {
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  /** Hex id of the newest event; 64 zeros (and seq 0) for an empty journal. */
  readonly id: string;
}

/** A blob to be written in the same transaction as the event that names it. */
export interface NewBlob {
  /** Lower-case hex commitment the event carries (SHA-256(salt16 || bytes) for text, SHA-256(bytes) for files). */
  readonly commitment: string;
  readonly caseId: string;
  /** 16 bytes for commitments with salt, empty for files. */
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** What a package adds to a store. */
export interface Brought {
  readonly roster: readonly Envelope[];
  /** Each after everything it names. */
  readonly news: readonly { readonly event: StoredEvent; readonly fork: boolean }[];
  readonly blobs: readonly NewBlob[];
}

/** Something to go on from after the journal was set back, cut short or damaged. */
export interface RestorePoint {
  readonly id: string;
  readonly head: Head;
  /** Nothing that the anchor knows of is missing in it. */
  readonly whole: boolean;
  /** Entries of the roster that the anchor knows of and this lacks. */
  readonly rosterLost: number;
}
/** What a restore rests on, for the event that records it. */
export interface Restoring {
  /** The new, empty row of numbers. */
  readonly head: Head;
  /** Newest event that is still there, and the head that the anchor knew. */
  readonly from: Head;
  readonly lost?: Head;
}

/** The journal and what hangs on it. `append` returns only after the commit is durable. */
export interface Store {
  head(): Head;
  /**
   * Appends events in order, with their blobs, in one IMMEDIATE transaction. The first event must follow `head()`: the journal is
   * numbered from 1, and event 1 has 64 zeros as `prev`.
   * Codes: store-head-moved, store-refused (an event is malformed), store-read-only, store-busy, store-full, store-not-recorded
   * (nothing of it was written), store-unknown (nobody can say; the store is read-only until it is opened again).
   */
  append(events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head>;
  /** All events, oldest first; of one case when given. */
  events(caseId?: string): readonly StoredEvent[];
  /** Events of this workstation's present journal with a number above `seq`, in order. */
  since(seq: number): readonly StoredEvent[];
  /** Ids of the same, without their bodies: 100,000 of them take a tenth of a second. */
  idsSince(seq: number): readonly string[];
  /** Newest event of a kind among those of this workstation's present journal that belong to no case. */
  newestOf(type: string): StoredEvent | undefined;
  /** Decrypted blob; code blob-missing when shredded or never there. */
  blob(caseId: string, commitment: string): Result<{ readonly bytes: Uint8Array; readonly salt: Uint8Array }>;
  /** Events of all workstations, newest first, with their place in the store: before a place, of some kinds, so many at most. */
  newestFirst(asked: {
    readonly limit: number;
    readonly before?: number;
    readonly types?: readonly string[];
  }): readonly { readonly position: number; readonly event: StoredEvent }[];
  /** How many events of each kind there are. */
  countByType(): Readonly<Record<string, number>>;
  /** Commitments of the blobs a case (or '-') still has, ascending. */
  blobsOf(caseId: string): readonly string[];
  /**
   * Takes in what a package brings (package-merge.ts), and the own `events` that record it, in one transaction: entries of the roster,
   * events of other workstations (forks apart), their contents; contents whose shredding comes along are destroyed here too.
   * Codes: those of `append`.
   */
  merge(events: readonly StoredEvent[], brought: Brought): Result<Head>;
  /** Events that contradict others of the same workstation and number, and what rests on them: proof, never to be judged. */
  forks(): readonly StoredEvent[];
  /** Cases of which nobody can say which events are true: they stand in a fork, or behind the place where one begins. */
  forkedCases(): readonly string[];
  /** Roster log, oldest first. */
  roster(): readonly Envelope[];
  appendRoster(entries: readonly Envelope[]): Result<null>;
  /** Ids of all cases in order of creation; of register entries of 依申请公开 when asked for those. */
  caseIds(opening?: 'case.create' | 'request.receive'): readonly string[];
  /** Case holding a version with these bytes (hex SHA-256), or undefined. */
  caseOfFile(sha256: string): string | undefined;
  /** Set when writing is not allowed: Chinese sentence why. */
  readonly readOnly?: string;
  /**
   * Destroys blobs of a case whose shredding is recorded in the same act: events and deletion in one transaction, then the file is
   * rewritten so that no page keeps a trace. Codes: those of `append`.
   */
  shred(events: readonly StoredEvent[], caseId: string, commitments: readonly string[], blobs: readonly NewBlob[]): Result<Head>;
  /** Verified places to go on from, those that lose least first; empty while the journal may be written. */
  restorePoints(): readonly RestorePoint[];
  /**
   * Puts a place to go on from where the journal is, after a quarantine copy of what was there, and goes on with the events that
   * `build` signs for the new row of numbers. Codes: restore-not-due, restore-missing, restore-failed, restore-refused, those of
   * `append` and of `build`; on failure the store stays read-only and nothing is lost.
   */
  restore(
    point: string,
    build: (restoring: Restoring) => Result<readonly StoredEvent[]>,
    blobs: readonly NewBlob[],
  ): Result<Head>;
}

export interface JobControl {
  /** 0..1 within the phase. */
  progress(phase: string, ratio?: number): void;
  readonly signal: AbortSignal;
}

/** Reads a draft file in a process of its own, within limits. */
export interface Reader {
  /** `encoding` is a person's choice for files that do not name theirs. */
  read(name: string, bytes: Uint8Array, job: JobControl, encoding?: Encoding): Promise<Result<Draft>>;
}

export interface Scanner {
  readonly identity: RuleSetIdentity;
  scan(draft: Draft, job: JobControl): Promise<Result<ScanResult>>;
  /** 文字关: slips of the pen. Pure, apart from the rules, bound to no review. */
  proofread(draft: Draft): readonly ProofNote[];
  /** Short Chinese name of a legal basis code. */
  basisName(code: string): string;
  rules(): readonly import('./contract.ts').RuleRow[];
}

/** The office's own lists: read from a workbook, compared, kept as text, put in force. */
export interface OfficeLists {
  /** Rows and what is wrong with the others. Codes: list-unreadable, list-too-large, those of the reader. */
  read(kind: ListKind, name: string, bytes: Uint8Array, job: JobControl): Promise<Result<ListReading>>;
  compare(before: OfficeList | undefined, after: OfficeList): ListDifference;
  /** The one text of a list, which an import commits to; `parse` takes nothing else (code list-content). */
  write(list: OfficeList): string;
  parse(text: string): Result<OfficeList>;
  /** Scans that begin from now on rest on these lists, which become part of `Scanner.identity`. */
  use(lists: readonly ListInForce[]): void;
}

/** A pack in force with the digest that reviews are bound to. */
export interface PackInForce {
  readonly content: PackContent;
  /** Lower-case hex SHA-256 of its text. */
  readonly sha256: string;
}
/** Change to the office's own pack: a rule put in (new without id), or taken out. */
export type OwnChange = { readonly save: OwnRule } | { readonly remove: string };

/** The rules themselves: shown, written, tried, compared, put in force. What others wrote runs apart from the backend, within limits. */
export interface RulePacks {
  view(rule: string): import('./contract.ts').RuleView | undefined;
  /** Every basis a rule may cite. */
  bases(): readonly { readonly code: string; readonly name: string }[];
  /** Names that no installed pack may take. */
  readonly programPacks: readonly string[];
  /** Tries a rule (or, without one, everything in force) on a text; keeps nothing. Codes: those of a scan. */
  try(text: string, rule?: OwnRule): Promise<Result<import('./contract.ts').RuleTrial>>;
  /** Whether a rule may be saved: what is wrong, at which field; empty when nothing is. Codes: those of a scan. */
  check(rule: OwnRule): Promise<Result<readonly RuleFault[]>>;
  /** The office's own pack after a change, in its next version. Code: rule-missing. */
  next(before: PackContent | undefined, change: OwnChange, issuer: string, on: string): Result<PackContent>;
  /** Every rule compiled and its examples run; one Chinese sentence for each fault. */
  inspect(content: PackContent): Promise<Result<readonly string[]>>;
  compare(before: PackContent | undefined, after: PackContent): PackDifference;
  /** Title from pack.yaml and the number of rules. */
  describe(content: PackContent): { readonly title: string; readonly rules: readonly import('./contract.ts').OwnRuleView[] };
  /** The one text of a pack, which is committed to and signed; `parse` takes nothing else (code pack-format). */
  write(content: PackContent): string;
  parse(text: string): Result<PackContent>;
  /** Scans that begin from now on rest on these packs too, which become part of `Scanner.identity`. */
  use(packs: readonly PackInForce[]): void;
}

/** The draft the program brings along for trying it out. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a clean copy came about, in counts alone: what was replaced and taken out is told, never the texts themselves. */
export interface CleanRecord {
  /**
   * spliced: the given file with the places changed; set-anew: a new .docx from the visible text; text: plain text, spliced;
   * picture: pages as pictures, the places painted over.
   */
  readonly way: 'spliced' | 'set-anew' | 'text' | 'picture';
  /** Chinese clause: why the file could not be spliced. */
  readonly why?: string;
  readonly replaced: number;
  /** Chinese kind of what was taken out, and how often. */
  readonly dropped: readonly { readonly kind: string; readonly count: number }[];
}
/** How a person wants a clean copy of a format that has more ways than one, and how its making is followed. */
export interface CopyWish {
  /** Of a PDF: pictures of its pages, or a new document; absent: pictures where the host can draw, with the other to fall back on. */
  readonly as?: CopyForm;
  /** Pictures on the pages are painted over whole. */
  readonly blackPictures?: boolean;
  readonly job: JobControl;
}
/** Builds a text that takes the decided wording in the places of the decided findings. */
export interface CleanCopier {
  /**
   * `anew` asks for a new document from the visible text alone, and says in a Chinese clause why. Codes: clean-copy-failed,
   * clean-copy-misaligned, clean-copy-picture-words, clean-copy-picture, cancelled.
   */
  make(
    draft: Draft,
    bytes: Uint8Array,
    edits: readonly { readonly piece: number; readonly start: number; readonly end: number; readonly replacement: string }[],
    anew?: string,
    wish?: CopyWish,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array; readonly record: CleanRecord }>>;
}

/** Files on this machine that may become matters. Names and sizes only, until somebody takes one over. */
export interface Incoming {
  /** Paths that the system handed to the program; what is no file is passed over. */
  give(paths: readonly string[]): void;
  given(): readonly import('./contract.ts').IncomingFile[];
  /** The folder watched for a person (id), with what is new in it. */
  watched(person: string): import('./contract.ts').IncomingView['watched'];
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

/** One page of a picture PDF as the window shows it; sizes in pixels. */
export interface PagePicture {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}
export interface PagePictures {
  /** Page from 1 of a picture PDF that the program made. Code: no-page-picture for any other file or page. */
  page(bytes: Uint8Array, page: number): Result<PagePicture>;
}

/** The machine round the journal: its state, and copies of the journal. */
export interface Upkeep {
  /** Disk, key store, algorithms; what the journal itself says is added by the use case. */
  inspect(): Promise<readonly CheckItem[]>;
  copies(): readonly BackupCopy[];
  /** Folder of the second copy. */
  secondPlace(): string | undefined;
  /** Codes: place-missing, place-inside. */
  setSecondPlace(folder: string): Result<null>;
  /** True when the second copy lies on the same disk as the journal. */
  sameDisk(): boolean;
  /** Verified copies in every place that can be reached; how many. Codes: backup-failed, store-read-only. */
  backUp(): Result<number>;
  /** The newest copy, read whole. Codes: backup-missing, backup-failed. */
  drill(): Result<{
    readonly day: string;
    readonly events: readonly StoredEvent[];
    readonly roster: readonly Envelope[];
    readonly contents: number;
    readonly damaged: number;
  }>;
  /** After a shredding: every copy within reach is made anew from the journal, older ones go. How many there are now. */
  rewriteCopies(): Result<number>;
}

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
  readonly exporters: import('./usecases/exports/index.ts').Exporters;
  readonly version: string;
}
