/** What only the whole file shows: rows that mean the same place, and positions far away from all others. */
import type { RowProblem } from '../../../shared/sheet/cells'
import type { Point } from '../../contract'
import { distanceMetres } from '../../rules/nearby'

/** Later rows with an id that an earlier row has. */
export const duplicatesIn = (
  rows: readonly { line: number; id: string; outletNo: string | null }[],
): RowProblem[] => {
  const firstLines = new Map<string, number>()
  return rows.flatMap(({ line, id, outletNo }) => {
    const first = firstLines.get(id)
    if (first === undefined) {
      firstLines.set(id, line)
      return []
    }
    return outletNo === null
      ? [{ line, column: 'name', reason: `与第 ${first} 行的类别、区县和名称都相同` }]
      : [{ line, column: 'outletNo', reason: `编号 ${outletNo} 与第 ${first} 行重复` }]
  })
}

/** Numbers that software seems to have rewritten: loaded as they stand, for nobody but their owner can tell. */
export const mangledNumbersIn = (rows: readonly { line: number; outletNo: string | null }[]): RowProblem[] =>
  rows.flatMap(({ line, outletNo }) => {
    const reason = outletNo === null ? null : mangling(outletNo)
    return reason === null ? [] : [{ line, column: 'outletNo', reason: `编号 ${outletNo} ${reason}，请核对` }]
  })

/** 5e+05 is what some programs write for 500000; of a long number a spreadsheet keeps fifteen digits and then zeros. */
const mangling = (outletNo: string): string | null => {
  if (/^\de\+?\d+$/i.test(outletNo)) return `像是被软件改写的 ${Number(outletNo)}`
  return /^\d{15}0{2,}$/.test(outletNo) ? '第 15 位之后都是 0，像是被电子表格改写过' : null
}

/** Beyond this many times the distance within which nine places of ten lie … */
const outlierFactor = 4
/** … and at least this far, in metres, a position is worth a second look. */
const outlierFloor = 100_000

/** How far from the middle of points another one may lie and still belong to them, in metres. */
export const spreadOf = (points: readonly Point[]) => {
  const middle = { lng: medianOf(points.map(({ lng }) => lng)), lat: medianOf(points.map(({ lat }) => lat)) }
  const distanceTo = (point: Point): number => distanceMetres(middle, point)
  const usual = points.map(distanceTo).sort((a, b) => a - b)[Math.floor(points.length * 0.9)] ?? 0
  return { distanceTo, limit: Math.max(outlierFloor, usual * outlierFactor) }
}

/** Positions that are probably mistyped. Only a warning: a region may have an island. */
export const outliersIn = (rows: readonly ({ line: number } & Point)[]): RowProblem[] => {
  if (rows.length < 5) return []
  const { distanceTo, limit } = spreadOf(rows)
  return rows.flatMap((row) => {
    const distance = distanceTo(row)
    if (distance <= limit) return []
    const reason = `位置离其他地点约 ${Math.round(distance / 1000)} 公里，请核对经纬度`
    return [{ line: row.line, column: 'lng', reason }]
  })
}

/** A spreadsheet takes a telephone number for a number, and a number begins with no zero. In China only. */
export const lostZerosIn = (
  rows: readonly ({ line: number; phone: string | null; otherPhones?: string[] } & Point)[],
): RowProblem[] =>
  rows.flatMap(({ line, phone, otherPhones, ...point }) =>
    [phone ?? [], otherPhones ?? []].flat().flatMap((number) => {
      if (!isAboutChina(point) || !lacksZero(number)) return []
      const reason = `电话 ${number} 像是丢了开头的 0，请核对；在表格里把这一列设为文本`
      return [{ line, column: 'phone', reason }]
    }),
  )

/** An area code without its 0 and a number of seven or eight digits: 10 and 2x have eight. Not 400, 800 or a mobile one. */
const lacksZero = (phone: string): boolean => {
  const digits = phone.replace(/(?:转|x|ext).*$/i, '').replace(/[\s()-]/g, '')
  return /^(?:10\d{8}|2\d{9}|(?!400|800)[3-9]\d{9,10})$/.test(digits)
}

/** BD-09 and GCJ-02 exist in China only: elsewhere the column is probably wrong. `datum` as the file writes it. */
export const foreignDatumsIn = (rows: readonly ({ line: number; datum: string } & Point)[]): RowProblem[] =>
  rows.flatMap(({ line, datum, lng, lat }) =>
    /wgs/i.test(datum) || isAboutChina({ lng, lat })
      ? []
      : [{ line, column: 'datum', reason: `${datum.trim()} 只用于中国，这个位置不在中国，请核对坐标系` }],
  )

const isAboutChina = ({ lng, lat }: Point): boolean => lng > 72 && lng < 138 && lat > 0.8 && lat < 56

const medianOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
