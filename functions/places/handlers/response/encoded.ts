/** Answers that carry an ETag and a content coding. */
import { createHash } from 'node:crypto'
import { type Coding, codingFor, isKnown } from '../../../shared/negotiate'
import type { Failure } from '../../../shared/problems'
import { err, ok, type Result } from '../../../shared/result'
import type { Reply } from '../../../shared/router'
import { answerTooLarge } from '../failures'

export type Coded = {
  /** Names the content whatever its coding; the ETag adds the coding, for a strong tag is one of bytes. */
  tag: string
  mediaType: string
  document: (coding: Coding) => Promise<Uint8Array>
}

/** A function may return 6 MB, in which compressed bytes are written as base64 and text as a JSON string. */
const maxBytes = 4 * 1024 * 1024

/**
 * CDNs and phones may keep it for a minute without asking, and show it for ten more while they ask: a map is read often
 * and changes a few times an hour.
 */
const caching = 'public, max-age=60, stale-while-revalidate=600'

const suffixes: Record<Coding, string> = { br: 'br', gzip: 'gz', identity: 'id' }

/** 304 where the client has this content in the coding it would get; else null. */
export const notModified = (requestHeaders: Headers, tag: string): Response | null => {
  const headers = headersOf(requestHeaders, tag)
  return isKnown(requestHeaders.get('if-none-match'), headers.etag)
    ? new Response(null, { status: 304, headers })
    : null
}

/** The document in the coding the client likes best, 304 where it has it, or a refusal where it would not fit. */
export const codedAnswer = async (
  requestHeaders: Headers,
  { tag, mediaType, document }: Coded,
): Promise<Result<Reply<never>, Failure<'answer-too-large'>>> => {
  const unchanged = notModified(requestHeaders, tag)
  if (unchanged) return ok({ response: unchanged })
  const coding = codingOf(requestHeaders)
  const bytes = await document(coding)
  if (bytes.length > maxBytes) return err(answerTooLarge)
  const response = new Response(new Uint8Array(bytes), {
    headers: { ...headersOf(requestHeaders, tag), 'content-type': mediaType },
  })
  if (coding !== 'identity') response.headers.set('content-encoding', coding)
  return ok({ response })
}

/** A tag for what has none but its content. */
export const tagOfContent = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const headersOf = (requestHeaders: Headers, tag: string) => ({
  etag: `"${tag}-${suffixes[codingOf(requestHeaders)]}"`,
  vary: 'accept-encoding',
  'cache-control': caching,
})

const codingOf = (requestHeaders: Headers) => codingFor(requestHeaders.get('accept-encoding'))
