/** A piece of a text around what was looked for, with the words marked. Pure. */
import type { Pieces } from '../../contract/bulletins'
import { fold, writtenAt } from './fold'

/** Characters before the first word, and in all. */
const before = 16
const longest = 72

type Span = { from: number; to: number }

/** The whole text. */
export const marked = (text: string, words: readonly string[]): Pieces =>
  piecesOf(text, spansOf(text, fold(text), words), { from: 0, to: text.length })

/** Around the first place where a word stands; the beginning where there is none. */
export function excerptOf(text: string, folded: string, words: readonly string[]): Pieces {
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const first = places.length > 0 ? writtenAt(text, Math.min(...places)) : 0
  const from = wholeAt(text, first <= before ? 0 : first - before)
  const to = wholeAt(text, Math.min(text.length, from + longest))
  const window = text.slice(from, to)
  const pieces = piecesOf(window, spansOf(window, fold(window), words), { from: 0, to: window.length })
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', ' ') })),
    ...(to < text.length ? [{ text: '…', hit: false }] : []),
  ]
}

/** Never between the halves of one character. */
const wholeAt = (text: string, at: number): number =>
  /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at + 1 : at

/** Where the words stand in the text, in its order; those that overlap or touch are one. */
function spansOf(text: string, folded: string, words: readonly string[]): Span[] {
  const found = words.flatMap((word) =>
    placesOf(folded, word).map((at) => ({ from: at, to: at + word.length })),
  )
  const spans: Span[] = []
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans.map(({ from, to }) => ({ from: writtenAt(text, from), to: writtenAt(text, to - 1) + 1 }))
}

function placesOf(folded: string, word: string): number[] {
  const places: number[] = []
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) places.push(at)
  return places
}

function piecesOf(text: string, spans: readonly Span[], { from, to }: Span): Pieces {
  const pieces: Pieces = []
  let at = from
  for (const span of spans) {
    pieces.push(
      { text: text.slice(at, span.from), hit: false },
      { text: text.slice(span.from, span.to), hit: true },
    )
    at = span.to
  }
  pieces.push({ text: text.slice(at, to), hit: false })
  return pieces.filter((piece) => piece.text !== '')
}
