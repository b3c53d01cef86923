/**
 * Names and addresses in as few letters as they have news.
 *
 * All of them are one stream of codes: the characters of the region (some three hundred make a city's addresses, so
 * that most take one letter instead of three bytes), and three signs: the end of a text, a number (house numbers go
 * to a column of their own, where they are not mistaken for words), and the place's own outlet number.
 */

import type { PinyinDictionary } from '../search'
import {
  base,
  carriersFor,
  characterOf,
  foreign,
  MalformedCatalogue,
  rank,
  readCodes,
  singlesOf,
  unzigzag,
  values,
  writeCodes,
  zigzag,
} from './columns'
import { openWide, writeWide } from './wide-numbers'

export type Worded = { name: string; address: string; outletNo: string | null }
/** `texts`: two for every place, the address before the name, which often repeats its street. */
export type Wording = { characters: string; texts: string; numbers: string }

const end = 0
const number = 1
const ownNumber = 2
const signs = 3
const characterCarriers = 32

export function writeWording(places: readonly Worded[]): Wording {
  const symbols = places.flatMap(({ name, address, outletNo }) => [
    ...symbolsOf(address, outletNo),
    end,
    ...symbolsOf(name, outletNo),
    end,
  ])
  const table = tableOf(symbols.filter((symbol) => typeof symbol === 'string'))
  const codeOf = new Map(table.map((character, i) => [character, signs + i]))
  const codes = symbols.map((symbol) => {
    if (typeof symbol === 'string') return codeOf.get(symbol) ?? end
    return typeof symbol === 'number' ? symbol : number
  })
  return {
    characters: writeCharacters(table),
    texts: writeCodes(codes, carriersFor(signs + table.length)),
    numbers: writeWide(symbols.flatMap((symbol) => (typeof symbol === 'object' ? symbol.number : []))),
  }
}

type Symbol = string | typeof end | typeof ownNumber | { number: number }

function symbolsOf(text: string, outletNo: string | null): Symbol[] {
  const own = outletNo !== null && outletNo.length >= 4 ? outletNo : null
  const symbols: Symbol[] = []
  for (const [i, part] of (own === null ? [text] : text.split(own)).entries()) {
    if (i > 0) symbols.push(ownNumber)
    for (const [run, digits = ''] of part.matchAll(/(\d+)|\D+/g)) {
      // A number with leading zeros, or too long to be exact, is spelled out.
      if (digits.length < 10 && String(Number(digits)) === digits) symbols.push({ number: Number(digits) })
      else symbols.push(...run)
    }
  }
  return symbols
}

/** The commonest characters, which get one letter, before the others; each group in the order of Unicode. */
function tableOf(characters: string[]): string[] {
  const { table } = rank(characters, String)
  const singles = singlesOf(signs + table.length) - signs
  const sorted = (group: string[]) => group.sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  return [...sorted(table.slice(0, singles)), ...sorted(table.slice(singles))]
}

/** Characters as steps from code point to code point: small ones, for they are sorted. */
function writeCharacters(table: string[]): string {
  const points = table.map((character) => character.codePointAt(0) ?? 0)
  return writeCodes(
    points.map((point, i) => zigzag(point - (points[i - 1] ?? 0))),
    characterCarriers,
  )
}

export function readCharacters(text: string): string[] {
  let point = 0
  return readCodes(text, characterCarriers, null, 'characters').map((step) => {
    point += unzigzag(step)
    if (point < 0 || point > 0x10ffff)
      throw new MalformedCatalogue(`characters: there is no character ${point}`)
    return String.fromCodePoint(point)
  })
}

export type OpenWording = {
  address(i: number, outletNo: string | null): string
  name(i: number, outletNo: string | null): string
}

