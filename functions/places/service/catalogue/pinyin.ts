/** How the texts of a region are read. On the server only: pinyin-pro is 142 KB of dictionary. */
import { pinyin } from 'pinyin-pro'
import type { PinyinDictionary } from '../../rules/search'

/**
 * The smallest dictionary that reads all of `texts` as pinyin-pro does: each Chinese character with its commonest
 * reading, and a pair wherever the neighbour changes it (银行 is yin hang, 行 alone is xing).
 */
export function pinyinOf(texts: readonly string[]): PinyinDictionary {
  const read = [...new Set(texts)].map(readText)
  const dictionary = new Map<string, string>()
  for (const [character, syllables] of countReadings(read)) dictionary.set(character, commonest(syllables))
  for (const text of read) {
    text.forEach(({ character, syllable }, i) => {
      if (dictionary.get(character) === syllable) return
      const before = text[i - 1]
      const after = text[i + 1]
      if (after) dictionary.set(character + after.character, `${syllable} ${after.syllable}`)
      else if (before) dictionary.set(before.character + character, `${before.syllable} ${syllable}`)
    })
  }
  return Object.fromEntries([...dictionary].sort(([a], [b]) => (a < b ? -1 : 1)))
}

type Reading = { character: string; syllable: string }

function readText(text: string): Reading[] {
  return pinyin(text.normalize('NFKC'), { toneType: 'none', v: true, type: 'all', nonZh: 'removed' })
    .filter((item) => item.isZh)
    .map((item) => ({ character: item.origin, syllable: item.pinyin }))
}

function countReadings(read: Reading[][]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { character, syllable } of read.flat()) {
    const syllables = counts.get(character) ?? new Map<string, number>()
    syllables.set(syllable, (syllables.get(syllable) ?? 0) + 1)
    counts.set(character, syllables)
  }
  return counts
}

function commonest(syllables: Map<string, number>): string {
  return [...syllables].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
}
