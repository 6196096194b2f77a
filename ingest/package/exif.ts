/** One fact of a picture's description: Chinese label and text. */
export interface PictureFact {
  readonly label: string;
  readonly text: string;
}

/** Tags whose values say who, what, when and where (Exif 2.32, tables 4, 7 and 15). */
const TAGS: Readonly<Record<number, string>> = {
  269: '图片名称',
  270: '图片说明',
  271: '设备厂商',
  272: '设备型号',
  305: '处理软件',
  306: '修改时间',
  315: '作者',
  316: '计算机名',
  33432: '版权',
  36867: '拍摄时间',
  37510: '用户注释',
  40091: '图片标题',
  40092: '图片备注',
  40093: '作者',
  40094: '关键词',
  40095: '主题',
  42032: '相机主人',
  42033: '机身编号',
};
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST = 2000;

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

/** Facts of a TIFF block, which is a TIFF picture's own or the Exif block of another; damaged parts are left out. */
export function exifFacts(block: Uint8Array): PictureFact[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const little = block[0] === 0x49;
  if (block.length < 14 || view.getUint16(2, little) !== 42) return [];
  const reader = new TiffReader(view, little);
  const first = reader.directory(view.getUint32(4, little));
  const exif = reader.directory(reader.number(first.get(0x8769)));
  const found = [first, exif].flatMap((directory) =>
    [...directory].flatMap(([tag, entry]): PictureFact[] => {
      const label = TAGS[tag];
      const text = label === undefined ? '' : reader.text(entry, tag);
      return label !== undefined && text.trim() !== '' ? [{ label, text: text.trim() }] : [];
    }),
  );
  const place = reader.place(reader.directory(reader.number(first.get(0x8825))));
  return place === undefined ? found : [...found, { label: '拍摄地坐标（GPS）', text: place }];
}

class TiffReader {
  private readonly view: DataView;
  private readonly little: boolean;

  constructor(view: DataView, little: boolean) {
    this.view = view;
    this.little = little;
  }

  directory(at: number | undefined): Map<number, Entry> {
    const entries = new Map<number, Entry>();
    if (at === undefined || at < 8 || at + 2 > this.view.byteLength) return entries;
    const count = Math.min(MOST, this.view.getUint16(at, this.little));
    for (let index = 0; index < count && at + 14 + index * 12 <= this.view.byteLength; index += 1) {
      const place = at + 2 + index * 12;
      const type = this.view.getUint16(place + 2, this.little);
      const length = this.view.getUint32(place + 4, this.little);
      const bytes = length * (SIZES[type] ?? 0);
      const value = bytes <= 4 ? place + 8 : this.view.getUint32(place + 8, this.little);
      if (bytes > 0 && value + bytes <= this.view.byteLength)
        entries.set(this.view.getUint16(place, this.little), { type, count: length, at: value });
    }
    return entries;
  }

  number(entry: Entry | undefined): number | undefined {
    if (!entry) return undefined;
    return entry.type === 3
      ? this.view.getUint16(entry.at, this.little)
      : entry.type === 4
        ? this.view.getUint32(entry.at, this.little)
        : undefined;
  }

  text({ type, count, at }: Entry, tag: number): string {
    if (![1, 2, 6, 7].includes(type)) return '';
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + at, count);
    // Windows writes these five in UTF-16, and a user comment names its encoding in eight letters.
    if (tag >= 0x9c9b && tag <= 0x9c9f) return decoded('utf-16le', bytes);
    if (tag !== 0x9286) return anyText(bytes);
    const mark = anyText(bytes.subarray(0, 8));
    return mark.startsWith('UNICODE')
      ? decoded(this.little ? 'utf-16le' : 'utf-16be', bytes.subarray(8))
      : anyText(bytes.subarray(8));
  }

  /** Latitude and longitude in degrees, north and east positive. */
  place(directory: ReadonlyMap<number, Entry>): string | undefined {
    const degrees = (entry: Entry | undefined, reference: Entry | undefined, negative: string): number | undefined => {
      if (entry?.type !== 5 || entry.count < 3) return undefined;
      const part = (index: number) =>
        this.view.getUint32(entry.at + index * 8, this.little) /
        (this.view.getUint32(entry.at + index * 8 + 4, this.little) || 1);
      const value = part(0) + part(1) / 60 + part(2) / 3600;
      return reference && this.text(reference, 0).startsWith(negative) ? -value : value;
    };
    const latitude = degrees(directory.get(2), directory.get(1), 'S');
    const longitude = degrees(directory.get(4), directory.get(3), 'W');
    return latitude === undefined || longitude === undefined
      ? undefined
      : `纬度 ${latitude.toFixed(6)}，经度 ${longitude.toFixed(6)}`;
  }
}

const decoded = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes).replace(/\0[\s\S]*$/, '');

function anyText(bytes: Uint8Array): string {
  const utf8 = decoded('utf-8', bytes);
  return utf8.includes('\ufffd') ? decoded('gb18030', bytes) : utf8;
}
