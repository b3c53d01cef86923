/** A piece of an object, as S3 and CloudFront send it to whoever asks for one (RFC 9110, section 14): players ask so to begin anywhere. */
import type { Answer } from '../server'
import { refusal } from './refusal'

/** The answer without its range is the one to whoever asks for none, or for what is no single range of bytes. */
export const ranged = (whole: { headers: Record<string, string>; body: Buffer }, range?: string): Answer => {
  const { headers, body } = whole
  const size = body.length
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  const accepting = { ...headers, 'accept-ranges': 'bytes' }
  if (first === '' && last === '') return { status: 200, headers: accepting, body }
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const until = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (from >= until)
    return refusal({ status: 416, code: 'InvalidRange', message: 'The requested range is not satisfiable' })
  return {
    status: 206,
    headers: { ...accepting, 'content-range': `bytes ${from}-${until - 1}/${size}` },
    body: body.subarray(from, until),
  }
}
