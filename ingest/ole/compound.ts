/** One stream of a compound file. `path` is from the root, with slashes and without the root's own name. */
export interface OleStream {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The streams of an OLE compound file. */
export class Compound {
  readonly streams: readonly OleStream[];

  constructor(streams: readonly OleStream[]) {
    this.streams = streams;
  }

  /** Stream of the root by its name, without regard to case. */
  stream(name: string): Uint8Array | undefined {
    return this.streams.find((stream) => stream.path.toLowerCase() === name.toLowerCase())?.bytes;
  }

  /** Storages below the given one that hold streams, with those streams under their own names. */
  storages(parent: string): Map<string, OleStream[]> {
    const found = new Map<string, OleStream[]>();
    const prefix = `${parent.toLowerCase()}/`;
    for (const { path, bytes } of this.streams) {
      if (!path.toLowerCase().startsWith(prefix)) continue;
      const [storage = '', ...rest] = path.slice(prefix.length).split('/');
      if (rest.length === 0) continue;
      const list = found.get(storage) ?? [];
      list.push({ path: rest.join('/'), bytes });
      found.set(storage, list);
    }
    return found;
  }
}

/** Opens a compound file; undefined when its structure is broken. */
export async function openCompound(bytes: Uint8Array): Promise<Compound | undefined> {
  const cfb = await import('cfb');
  try {
    const container = cfb.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
    const root = container.FullPaths[0] ?? '';
    const streams = container.FileIndex.flatMap((entry, index): OleStream[] => {
      const path = container.FullPaths[index] ?? '';
      const isStream = entry.type === 2 && path.startsWith(root);
      return isStream ? [{ path: path.slice(root.length), bytes: Uint8Array.from(entry.content ?? []) }] : [];
    });
    return new Compound(streams);
  } catch (error) {
    // The library throws for every kind of damage; the caller says so to the person.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** A compound file of its own from the streams of a storage, so that an object inside a document is read like a file. */
export async function packCompound(streams: readonly OleStream[]): Promise<Uint8Array<ArrayBuffer>> {
  const cfb = await import('cfb');
  const container = cfb.utils.cfb_new();
  for (const { path, bytes } of streams) cfb.utils.cfb_add(container, `/${path}`, bytes);
  const written: unknown = cfb.write(container, { type: 'buffer' });
  return written instanceof Uint8Array ? Uint8Array.from(written) : new Uint8Array(0);
}
