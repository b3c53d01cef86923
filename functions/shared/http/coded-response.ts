/** Responses of public reads that carry an ETag, a content coding and how long they may be kept. */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../result'
import { type ApiResponse, emptyResponse, type RequestHeaders } from './messages'
import { type Coding, codingFor, isKnown } from './negotiate'
import type { Failure } from './problems'
import type { Reply } from './router'

/** `tag` names the content whatever its coding; the ETag adds the coding, for a strong tag is one of bytes. */
type Tagged = {
  tag: string
  /** Its `cache-control`, on 304 as well. */
  caching: string
}
export type Coded = Tagged & {
  mediaType: string
  document: (coding: Coding) => Promise<Uint8Array>
}

/** A function may return 6 MB, in which compressed bytes are written as base64 and text as a JSON string. */
const maxBytes = 4 * 1024 * 1024

const answerTooLarge: Failure<never> = {
  code: 'answer-too-large',
  detail: 'Send Accept-Encoding: br or gzip.',
  errors: [{ field: 'accept-encoding', message: 'must allow br or gzip' }],
}

const suffixes: Record<Coding, string> = { br: 'br', gzip: 'gz', identity: 'id' }

/** 304 where the client has this content in the coding it would get; else null. */
export const notModified = (requestHeaders: RequestHeaders, tagged: Tagged): ApiResponse | null => {
  const ifNoneMatch = requestHeaders.get('if-none-match')
  if (ifNoneMatch === null) return null
  const headers = headersOf(tagged, codingOf(requestHeaders))
  return isKnown(ifNoneMatch, headers.etag) ? emptyResponse(304, headers) : null
}

/** The document in the coding the client likes best, 304 where it has it, or a refusal where it would not fit. */
export const codedAnswer = async (
  requestHeaders: RequestHeaders,
  { mediaType, document, ...tagged }: Coded,
): Promise<Result<Reply<never>, Failure<never>>> => {
  const unchanged = notModified(requestHeaders, tagged)
  if (unchanged) return ok({ response: unchanged })
  const coding = codingOf(requestHeaders)
  const body = await document(coding)
  if (body.length > maxBytes) return err(answerTooLarge)
  const headers = {
    ...headersOf(tagged, coding),
    'content-type': mediaType,
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  }
  return ok({ response: { status: 200, headers, body } })
}

/** A tag for what has none but its content. */
export const tagOfContent = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const headersOf = ({ tag, caching }: Tagged, coding: Coding) => ({
  etag: `"${tag}-${suffixes[coding]}"`,
  vary: 'accept-encoding',
  'cache-control': caching,
})

const codingOf = (requestHeaders: RequestHeaders) => codingFor(requestHeaders.get('accept-encoding'))
