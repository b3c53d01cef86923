/**
 * A picture of few colours as a small PNG: a palette and a byte a pixel, a third of what a browser's screenshot takes.
 * PNG specification (third edition): chunks §5, colour type 3 §11.2.1, transparency §11.3.1.
 */
import { crc32, deflateSync } from 'node:zlib'

/** `pixels` are red, green, blue and alpha of each pixel, row by row. Colours that the eye cannot tell apart become one. */
export function indexedPng(pixels: Uint8ClampedArray, width: number, height: number): Buffer {
  const palette = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = rounded(pixels, (y * width + x) * 4)
      const known = palette.get(colour) ?? palette.size
      palette.set(colour, known)
      // Each row begins with its filter, 0.
      rows[y * (width + 1) + 1 + x] = known
    }
  }
  if (palette.size > 256) throw new Error(`a palette has 256 colours, this picture ${palette.size}`)
  const colours = [...palette.keys()]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(colours.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255])),
    ),
    chunk('tRNS', Buffer.from(colours.map((colour) => colour & 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Sixteen steps a channel and eight of transparency; what cannot be seen has no colour. */
function rounded(pixels: Uint8ClampedArray, at: number): number {
  const step = (n: number, steps: number) =>
    Math.round((Math.round(((pixels[at + n] ?? 0) / 255) * steps) * 255) / steps)
  const alpha = step(3, 7)
  if (alpha === 0) return 0
  return ((step(0, 15) << 24) | (step(1, 15) << 16) | (step(2, 15) << 8) | alpha) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
