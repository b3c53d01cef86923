/**
 * Numbers in free text that lead to a person: telephone, identity card, bank card. One rule for the phone, which says what it
 * found while one types, and for the server, which refuses it. Pure.
 */

export const personalNumberKinds = ['telephone', 'id-number', 'bank-card'] as const
export type PersonalNumberKind = (typeof personalNumberKinds)[number]
/** `found`: as it was written. */
export type PersonalNumber = { kind: PersonalNumberKind; found: string }

/** The first one in the text, read from the left; null where there is none. */
export function personalNumberIn(
  text: string,
  kinds: readonly PersonalNumberKind[] = personalNumberKinds,
): PersonalNumber | null {
  const found = [text, spoken(text)].flatMap((read) => numbersIn(withoutPublic(plain(read))))
  const first = found
    .filter(({ kind }) => kinds.includes(kind))
    .sort((a, b) => a.from - b.from || b.until - a.until)[0]
  return first ? { kind: first.kind, found: text.slice(first.from, first.until).trim() } : null
}

/** Character by character, so that what is found stands at the same place in what was written. */
const replaced = (text: string, table: ReadonlyMap<string, string>): string =>
  text.replace(/[^\0-\x7f]/g, (character) => table.get(character) ?? character)

const pairs = (from: string, to: string): [string, string][] =>
  Array.from(from, (character, i) => [character, to.charAt(i)])

const wide = new Map([
  ...pairs('０１２３４５６７８９', '0123456789'),
  ...pairs('Ｘｘ', 'Xx'),
  ...pairs('－–—‐‑‒―−﹣～', '----------'),
  ...pairs('（）［］【】', '()()()'),
  ...pairs('\u3000\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\ufeff·．。', '         ...'),
])
const numerals = new Map([
  ...pairs('〇零一二三四五六七八九', '00123456789'),
  ...pairs('幺壹贰叁肆伍陆柒捌玖', '1123456789'),
])

const plain = (text: string): string => replaced(text, wide)
/** 周一 is no digit before a number. */
const spoken = (text: string): string =>
  replaced(text.replace(/([周期拜第])[一二三四五六]/g, '$1|'), numerals)

/** What people write between the digits of one number; more than three of them, and it is another number. */
const between = '[ .()\\-]{0,3}'
const groupsOf = new RegExp(`\\+?\\d+(?:${between}\\d+)*(?:[ \\-]?[Xx](?![A-Za-z\\d]))?`, 'g')

/**
 * Numbers of ours and of everybody that look like one: taken out with as many characters that are no digit. What stands before
 * is a group of its own, for phones of 2022 read no lookbehind.
 */
const publicNumbers: readonly [RegExp, (match: string) => boolean][] = [
  // A day, also with its time.
  [/(^|\D)((?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01]))(?!\d)/g, () => true],
  [
    /(^|\D)(20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)(?!\d)/g,
    () => true,
  ],
  // The number of an order.
  [
    /(^|[^\dA-Z])((?:2[4-9]|[34]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[\dA-HJKMNP-TV-Z]{10})(?![\dA-Z])/g,
    () => true,
  ],
  // A unified social credit code, where it is not an identity card's as well.
  [
    /(^|[^\dA-Za-z])([159ANY][1-9A-HJ-NPQRTUWXY][\dA-HJ-NPQRTUWXY]{16})(?![\dA-Za-z])/g,
    (code) => isCreditCode(code) && !isIdNumber(code),
  ],
]

const withoutPublic = (text: string): string =>
  publicNumbers.reduce(
    (rest, [pattern, holds]) =>
      rest.replace(pattern, (all: string, before: string, match: string) =>
        holds(match) ? before + '|'.repeat(match.length) : all,
      ),
    text,
  )

type Found = { kind: PersonalNumberKind; from: number; until: number }
type Group = { digits: string; from: number; until: number }

/** A number is written as one group of digits or as several, never as a part of one. */
function numbersIn(text: string): Found[] {
  return [...text.matchAll(groupsOf)].flatMap((run) => {
    const groups = [...run[0].matchAll(/\d+|[Xx]/g)].map((group) => {
      const from = run.index + group.index
      return { digits: group[0], from, until: from + group[0].length }
    })
    return groups.flatMap((_, first) => fromFirst(groups.slice(first)))
  })
}

/** People write a card in fours, at times in sixes. */
const isLong = ({ digits }: Group) => digits.length > 6

/** The longest digits that any of the kinds has: 19 of a bank card, behind nothing. */
const mostDigits = 19

/** All that begin with the first group: an identity card's without its X may be a bank card's. */
function fromFirst(groups: readonly Group[]): Found[] {
  const found: Found[] = []
  let digits = ''
  for (const group of groups) {
    const isInParts = digits !== ''
    digits += group.digits
    if (digits.length > mostDigits) break
    const kind = kindOf(digits)
    // Two long ones are from one amount to another.
    const isRange = kind === 'bank-card' && isInParts && groups.some(isLong)
    if (kind && !isRange) found.push({ kind, from: groups[0]?.from ?? 0, until: group.until })
  }
  return found
}

function kindOf(digits: string): PersonalNumberKind | null {
  if (isTelephone(digits)) return 'telephone'
  if (isIdNumber(digits)) return 'id-number'
  return isBankCard(digits) ? 'bank-card' : null
}

const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/
/** Area codes: 010, 02x of three digits; the others of four. A subscriber's number begins with 2 to 8. */
const landline = /^(?:0(?:10|2\d)[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/
const isTelephone = (digits: string) => mobile.test(digits) || landline.test(digits)

/** Of GB/T 2260: the first two digits of where it was issued. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** GB 11643: 18 characters with their check digit, or the 15 digits of before 1999. */
function isIdNumber(digits: string): boolean {
  if (!provinces.test(digits)) return false
  if (/^\d{15}$/.test(digits)) return isDay(`19${digits.slice(6, 12)}`)
  if (!/^\d{17}[\dXx]$/.test(digits) || !/^(?:18|19|20)/.test(digits.slice(6))) return false
  if (!isDay(digits.slice(6, 14))) return false
  const sum = Array.from(digits.slice(0, 17)).reduce(
    (all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11),
    0,
  )
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase()
}

/** `YYYYMMDD` */
function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}

/** Luhn's check over 13 to 19 digits; no issuer's begin with 0 or 1, and of those with 2 only Mastercard's 2221 to 2720. */
function isBankCard(digits: string): boolean {
  if (!/^(?:[3-9]\d{12,18}|2[2-7]\d{14})$/.test(digits)) return false
  const sum = Array.from(digits)
    .reverse()
    .reduce((all, digit, i) => {
      const twice = Number(digit) * (i % 2 === 1 ? 2 : 1)
      return all + (twice > 9 ? twice - 9 : twice)
    }, 0)
  return sum % 10 === 0
}

/** GB 32100: the last of its 18 characters checks the others. */
function isCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = Array.from(code.slice(0, 17)).reduce(
    (all, character, i) => all + alphabet.indexOf(character) * (3 ** i % 31),
    0,
  )
  return alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}
