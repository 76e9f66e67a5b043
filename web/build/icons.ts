import { deflateSync } from 'node:zlib';

/** The mark on its ground, from -1 to 1 each way: a disc, and the light that falls from it. `inset` is the mark's share of the icon. */
const ground = [20, 17, 15] as const;
const light = [255, 138, 76] as const;

export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="11" fill="rgb(${ground.join()})"/><g fill="rgb(${light.join()})" transform="translate(9 9) scale(1.25)"><circle cx="7.5" cy="7.5" r="4.5"/><path d="M12.8 6.6 21 12.5V21H12.5L6.6 12.8A6 6 0 0 0 12.8 6.6Z"/></g></svg>\n`;

/** A PNG of the mark. A maskable one fills its square; another has round corners. */
export function iconPng(size: number, maskable: boolean): Buffer {
  const pixels = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [inMark, inTile] = coverage(column, row, size, maskable);
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++) pixels[at + channel] = Math.round(ground[channel]! * (1 - inMark) + light[channel]! * inMark);
      pixels[at + 3] = Math.round(255 * inTile);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([...bytes(size), ...bytes(size), 8, 6, 0, 0, 0])),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** How much of a pixel the mark and the tile cover, of 16 samples. */
function coverage(column: number, row: number, size: number, maskable: boolean): [number, number] {
  let mark = 0;
  let tile = 0;
  for (let sample = 0; sample < 16; sample++) {
    const x = ((column + ((sample % 4) + 0.5) / 4) / size) * 48;
    const y = ((row + (Math.floor(sample / 4) + 0.5) / 4) / size) * 48;
    if (maskable || inRoundSquare(x, y)) tile++;
    const scale = maskable ? 1 : 1.25;
    const shift = maskable ? 12 : 9;
    if (inMark((x - shift) / scale, (y - shift) / scale)) mark++;
  }
  return [mark / 16, tile / 16];
}

function inRoundSquare(x: number, y: number): boolean {
  const over = (value: number) => Math.max(0, 11 - value, value - 37);
  return Math.hypot(over(x), over(y)) <= 11;
}

/** In the mark's own 24 by 24. */
function inMark(x: number, y: number): boolean {
  if (Math.hypot(x - 7.5, y - 7.5) <= 4.5) return true;
  if (Math.hypot(x - 7, y - 7) <= 6 || x > 21 || y > 21) return false;
  // Inside the beam: between its two edges, from the disc to the sides of the corner.
  return y >= 6.6 + ((x - 12.8) * 5.9) / 8.2 && x >= 6.6 + ((y - 12.8) * 5.9) / 8.2;
}

const bytes = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([Buffer.from(bytes(data.length)), body, Buffer.from(bytes(crc32(body)))]);
}

function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
