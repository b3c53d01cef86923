/** Where figures are from. Pure. */
import { timeText, unbrokenTimeText } from '@/shared/blocks/words'

export type Origin = { source: string; date: string }

const textOf = ({ source, date }: Origin): string => `来源：${source} · 截至 ${unbrokenTimeText(date)}`

/** Once where all are from the same, else a pointer to the table, which has that of each. */
export function originText(origins: readonly Origin[]): string {
  const [first] = [...new Set(origins.map(textOf))]
  if (first === undefined) return ''
  return origins.every((one) => textOf(one) === first) ? first : '每个数的来源和日期在表里。'
}

/** Source and day as cells of a table. */
export const originCells = ({ source, date }: Origin): string[] => [source, timeText(date)]
