import { inflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly rgba: Uint8Array;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (Number(toLeft) <= Number(toUp) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toUp) <= Number(toCorner) ? up : corner;
}

/** Undoes one row's filter, https://www.w3.org/TR/png-3/#9Filters */
function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new Error(`PNG filter ${filter} does not exist`);
  }
}

function unfilter(rows: Uint8Array, rowBytes: number, height: number, pixelBytes: number): Uint8Array {
  const bytes = new Uint8Array(rowBytes * height);
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (bytes[y * rowBytes + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x++) {
      const guess = predict(filter, at(x - pixelBytes, y), at(x, y - 1), at(x - pixelBytes, y - 1));
      bytes[y * rowBytes + x] = (rows[y * (rowBytes + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return bytes;
}

/** Reads a PNG of 8 bits a channel, with or without transparency, as Chromium writes them. */
export function readPng(file: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`PNG of depth ${depth} and kind ${kind}`);
  const pixelBytes = kind === 6 ? 4 : 3;
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * pixelBytes, height, pixelBytes);
  if (pixelBytes === 4) return { width, height, rgba: bytes };
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgba.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return { width, height, rgba };
}
