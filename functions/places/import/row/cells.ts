/** Reads single cells. Errors are sentences in Chinese that go after “第 N 行，列 …：”. */
import type { Day } from '../../../shared/day'
import { err, ok } from '../../../shared/result'
import { type Cell, codeText, dayWritten, shown, tidy } from '../../../shared/sheet/cells'
import { type Amenity, amenities } from '../../contract'

/** With what the writer should look at again, although it was read. */
export type Noticed<T> = { value: T; notices: readonly string[] }

/** Trimmed text on one line, without invisible characters. */
export const textCell =
  ({ max, required = false }: { max: number; required?: boolean }) =>
  (cell: string): Cell<string> => {
    const text = tidy(cell)
    if (text === '' && required) return err('不能为空')
    if (text.includes('\uFFFD')) return err(`含有乱码：${shown(text)}`)
    if (text.length > max) return err(`太长：${text.length} 字，最多 ${max} 字`)
    return ok(text)
  }

/** For a column that this sort of row does not have. */
export const emptyCell =
  (reason: string) =>
  (cell: string): Cell<null> =>
    tidy(cell) === '' ? ok(null) : err(reason)

/** Digits and letters (+ and - are let pass); what a spreadsheet made full-width or padded is put right. */
export const outletNoCell = (cell: string): Cell<string | null> => {
  const text = codeText(cell)
  if (text === '') return ok(null)
  if (/^\d\.\d+e\+?\d+$/i.test(text) && Number(text) >= 1e15)
    return err(`编号超过 15 位，电子表格存成数字后末几位已经不对了 ${shown(cell)}；请设为文本格式，重新填写`)
  if (/^\d\.\d+e\+?\d+$/i.test(text))
    return err(`编号被电子表格改写成了科学计数 ${shown(cell)}；请把这一列设为文本格式，重新填写`)
  if (!/^[0-9A-Za-z][0-9A-Za-z+-]{0,19}$/.test(text))
    return err(`编号只能有数字和字母，最多 20 位：${shown(cell)}`)
  return ok(text)
}

/** One of a list of words, in any case; `null` where empty. */
export const wordCell =
  <T extends string>(words: readonly T[], what: string) =>
  (cell: string): Cell<T | null> => {
    const text = codeText(cell).toLowerCase()
    if (text === '') return ok(null)
    const word = words.find((candidate) => candidate === text)
    return word ? ok(word) : err(`不认识的${what} ${shown(cell)}，可用：${words.join(', ')}`)
  }

/** Words separated by `|`, each once, in the order of `words`. */
export const listCell =
  <T extends string>(words: readonly T[], what: string) =>
  (cell: string): Cell<T[]> => {
    const wanted = new Set(entries(cell))
    const unknown = [...wanted].filter((entry) => !words.some((word) => word === entry))
    if (unknown.length > 0) return err(unknownWords(unknown, words, what))
    return ok(words.filter((word) => wanted.has(word)))
  }

export type StockedAmenity = { amenity: Amenity; verifiedOn: Day | null }

/** `water|umbrella@2026-11-02`: an entry's own date goes before the row's; `water@` says that its date is not known. */
export const amenitiesCell =
  (today: Day, rowDate: Day | null) =>
  (cell: string): Cell<StockedAmenity[]> => {
    const stocked = new Map<string, Day | null>()
    for (const entry of entries(cell)) {
      const [word = '', date] = entry.split('@')
      const day = dayCell(today)(date ?? '')
      if (!day.ok) return err(`${shown(entry)} 的日期：${day.error}`)
      stocked.set(word.trim(), date === undefined ? rowDate : day.value)
    }
    const unknown = [...stocked.keys()].filter((word) => !amenities.some((amenity) => amenity === word))
    if (unknown.length > 0) return err(unknownWords(unknown, amenities, '便民设施'))
    return ok(
      amenities.flatMap((amenity) => {
        const verifiedOn = stocked.get(amenity)
        return verifiedOn === undefined ? [] : [{ amenity, verifiedOn }]
      }),
    )
  }

/** `2026-11-02`, `2026/11/2` or `2026年11月2日`, not after `today`. */
export const dayCell =
  (today: Day) =>
  (cell: string): Cell<Day | null> => {
    const day = dayWritten(cell)
    if (!day.ok || day.value === null) return day
    return day.value > today ? err(`日期在今天（${today}）之后：${shown(cell)}`) : day
  }

export const perhapsSwapped = '经度和纬度可能写反了'

/** Degrees within ± `limit`. */
export const degreesCell =
  (limit: 90 | 180) =>
  (cell: string): Cell<number> => {
    const text = codeText(cell)
    if (text === '') return err('不能为空：没有位置就不能放到地图上')
    if (!/^[+-]?\d{1,3}(\.\d{1,15})?$/.test(text)) return err(`不是十进制度数：${shown(cell)}`)
    const degrees = Number(text)
    if (Math.abs(degrees) <= limit) return ok(degrees)
    const swapped = limit === 90 && Math.abs(degrees) <= 180
    return err(`超出 ±${limit} 度：${shown(cell)}${swapped ? `；${perhapsSwapped}` : ''}`)
  }

/** Several numbers are several numbers, the one to dial first in front. */
export const phonesCell = (cell: string): Cell<string[]> => {
  const text = cell.normalize('NFKC').replace(/[‐-―−]/g, '-')
  const phones = text
    .split(/[;,、/|\n]|或/)
    .map(tidy)
    .flatMap(apartAtSpaces)
  const numbers = [...new Set(phones.filter((phone) => phone !== ''))]
  const wrong = numbers.filter((phone) => !isPhone(phone))
  return wrong.length > 0 ? err(`不是电话号码：${wrong.map(shown).join('、')}`) : ok(numbers)
}

/** `0517-83900000 13800000000`, but not `(0517) 8390 0000`. */
const apartAtSpaces = (text: string): string[] => {
  const parts = text.split(' ')
  const areWhole = parts.every((part) => /^[+\d][\d()-]*$/.test(part) && part.replace(/\D/g, '').length >= 7)
  return areWhole ? parts : [text]
}

export const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').length
  const isWritten = /^[+(]?\d[\d ()-]*(?:(?:转|x|ext\.?) ?\d{1,6})?$/i.test(text)
  return isWritten && digits >= 3 && digits <= 18
}

/** A whole number, thousands separated or not. */
export const wholeCell =
  ({ min, max, what }: { min: number; max: number; what: string }) =>
  (cell: string): Cell<number | null> => {
    const text = codeText(cell)
    if (text === '') return ok(null)
    if (!/^\d{1,3}(,\d{3})+$|^\d{1,15}$/.test(text)) return err(`${what}要写成整数：${shown(cell)}`)
    const value = Number(text.replaceAll(',', ''))
    return value >= min && value <= max ? ok(value) : err(`${what}应在 ${min} 到 ${max} 之间：${shown(cell)}`)
  }

const unknownWords = (unknown: readonly string[], words: readonly string[], what: string): string =>
  `不认识的${what} ${unknown.map(shown).join('、')}，可用：${words.join(', ')}`

const entries = (cell: string): string[] =>
  cell
    .normalize('NFKC')
    .split(/[|\n]/)
    .map((entry) => tidy(entry).toLowerCase())
    .filter((entry) => entry !== '')
