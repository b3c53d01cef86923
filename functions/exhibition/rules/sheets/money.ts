/** Amounts as a file has them: exact, in a unit that stands beside them. Pure. */
import { err, ok, type Result } from '../../../shared/result'
import { codeText, shown } from '../../../shared/sheet/cells'

/** Digits behind the point that a fen has, by unit. */
const digitsOf: ReadonlyMap<string, number> = new Map([
  ['元', 2],
  ['万元', 6],
  ['亿元', 10],
])
export const writtenUnit = '万元'

/** Fen in ten thousand yuan, without zeros at the end: 213050000 is `213.05`. */
export function amountText(fen: number): string {
  const digits = String(fen).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')
}

/** In fen; null where the cell is empty. */
export function amountIn(cell: string, unitCell: string): Result<number | null, string> {
  const text = codeText(cell)
  if (text === '') return ok(null)
  const unit = codeText(unitCell)
  const digits = digitsOf.get(unit)
  if (digits === undefined) return err(`单位写元、万元或亿元，而不是 ${shown(unitCell)}`)
  const [, whole = '', part = ''] = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return err(`金额只写数字：${shown(cell)}`)
  if (part.length > digits) return err(`比一分钱还细：${shown(cell)}${unit}`)
  return ok(Number(whole.replaceAll(',', '') + part.padEnd(digits, '0')))
}
