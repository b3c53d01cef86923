/** Compression off the main thread. Documents are packed once and sent a million times, so small counts more than quick. */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotliAsync = promisify(brotliCompress)

/** Above this, brotli's best takes many seconds of a small function for a last few per cent. */
const patientBytes = 1024 * 1024

export const brotli = (text: string): Promise<Buffer> => {
  const plain = Buffer.from(text)
  const quality = plain.length <= patientBytes ? 11 : 9
  return brotliAsync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  })
}
