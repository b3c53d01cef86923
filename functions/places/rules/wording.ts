/**
 * Names and addresses in as few letters as they have news.
 *
 * All of them are one stream of codes: the characters of the region (some three hundred make a city's addresses, so
 * that most take one letter instead of three bytes), and three signs: the end of a text, a number (house numbers go
 * to a column of their own, where they are not mistaken for words), and the place's own outlet number.
 */
import {
  carriersFor,
  MalformedCatalogue,
  rank,
  readCodes,
  readWide,
  singlesOf,
  unzigzag,
  writeCodes,
  writeWide,
  zigzag,
} from './columns'
import type { PinyinDictionary } from './search'

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

/** The texts of every place, in the order of the places. `characters`: as readCharacters gives them. */
export function readWording(
  wording: Omit<Wording, 'characters'>,
  characters: readonly string[],
  outletNos: readonly (string | null)[],
): { names: string[]; addresses: string[] } {
  const codes = readCodes(wording.texts, carriersFor(signs + characters.length), null, 'texts')
  const numbers = readWide(wording.numbers, countOf(codes, number), 'numbers')
  const texts: string[] = []
  let [text, next] = ['', 0]
  for (const code of codes) {
    if (code >= signs) text += characters[code - signs] ?? noCharacter(code)
    else if (code === end) {
      texts.push(text)
      text = ''
    } else text += code === number ? numbers[next++] : (outletNos[texts.length >> 1] ?? '')
  }
  if (text !== '' || texts.length !== 2 * outletNos.length) {
    throw new MalformedCatalogue('texts: not two for every place')
  }
  return { names: texts.filter((_, i) => i % 2 === 1), addresses: texts.filter((_, i) => i % 2 === 0) }
}

function countOf(codes: readonly number[], wanted: number): number {
  let count = 0
  for (const code of codes) if (code === wanted) count++
  return count
}

function noCharacter(code: number): never {
  throw new MalformedCatalogue(`texts: ${code} is not in the alphabet`)
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

export function readPinyin(
  { syllables, others }: PackedPinyin,
  characters: readonly string[],
): PinyinDictionary {
  const read = characters.length === 0 ? [] : syllables.split(' ')
  if (read.length !== characters.length) {
    throw new MalformedCatalogue('pinyin: not one syllable for every character')
  }
  const known = characters.flatMap((character, i) => (read[i] ? [[character, read[i]]] : []))
  return { ...Object.fromEntries(known), ...others }
}
