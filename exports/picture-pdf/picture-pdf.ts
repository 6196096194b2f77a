import type { PagePicture } from './page-picture.ts';

/** A picture and the size of its page, points. */
export interface PdfPicturePage {
  readonly width: number;
  readonly height: number;
  readonly picture: PagePicture;
}

/**
 * A PDF 1.4 (ISO 32000-1) of pictures and nothing else: no text, fonts, information, metadata, annotations, attachments, layers,
 * ids or dates. The same pages always give the same bytes. Three objects a page: page, content, picture.
 */
export function picturePdf(pages: readonly PdfPicturePage[]): Uint8Array {
  const file = new PdfFile();
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  file.object('<</Type/Catalog/Pages 2 0 R>>');
  file.object(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  for (const [index, { width, height, picture }] of pages.entries()) {
    const [page, w, h] = [3 + index * 3, points(width), points(height)];
    const resources = `<</XObject<</P ${page + 2} 0 R>>>>`;
    file.object(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources${resources}/Contents ${page + 1} 0 R>>`);
    file.stream('', new TextEncoder().encode(`q ${w} 0 0 ${h} 0 0 cm /P Do Q`));
    file.stream(pictureEntries(picture), picture.bytes);
  }
  return file.done();
}

const points = (value: number): string => String(Math.round(value * 100) / 100);

function pictureEntries({ width, height, kind, palette }: PagePicture): string {
  const common = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}`;
  if (kind === 'jpeg-grey') return `${common}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`;
  if (kind === 'jpeg-color') return `${common}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`;
  const bits = kind === 'grey' ? 4 : 8;
  const hex = [...palette].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const space = kind === 'grey' ? '/DeviceGray' : `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${hex}>]`;
  const rows = `/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent ${bits}/Columns ${width}>>`;
  return `${common}/ColorSpace${space}/BitsPerComponent ${bits}/Filter/FlateDecode${rows}`;
}

/** Objects in the order of their numbers, from 1. */
class PdfFile {
  private readonly parts: Uint8Array[] = [];
  private readonly places: number[] = [];
  private length = 0;

  constructor() {
    this.put('%PDF-1.4\n');
  }

  object(text: string): void {
    this.open();
    this.put(`${text}\nendobj\n`);
  }

  stream(entries: string, bytes: Uint8Array): void {
    this.open();
    this.put(`<<${entries}/Length ${bytes.length}>>\nstream\n`);
    this.add(bytes);
    this.put('\nendstream\nendobj\n');
  }

  done(): Uint8Array {
    const start = this.length;
    const rows = this.places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.places.length + 1;
    this.put(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
    const file = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }

  private open(): void {
    this.places.push(this.length);
    this.put(`${this.places.length} 0 obj\n`);
  }

  private put(text: string): void {
    this.add(new TextEncoder().encode(text));
  }

  private add(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}
