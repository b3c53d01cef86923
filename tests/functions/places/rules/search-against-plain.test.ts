/** A search by latin letters finds what one finds who tries every reading of every character. */
import fc from 'fast-check'
import { fullDistrictName } from '../../../../functions/places/rules/divisions'
import { search, wantedBy } from '../../../../functions/places/rules/search'
import { readingsOf } from '../../../../functions/places/rules/search/readings'
import { pinyinOf } from '../../../../functions/places/service/catalogue/pinyin'
import { manyPlaces } from '../../../support/samples/places'
import { indexOf, winter } from './searched'

describe('a whole search against a plain one', () => {
  const places = manyPlaces(200, 3)
  const texts = places.flatMap(({ name, district, address }) => [name, district, address])
  const index = indexOf(places)
  const sounds = new Map<string, Set<string>>()
  for (const character of new Set(`${texts.join('')}区县`))
    sounds.set(character, new Set(readingsOf(character)))
  for (const [text, read] of Object.entries(pinyinOf(texts)))
    for (const [i, character] of [...text].entries()) sounds.get(character)?.add(read.split(' ')[i] ?? '')
  const soundsOf = (character: string) => [...(sounds.get(character) ?? [])]
  const lettersOf = (text: string) => [...text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')]

  /** Every way to read the letters from `at` on, tried one after the other. */
  const spellsFrom = (letters: readonly string[], at: number, q: string): boolean => {
    if (q === '') return true
    const letter = letters[at]
    if (letter === undefined) return false
    const isCarried = (sound: string) =>
      q.startsWith(sound) && spellsFrom(letters, at + 1, q.slice(sound.length))
    return isCarried(letter) || soundsOf(letter).some((sound) => sound.startsWith(q) || isCarried(sound))
  }
  const isInitial = (letter: string | undefined, typed: string) =>
    letter === typed || soundsOf(letter ?? '').some((sound) => sound.startsWith(typed))
  const isRead = (text: string, q: string) => {
    const letters = lettersOf(text)
    return letters.some(
      (_, at) => spellsFrom(letters, at, q) || [...q].every((typed, i) => isInitial(letters[at + i], typed)),
    )
  }

  const typed = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
    )
    .map(([text, at, length, pick, cut, initials]) => {
      const letters = lettersOf(text)
      const part = letters.slice(at % letters.length).slice(0, length)
      const read = part.map(
        (letter) => soundsOf(letter).at(pick % Math.max(1, soundsOf(letter).length)) ?? letter,
      )
      if (initials) return read.map((sound) => sound.charAt(0)).join('')
      const full = read.join('')
      return full.slice(0, Math.max(1, full.length - (cut % 3)))
    })

  test('finds by latin letters exactly what can be read so, in whatever way', () => {
    fc.assert(
      fc.property(typed, (q) => {
        fc.pre(/^[a-z]{2,}$/.test(q) && wantedBy(q) === null)
        const wanted = places.filter(
          ({ name, district, address }) =>
            isRead(name, q) ||
            isRead(district + address, q) ||
            isRead(fullDistrictName('320800', district), q),
        )
        const found = search(index, q, places.length, { day: winter })
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)))
        expect(found).toHaveLength(wanted.length)
      }),
    )
  })
})
