/** Red, green and blue of all pixels of a canvas from the top left. */
export function pixelsOf(canvas: HTMLCanvasElement): Uint8Array<ArrayBuffer> {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = data[from] ?? 0;
    pixels[to + 1] = data[from + 1] ?? 0;
    pixels[to + 2] = data[from + 2] ?? 0;
  }
  return pixels;
}
