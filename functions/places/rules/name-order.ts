/** The order of places by name where nothing else orders them, e.g. the floors of a mall: 2 楼 before 10 楼. Pure. */

const digits = '零一二三四五六七八九'
const tens = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const parts = /\d+|[零〇一二三四五六七八九十百千]+|[^\d零〇一二三四五六七八九十百千]+/g

/**
 * Negative where `a` comes before `b`. Numbers, in figures or in Chinese, stand before words and by what they are worth;
 * words by their characters. Zero only for the same name.
 */
export function compareNames(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareParts(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || compareText(a, b)
}

/** The same of places; those of one name by their ids. */
export function comparePlaces(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return compareNames(a.name, b.name) || compareText(a.id, b.id)
}

/** Numbers as figures without leading zeros, which are as long as they are large; full-width figures as plain ones. */
function partsOf(name: string): string[] {
  return (name.normalize('NFKC').match(parts) ?? []).map((part) => {
    const figures = /^\d/.test(part) ? part : figuresOf(part)
    return figures === null ? part : figures.replace(/^0+(?=\d)/, '')
  })
}

/** `23` for 二十三, `2026` for 二〇二六; null for what is no number. */
function figuresOf(part: string): string | null {
  if (!/^[零〇一二三四五六七八九十百千]/.test(part)) return null
  const plain = part.replace(/〇/g, '零')
  if (!/[十百千]/.test(plain)) return Array.from(plain, (one) => digits.indexOf(one)).join('')
  let sum = 0
  let figure: number | null = null
  for (const one of plain) {
    const unit = tens.get(one)
    if (unit === undefined) figure = digits.indexOf(one)
    else {
      sum += (figure ?? 1) * unit
      figure = null
    }
  }
  return String(sum + (figure ?? 0))
}

function compareParts(a: string, b: string): number {
  const areNumbers = [/^\d/.test(a), /^\d/.test(b)]
  if (areNumbers[0] !== areNumbers[1]) return areNumbers[0] ? -1 : 1
  return (areNumbers[0] ? a.length - b.length : 0) || compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
