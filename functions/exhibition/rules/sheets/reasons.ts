/** What a schema says of a cell, in the words of whoever wrote it. Pure. */
import type * as z from '../../../shared/zod'

export type CellProblem = { column: string | null; reason: string }

export const reasonOf = (
  issue: z.core.$ZodIssue,
  columnOf: (path: readonly PropertyKey[]) => string,
): CellProblem => ({ column: columnOf(issue.path), reason: wordsOf(issue) })

function wordsOf(issue: z.core.$ZodIssue): string {
  const isNumber = 'origin' in issue && issue.origin === 'number'
  if (isNumber && issue.code === 'too_big') return `太大：最大 ${issue.maximum}`
  if (isNumber && issue.code === 'too_small') return `太小：最小 ${issue.minimum}`
  if (issue.code === 'too_big') return `太长或太多：最多 ${issue.maximum}`
  if (issue.code === 'too_small') return '不能为空'
  if (issue.message.includes('control characters')) return '里面有换行，或看不见的控制字符；请写成一行'
  if (issue.message.includes('https')) return '网址要以 https:// 开头，中间没有空格'
  return '写得不对'
}
