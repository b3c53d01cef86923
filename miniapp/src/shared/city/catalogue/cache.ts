/**
 * The last catalogue of a city, cached on the phone as text. WeChat allows 1 MB a key and 10 MB in all, and
 * counts a Chinese character as three bytes, so the text is cut into pieces; the head is written last, so that
 * a write broken off halfway leaves the old catalogue whole.
 */

import * as z from '@common/zod'
import { type PeekStore, parseJson } from '@/shared/storage/storage'

/**
 * `checkedAt` (ms): when the server last said that this is current. `etag`: null where a build wrote it that kept only what
 * it knew; asked by ETag, the server would say that nothing is new, and what this build knows beside would never come.
 */
export type CachedCatalogue = { text: string; etag: string | null; checkedAt: number }

type CompleteCatalogue = CachedCatalogue & { etag: string }

export type CatalogueCache = {
  read(adcode: string): CachedCatalogue | null
  /**
   * False: there was no room, though the catalogues of other cities went for it, the longest unasked first; what was kept
   * of this city before is still there, or nothing is.
   */
  write(adcode: string, next: CompleteCatalogue): boolean
  /** The server said that what is kept is still current. */
  touch(adcode: string, checkedAt: number): void
}

const headSchema = z.object({
  turn: z.int(),
  pieces: z.int(),
  length: z.int(),
  etag: z.string(),
  checkedAt: z.number(),
  /** The text is the whole document as the server sent it. */
  whole: z.optional(z.boolean()),
})
type Head = z.infer<typeof headSchema>

/** Characters a piece: 250,000 are at most 750 KB. */
export const pieceLength = 250_000

export function createCatalogueCache(storage: PeekStore): CatalogueCache {
  const headKey = (adcode: string) => `catalogue.${adcode}`
  const pieceKey = (adcode: string, turn: number, n: number) => `catalogue.${adcode}.${turn}.${n}`

  const head = (adcode: string) => headOf(storage.get(headKey(adcode)))

  function removePieces(adcode: string, turn: number, pieces: number): void {
    for (let n = 0; n < pieces; n++) storage.remove(pieceKey(adcode, turn, n))
  }

  /** Of the cities but this one; false where none is left. */
  function dropOldest(except: string): boolean {
    const names = storage.names()
    const others = names
      .flatMap((name) => /^catalogue\.(\d{6})$/.exec(name)?.[1] ?? [])
      .filter((adcode) => adcode !== except)
      .map((adcode) => ({ adcode, checkedAt: headOf(storage.peek(headKey(adcode)))?.checkedAt ?? 0 }))
      .sort((a, b) => a.checkedAt - b.checkedAt)
    const [oldest] = others
    if (!oldest) return false
    const key = headKey(oldest.adcode)
    for (const name of names) if (name === key || name.startsWith(`${key}.`)) storage.remove(name)
    return true
  }

  /** Beside what is kept already, of which no piece is touched. */
  function put(adcode: string, { text, etag, checkedAt }: CompleteCatalogue, turn: number): boolean {
    const pieces = piecesOf(text)
    const next: Head = { turn, pieces: pieces.length, length: text.length, etag, checkedAt, whole: true }
    const store = (name: string, value: string) => {
      while (!storage.set(name, value)) if (!dropOldest(adcode)) return false
      return true
    }
    const written =
      pieces.every((piece, n) => store(pieceKey(adcode, turn, n), piece)) &&
      store(headKey(adcode), JSON.stringify(next))
    if (!written) removePieces(adcode, turn, pieces.length)
    return written
  }

  /** For a phone without room for both: the old one goes first, and comes back where the new one finds no room alone either. */
  function replace(adcode: string, old: Head, next: CompleteCatalogue): boolean {
    const keys = Array.from({ length: old.pieces }, (_, n) => pieceKey(adcode, old.turn, n))
    const before = keys.map((key) => storage.get(key) ?? '')
    removePieces(adcode, old.turn, old.pieces)
    if (put(adcode, next, 1 - old.turn)) return true
    for (const [n, key] of keys.entries()) storage.set(key, before[n] ?? '')
    return false
  }

  return {
    read(adcode) {
      const known = head(adcode)
      if (!known) return null
      const pieces = Array.from(
        { length: known.pieces },
        (_, n) => storage.get(pieceKey(adcode, known.turn, n)) ?? '',
      )
      const text = pieces.join('')
      if (text.length !== known.length) return null
      return { text, etag: known.whole ? known.etag : null, checkedAt: known.checkedAt }
    },

    write(adcode, next) {
      const old = head(adcode)
      if (!old) return put(adcode, next, 0)
      const turn = 1 - old.turn
      if (!put(adcode, next, turn)) return replace(adcode, old, next)
      removePieces(adcode, old.turn, old.pieces)
      return true
    },

    touch(adcode, checkedAt) {
      const known = head(adcode)
      if (known) storage.set(headKey(adcode), JSON.stringify({ ...known, checkedAt }))
    },
  }
}

function headOf(text: string | null): Head | null {
  const parsed = headSchema.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

function piecesOf(text: string): string[] {
  const count = Math.ceil(text.length / pieceLength)
  return Array.from({ length: count }, (_, n) => text.slice(n * pieceLength, (n + 1) * pieceLength))
}
