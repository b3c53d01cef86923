/**
 * Full text over all bulletins of a city. Chinese has no spaces between words, so a word index finds no substring; `indexOf`
 * over five million characters takes a few milliseconds (docs/decisions/060). Pure.
 */

import type { BulletinSearch } from '../../contract/bulletins'
import type { BulletinCategory } from '../../contract/categories'
import { excerptOf, marked } from './excerpt'
import { fold, wordsOf } from './fold'

/** A bulletin as it is kept for searches. `text`: everything but its title. */
export type Searched = { id: string; category: BulletinCategory; date: string; title: string; text: string }
/** Ready to be searched. */
export type Folded = Searched & { foldedTitle: string; foldedText: string }

export const foldedOf = (bulletin: Searched): Folded => ({
  ...bulletin,
  foldedTitle: fold(bulletin.title),
  foldedText: fold(bulletin.text),
})

/** In the order of lists: the newest day first. */
export const newestFirst = (a: Pick<Searched, 'id' | 'date'>, b: Pick<Searched, 'id' | 'date'>): number => {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.id < b.id ? 1 : -1
}

/** As many as an answer holds. */
export const mostFound = 30

/**
 * What holds every word of `q`: in its title first, then anywhere, the newest first among equals.
 *
 * @param bulletins newest first
 */
export function searchBulletins(bulletins: readonly Folded[], q: string): BulletinSearch {
  const words = wordsOf(q)
  // The longest are the rarest, and rule out the most.
  const order = [...words].sort((a, b) => b.length - a.length)
  if (order.length === 0) return { total: 0, found: [] }
  const byTitle: Folded[] = []
  const byText: Folded[] = []
  for (const bulletin of bulletins) {
    const { foldedTitle, foldedText } = bulletin
    if (order.every((word) => foldedTitle.includes(word))) byTitle.push(bulletin)
    else if (order.every((word) => foldedTitle.includes(word) || foldedText.includes(word)))
      byText.push(bulletin)
  }
  const all = [...byTitle, ...byText]
  return { total: all.length, found: all.slice(0, mostFound).map((bulletin) => foundOf(bulletin, words)) }
}

const foundOf = ({ id, category, date, title, text, foldedText }: Folded, words: readonly string[]) => ({
  id,
  category,
  date,
  title: marked(title, words),
  excerpt: excerptOf(text, foldedText, words),
})
