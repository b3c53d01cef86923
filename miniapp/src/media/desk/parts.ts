/** A large file, sent part by part: what has arrived is not sent again. */
import type { PartsResponse } from '@contract/media'
import type { Sent } from './upload'

export type PartsToSend = Pick<PartsResponse, 'partBytes' | 'missing'>
/** Of one part; `onBytes`: how much of it is on its way. */
export type PutPart = (url: string, part: Blob, onBytes: (bytes: number) => void) => Promise<Sent>

/**
 * One after the other, since a weak network is not made faster by more at once. `some`: cut off, but more is there than before.
 *
 * @param onPart how much of the file is there, from 0 to 1
 */
export async function sendParts(
  { partBytes, missing }: PartsToSend,
  file: File,
  put: PutPart,
  onPart: (part: number) => void,
): Promise<Sent> {
  let there = file.size - missing.reduce((sum, { bytes }) => sum + bytes, 0)
  onPart(there / file.size)
  for (const [i, { number, bytes, url }] of missing.entries()) {
    const from = (number - 1) * partBytes
    const sent = await put(url, file.slice(from, from + bytes), (on) => onPart((there + on) / file.size))
    if (sent !== 'sent') return i > 0 ? 'some' : sent
    there += bytes
    onPart(there / file.size)
  }
  return 'sent'
}
