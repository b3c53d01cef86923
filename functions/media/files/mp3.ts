/** MP3 (ISO/IEC 11172-3, layer III): frame after frame, to the last byte. Tags before and behind them are left out. Pure. */
import { err, ok, type Result } from '../../shared/result'
import type { FileRefusal } from './refusal'
import type { Range } from './source'

/** `frames`: where they lie, without anything beside. */
export type Recording = { frames: Range; seconds: number }

export function recordingIn(bytes: Buffer): Result<Recording, FileRefusal> {
  const from = behindTags(bytes)
  const until = beforeTags(bytes)
  const first = from === null ? null : frameAt(bytes, from)
  if (from === null || !first) return err('type-differs')
  let [at, seconds, count] = [from, 0, 0]
  while (at < until) {
    const frame = frameAt(bytes, at)
    // One that ends behind the file was cut off; what is no frame is something else.
    if (!frame || frame.rate !== first.rate || at + frame.bytes > until) return err('polyglot')
    at += frame.bytes
    seconds += frame.samples / frame.rate
    count++
  }
  // Two bytes are found anywhere; two frames of one rate, one behind the other, are not.
  if (count < 2) return err('type-differs')
  return ok({ frames: { from, until }, seconds: Math.round(seconds * 10) / 10 })
}

const rates = [44_100, 48_000, 32_000]
/** kbit/s by the index in the header: of MPEG 1, and of its halves and quarters of the rate. */
const bits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const slowBits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

type Frame = { bytes: number; samples: number; rate: number }

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length) return null
  const head = bytes.readUInt32BE(at)
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3]
  const [bitIndex, rateIndex, padding] = [(head >>> 12) & 15, (head >>> 10) & 3, (head >>> 9) & 1]
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null
  const isFull = version === 3
  const rate = (rates[rateIndex] ?? 0) / (isFull ? 1 : version === 2 ? 2 : 4)
  const kilobits = (isFull ? bits : slowBits)[bitIndex] ?? 0
  if (rate === 0 || kilobits === 0) return null
  const samples = isFull ? 1152 : 576
  return { bytes: Math.floor(((samples / 8) * kilobits * 1000) / rate) + padding, samples, rate }
}

/** ID3v2 (id3.org): ten bytes, of which the last four say its length in seven bits each. Null where it would end behind the file. */
function behindTags(bytes: Buffer): number | null {
  let at = 0
  while (bytes.toString('latin1', at, at + 3) === 'ID3') {
    if (at + 10 > bytes.length) return null
    const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + (bytes.readUInt8(at + i) & 0x7f), 0)
    at += 10 + size + (bytes.readUInt8(at + 5) & 0x10 ? 10 : 0)
  }
  // Programs fill up their tag.
  while (at < bytes.length && bytes[at] === 0) at++
  return at < bytes.length ? at : null
}

/** ID3v1 is the last 128 bytes; APE says in its last 32 how long it is, without its head. */
function beforeTags(bytes: Buffer): number {
  let until = bytes.length
  if (bytes.toString('latin1', until - 128, until - 125) === 'TAG') until -= 128
  const ape = until - 32
  if (ape >= 0 && bytes.toString('latin1', ape, ape + 8) === 'APETAGEX') {
    const hasHead = (bytes.readUInt32LE(ape + 20) & 0x80000000) !== 0
    until -= bytes.readUInt32LE(ape + 12) + (hasHead ? 32 : 0)
  }
  return until
}
