/** Boxes of the ISO base media format (ISO/IEC 14496-12): length, type of four characters, content. Pure. */
export type Box = { type: string; body: Buffer }

const headBytes = 8

/** All boxes of a content; null where they do not fill it exactly. */
export function boxesIn(bytes: Buffer): Box[] | null {
  const boxes: Box[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + headBytes > bytes.length) return null
    const size = bytes.readUInt32BE(at)
    const until = at + size
    // Lengths of 64 bits are for what is larger than anything that is read here.
    if (size < headBytes || until > bytes.length) return null
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + headBytes, until),
    })
    at = until
  }
  return boxes
}

/** The first of a type, or null. */
export const boxOf = (boxes: readonly Box[], type: string): Buffer | null =>
  boxes.find((box) => box.type === type)?.body ?? null

/** The boxes within the first of a type; null where there is none, or where they do not fill it. */
export const within = (boxes: readonly Box[] | null, type: string): Box[] | null => {
  const body = boxes && boxOf(boxes, type)
  return body ? boxesIn(body) : null
}

export function boxed(type: string, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(headBytes + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** Numbers of 32 bits, one after the other. */
export const words = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, i) => {
    bytes.writeUInt32BE(number >>> 0, i * 4)
  })
  return bytes
}
