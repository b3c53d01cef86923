/** The different characters of a region's texts, and how each of them may be typed. */
import { readingsOf, simplified, spellingsOf } from './readings'
import type { Field } from './text'

/**
 * How the characters of a region are read: a character, or a pair of characters where the reading depends on the
 * neighbour, to its syllables without tones, separated by a space: `{ 淮: 'huai', 银行: 'yin hang' }`.
 */
export type PinyinDictionary = Record<string, string>

export type Letter = {
  /** As it is written. */
  character: string
  simple: string
  /** Every way to type its sound. */
  sounds: readonly string[]
  /** The same where no neighbour says otherwise. */
  own: readonly string[]
}

/** A field letter by letter. `starts`: where each line begins, and where one more would. */
export type Letters = { text: Uint32Array; starts: Uint32Array }

/** The end of a line. */
export const lineEnd = 0
const endLetter: Letter = { character: '\n', simple: '\n', sounds: [], own: [] }

/** Grows with the fields that are read with it. A letter is known by its number. */
export class Alphabet {
  private readonly numbers = new Map<string, number>([[endLetter.character, lineEnd]])
  private readonly letters: Letter[] = [endLetter]
  /** What a character is read as beside some neighbours. */
  private readonly inPairs = new Map<string, string[]>()

  constructor(private readonly pinyin: PinyinDictionary) {
    for (const [text, read] of Object.entries(pinyin)) {
      const sounds = read.split(' ')
      if (sounds.length === 1) continue
      for (const [i, character] of [...text].entries())
        this.inPairs.set(character, [...(this.inPairs.get(character) ?? []), ...spellingsOf(sounds[i] ?? '')])
    }
  }

  get size(): number {
    return this.letters.length
  }

  letter(number: number): Letter {
    return this.letters[number] ?? endLetter
  }

  read({ written }: Field): Letters {
    const text = new Uint32Array(written.length)
    const starts = [0]
    let length = 0
    for (const character of written) {
      const number = this.numberOf(character)
      text[length++] = number
      if (number === lineEnd) starts.push(length)
    }
    return { text: text.subarray(0, length), starts: Uint32Array.from(starts) }
  }

  /** How the letter at `at` is read between its neighbours. */
  soundsAt(text: Uint32Array, at: number): readonly string[] {
    const { character, own } = this.letter(text[at] ?? lineEnd)
    if (!this.inPairs.has(character)) return own
    const [before, after] = [text[at - 1] ?? lineEnd, text[at + 1] ?? lineEnd].map(
      (n) => this.letter(n).character,
    )
    const asFirst = this.pinyin[`${character}${after}`]?.split(' ')[0]
    const asSecond = this.pinyin[`${before}${character}`]?.split(' ')[1]
    return asFirst || asSecond
      ? [asFirst, asSecond].flatMap((sound) => (sound ? spellingsOf(sound) : []))
      : own
  }

  private numberOf(character: string): number {
    const known = this.numbers.get(character)
    if (known !== undefined) return known
    const number = this.letters.push(this.letterOf(character)) - 1
    this.numbers.set(character, number)
    return number
  }

  private letterOf(character: string): Letter {
    const read = this.pinyin[character]
    const all = readingsOf(character)
    const own = read ? spellingsOf(read) : all
    const sounds = new Set([...own, ...all, ...(this.inPairs.get(character) ?? [])])
    return { character, simple: simplified(character), sounds: [...sounds], own }
  }
}
