/**
 * Full text over all bulletins of a city. Chinese has no spaces between words, so a word index finds no substring; an index of
 * characters finds any (docs/decisions/060). Pure.
 */

import type { BulletinSearch } from '../../contract/bulletins'
import type { BulletinCategory } from '../../contract/categories'
import {
  type CharacterIndex,
  findWord,
  indexCharacters,
  inText,
  inTitle,
  nowhere,
  unitsOf,
} from './characters'
import { excerptOf, marked } from './excerpt'
import { fold, wordsOf } from './fold'

/** A bulletin as it is kept for searches. `text`: everything but its title. */
export type Searched = { id: string; category: BulletinCategory; date: string; title: string; text: string }

/** Some bulletins, ready to be searched. */
export type SearchPart = { bulletins: readonly Searched[]; index: CharacterIndex }
export const searchPartOf = (bulletins: readonly Searched[]): SearchPart => ({
  bulletins,
  index: indexCharacters(bulletins),
})

/** `all`: newest first. `ranks`: where in it the bulletins of the part stand. */
export type SearchIndex = {
  all: readonly Searched[]
  parts: readonly { index: CharacterIndex; ranks: Uint32Array }[]
}

export function searchIndexOf(parts: readonly SearchPart[]): SearchIndex {
  const all = parts.flatMap(({ bulletins }) => bulletins).sort(newestFirst)
  const rankOf = new Map(all.map((bulletin, rank) => [bulletin, rank]))
  return {
    all,
    parts: parts.map(({ bulletins, index }) => ({
      index,
      ranks: Uint32Array.from(bulletins, (bulletin) => rankOf.get(bulletin) ?? 0),
    })),
  }
}

/** In the order of lists: the newest day first. */
const newestFirst = (a: Pick<Searched, 'id' | 'date'>, b: Pick<Searched, 'id' | 'date'>): number => {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.id < b.id ? 1 : -1
}

/** As many as an answer holds. */
export const mostFound = 30

/** What holds every word of `q`: in its title first, then anywhere, the newest first among equals. */
export function searchBulletins({ all, parts }: SearchIndex, q: string): BulletinSearch {
  const words = wordsOf(q)
  if (words.length === 0) return { total: 0, found: [] }
  const wanted = words.map(unitsOf)
  const found = new Uint8Array(all.length)
  for (const { index, ranks } of parts) {
    const places = findWords(index, wanted)
    for (let i = 0; i < places.length; i++) found[ranks[i] ?? 0] = places[i] ?? nowhere
  }
  const hits = [...ranksWith(found, inTitle), ...ranksWith(found, inText)]
  return {
    total: hits.length,
    found: hits.slice(0, mostFound).flatMap((rank) => {
      const bulletin = all[rank]
      return bulletin ? [foundOf(bulletin, words)] : []
    }),
  }
}

/** Ascending. */
function ranksWith(found: Uint8Array, place: number): number[] {
  const ranks: number[] = []
  for (let rank = found.indexOf(place); rank >= 0; rank = found.indexOf(place, rank + 1)) ranks.push(rank)
  return ranks
}

/** Where each bulletin has all of the words: as good as the worst of them. */
const findWords = (index: CharacterIndex, words: readonly Uint16Array[]): Uint8Array =>
  words.map((word) => findWord(index, word)).reduce((a, b) => a.map((place, i) => Math.min(place, b[i] ?? 0)))

const foundOf = ({ id, category, date, title, text }: Searched, words: readonly string[]) => ({
  id,
  category,
  date,
  title: marked(title, words),
  excerpt: excerptOf(text, fold(text), words),
})
