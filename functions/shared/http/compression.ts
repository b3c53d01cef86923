/** Content codings of answers that are made anew for each request. */
import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  gzip as gzipCallback,
  gzipSync,
} from 'node:zlib'
import type { Coding } from './negotiate'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzipCallback)

/** Brotli's higher qualities take longer than they save on the way. */
const quickQuality = 4

export const quickBrotli = (plain: Uint8Array): Promise<Buffer> =>
  brotliAsync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quickQuality } })
export const unbrotli = promisify<Uint8Array, Buffer>(brotliDecompress)
export const gzip = (plain: Uint8Array): Promise<Buffer> => gzipAsync(plain)

/**
 * So many bytes are compressed on the spot. A function answers one request at a time, and nobody else waits meanwhile; to hand them to a
 * thread and wake up again takes several times as long.
 */
const onTheSpotBytes = 32 * 1024

/**
 * The lowest takes half the time of `quickQuality`; what is a sixth larger for it still goes in as many packets, or in one more. It has no
 * dictionary, without which less than a kilobyte hardly shrinks.
 */
const onTheSpotBrotli = (plain: Uint8Array): Buffer =>
  brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: plain.length < 1024 ? quickQuality : 1,
      [constants.BROTLI_PARAM_LGWIN]: 16,
    },
  })

export const inCoding = async (plain: Uint8Array, coding: Coding): Promise<Uint8Array> => {
  if (coding === 'identity') return plain
  if (plain.length <= onTheSpotBytes) return coding === 'br' ? onTheSpotBrotli(plain) : gzipSync(plain)
  return coding === 'br' ? quickBrotli(plain) : gzip(plain)
}
