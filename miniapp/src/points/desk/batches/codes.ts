/** Batches of printed codes: what is typed to make one, and the file in which they go to the printer. Pure. */
import type { Day } from '@common/day'
import { csvName, csvText } from '@common/sheet/write'
import type { Batch } from '@contract/points'
import { typedDay, wholeNumber } from '@/desk/typed'
import { personalNumberProblem } from '@/shared/messages/personal-number'

export type BatchDraft = { label: string; count: string; points: string; until: string }
export const emptyBatch: BatchDraft = { label: '', count: '', points: '', until: '' }

/** @param today a code that is good for no day would only annoy */
export function batchProblems(draft: BatchDraft, today: Day): Partial<Record<keyof BatchDraft, string>> {
  const found: Partial<Record<keyof BatchDraft, string>> = {}
  const label = draft.label.trim()
  if (label === '') found.label = '写上用在哪里，得到积分的人会看到'
  else if (label.length > 40) found.label = `最多 40 个字，现在 ${label.length} 个`
  const number = personalNumberProblem(label)
  if (number) found.label = number
  const count = wholeNumber(draft.count)
  if (count === null || count < 1 || count > 1000) found.count = '1 到 1000 之间的整数'
  const points = wholeNumber(draft.points)
  if (points === null || points < 1 || points > 1000) found.points = '1 到 1000 之间的整数'
  const until = typedDay(draft.until)
  if (until === null) found.until = '写成 2026-03-05 这样'
  else if (until < today) found.until = '这一天已经过了'
  return found
}

/** Null while something is wrong. */
export function batchOf(draft: BatchDraft, today: Day) {
  const count = wholeNumber(draft.count)
  const points = wholeNumber(draft.points)
  const until = typedDay(draft.until)
  if (Object.keys(batchProblems(draft, today)).length > 0) return null
  if (count === null || points === null || until === null) return null
  return { label: draft.label.trim(), count, points, until }
}

/** What making the batch means, with its sum; null while it cannot be made. */
export function batchSentence(draft: BatchDraft, today: Day): string | null {
  const batch = batchOf(draft, today)
  if (batch === null) return null
  const { count, points, until } = batch
  return `另一位同事通过后，会生成 ${count} 个码，每个 ${points} 分，全部用掉共 ${count * points} 分。每个码只能用一次，${until} 当天最后有效。`
}

export type BatchStatus = { word: string; tone: 'open' | 'closed' }

export function batchStatus(batch: Batch, today: Day): BatchStatus {
  if (batch.isStopped) return { word: '已停用', tone: 'closed' }
  if (batch.until < today) return { word: '已过期', tone: 'closed' }
  if (batch.used >= batch.count) return { word: '用完了', tone: 'closed' }
  return { word: '使用中', tone: 'open' }
}

type Code = { code: string; used: boolean }

/** The codes as a file for Excel. */
export const codesCsv = (batch: Batch, codes: readonly Code[]): string =>
  csvText(
    ['序号', '积分码', '积分', '最后有效日', '用在哪里', '已使用'],
    codes.map(({ code, used }, index) => [
      index + 1,
      code,
      batch.points,
      batch.until,
      batch.label,
      used ? '是' : '否',
    ]),
  )

export const codesFileName = (batch: Batch): string => csvName(`积分码-${batch.label}`)

/** The unused codes, one a line, for the clipboard. */
export const codesText = (codes: readonly Code[]): string =>
  codes
    .filter(({ used }) => !used)
    .map(({ code }) => code)
    .join('\n')