/** Reads a text when somebody asks for it. `characters`: as readCharacters gives them. */
export function openWording(
  wording: Omit<Wording, 'characters'>,
  characters: readonly string[],
  count: number,
): OpenWording {
  const carriers = carriersFor(signs + characters.length)
  const starts = startsOf(wording.texts, carriers, count)
  const numbers = openWide(wording.numbers, starts.numbers[2 * count] ?? 0, 'numbers')
  const read = (n: number, outletNo: string | null): string => {
    const from = starts.texts[n] ?? 0
    let next = starts.numbers[n] ?? 0
    const spelled = (code: number): string | number => {
      // A code beyond the alphabet says nothing: a damaged text lacks that character.
      if (code >= signs) return characters[code - signs] ?? ''
      if (code === end) return ''
      return code === number ? numbers.at(next++) : (outletNo ?? '')
    }
    let text = ''
    for (const code of readCodes(wording.texts.slice(from, starts.texts[n + 1]), carriers, null, 'texts'))
      text += spelled(code)
    return text
  }
  return { address: (i, outletNo) => read(2 * i, outletNo), name: (i, outletNo) => read(2 * i + 1, outletNo) }
}

/** Where the texts of each place begin. */
type Starts = {
  /** Characters of the column before each text, two for a place. */
  texts: Uint32Array
  /** Numbers before each text. */
  numbers: Uint32Array
}

/**
 * A city of 5,000 has some 120,000 letters here, and the phone that opens it looks at twenty places. So the column is not
 * walked through: the engine itself goes from end to end and from number to number. Every place must have two texts.
 */
function startsOf(column: string, carriers: number, count: number): Starts {
  const isCarrier = checkedLetters(column, carriers)
  const next = (sign: string, from: number): number => {
    let at = column.indexOf(sign, from)
    // Behind a carrier it is the second half of a rarer character.
    while (at > 0 && isCarrier(column.charCodeAt(at - 1))) at = column.indexOf(sign, at + 1)
    return at
  }
  const starts: Starts = { texts: new Uint32Array(2 * count + 1), numbers: new Uint32Array(2 * count + 1) }
  let [texts, numbers] = [0, 0]
  let numberAt = next(numberSign, 0)
  for (let endAt = next(endSign, 0); endAt >= 0; endAt = next(endSign, endAt + 1)) {
    for (; numberAt >= 0 && numberAt < endAt; numberAt = next(numberSign, numberAt + 1)) numbers++
    texts++
    starts.texts[texts] = endAt + 1
    starts.numbers[texts] = numbers
  }
  if (texts !== 2 * count || starts.texts[texts] !== column.length)
    throw new MalformedCatalogue('texts: not two for every place')
  return starts
}

const endSign = characterOf(end)
const numberSign = characterOf(number)

/** Which letters are carriers. Refuses what no text can be written with: a foreign letter, a code of three. */
function checkedLetters(column: string, carriers: number): (code: number) => boolean {
  if (foreign.test(column)) throw new MalformedCatalogue('texts: a character belongs to no number')
  const enders = base - carriers
  if (carriers > 0 && new RegExp(`[\\${characterOf(enders)}-~]{2}`).test(column))
    throw new MalformedCatalogue('texts: a code is not in the alphabet')
  return (code) => (values[code] ?? 0) >= enders
}

/** `syllables`: how each of the wording's characters is read, in their order, "" where it is not; `others`: the rest. */
export type PackedPinyin = { syllables: string; others: PinyinDictionary }

export function writePinyin(pinyin: PinyinDictionary, characters: readonly string[]): PackedPinyin {
  const known = new Set(characters)
  const others = Object.entries(pinyin).filter(([text]) => !known.has(text))
  return {
    syllables: characters.map((character) => pinyin[character] ?? '').join(' '),
    others: Object.fromEntries(others),
  }
}

/** Counted when it is opened, made when somebody searches. */
export function openPinyin(
  { syllables, others }: PackedPinyin,
  characters: readonly string[],
): () => PinyinDictionary {
  const read = characters.length === 0 ? [] : syllables.split(' ')
  if (read.length !== characters.length)
    throw new MalformedCatalogue('pinyin: not one syllable for every character')
  let made: PinyinDictionary | null = null
  return () => {
    made ??= {
      ...Object.fromEntries(characters.flatMap((character, i) => (read[i] ? [[character, read[i]]] : []))),
      ...others,
    }
    return made
  }
}
