/** Content codings of answers that are made anew for each request. */
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip as gzipCallback } from 'node:zlib'
import type { Coding } from './negotiate'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzipCallback)

/** Brotli's higher qualities take longer than they save on the way. */
const quickQuality = 4

export const quickBrotli = (plain: Uint8Array): Promise<Buffer> =>
  brotliAsync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quickQuality } })
export const unbrotli = promisify<Uint8Array, Buffer>(brotliDecompress)
export const gzip = (plain: Uint8Array): Promise<Buffer> => gzipAsync(plain)

export const inCoding = async (plain: Uint8Array, coding: Coding): Promise<Uint8Array> => {
  if (coding === 'br') return quickBrotli(plain)
  return coding === 'gzip' ? gzip(plain) : plain
}
