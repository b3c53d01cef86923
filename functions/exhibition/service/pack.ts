/** Documents as they are stored and sent. */
import { brotli } from '../../shared/http/brotli'
import { tagOfContent } from '../../shared/http/coded-response'
import type { NewDocument } from '../store/documents'

/** Of a document, compressed: what a cold request reads of the table is limited (`maxReadUnits`). */
const mostBytes = 56 * 1024
/** Before it is compressed, which takes a function its time. */
const mostPlainBytes = 800 * 1024

export const packDocument = async (
  name: string,
  document: object,
  most = mostBytes,
): Promise<NewDocument | 'too-large'> => {
  const text = JSON.stringify(document)
  const plain = Buffer.from(text)
  if (plain.length > mostPlainBytes) return 'too-large'
  const bytes = await brotli(text)
  return bytes.length > most ? 'too-large' : { name, tag: tagOfContent(plain), bytes: new Uint8Array(bytes) }
}
