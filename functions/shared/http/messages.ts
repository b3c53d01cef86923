/**
 * What the router knows of a request, and what it answers: plain values. The web's Request and Response, which check, copy and sort all
 * that they are given, took longer than most of what a function does for a request.
 */

/** Read by a name in small letters; null where it is absent. */
export type RequestHeaders = { get: (name: string) => string | null }

export type ApiRequest = {
  /** In capitals. */
  method: string
  /** As routes are matched with it: decoded, but for what would part or end it. */
  path: string
  /** Without its `?`. */
  query: string
  headers: RequestHeaders
  /** Null where none was sent, or the method has none. */
  body: Uint8Array | null
}

export type ApiResponse = {
  status: number
  /** By names in small letters. */
  headers: Record<string, string>
  /** Bytes are text in UTF-8 unless they have a `content-encoding` or are a picture. */
  body: string | Uint8Array
}

/** `text` is JSON. */
export const jsonResponse = (text: string, headers: Record<string, string>, status = 200): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: text,
})

export const emptyResponse = (status: number, headers: Record<string, string>): ApiResponse => ({
  status,
  headers,
  body: '',
})
