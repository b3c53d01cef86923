/** A change of somebody's points by hand: proposed by one, decided by another. Pure. */
import type { Adjustment } from '@contract/points'
import { wholeNumber } from '@/desk/typed'
import { adjustmentStateNames } from '@/desk/words'
import { pointsText } from '@/shared/components/points'
import { personalNumberProblem } from '@/shared/messages/personal-number'

export type AdjustmentDraft = { points: string; text: string }

const most = 100_000

export function adjustmentProblems({
  points,
  text,
}: AdjustmentDraft): Partial<Record<'points' | 'text', string>> {
  const found: Partial<Record<'points' | 'text', string>> = {}
  const number = wholeNumber(points)
  if (number === null || number === 0) found.points = '不是 0 的整数，加就写正数，减就写负数'
  else if (Math.abs(number) > most) found.points = `一次最多加减 ${pointsText(most)} 分`
  const length = text.trim().length
  if (length === 0) found.text = '写清楚事由，对方和审计都会看到'
  else if (length > 200) found.text = `最多 200 个字，现在 ${length} 个`
  const personal = personalNumberProblem(text)
  if (personal) found.text = personal
  return found
}

/** Null while something is wrong. */
export function adjustmentOf(draft: AdjustmentDraft): { points: number; text: string } | null {
  const points = wholeNumber(draft.points)
  if (points === null || Object.keys(adjustmentProblems(draft)).length > 0) return null
  return { points, text: draft.text.trim() }
}

/** @param balance of the person now; null where it is not known */
export function proposalSentence(draft: AdjustmentDraft, balance: number | null): string | null {
  const wanted = adjustmentOf(draft)
  if (wanted === null) return null
  const change = pointsText(wanted.points, true)
  const after =
    balance === null ? '' : `，余额从 ${pointsText(balance)} 变成 ${pointsText(balance + wanted.points)}`
  const short =
    balance !== null && balance + wanted.points < 0 ? '对方现在没有这么多积分，批准时会不成功。' : ''
  return `现在不变。另一位同事批准后，这个人 ${change} 分${after}。${short}`
}

export type AdjustmentSign = { word: string; tone: 'doubt' | 'open' | 'closed' }

export function adjustmentSign({ state }: Pick<Adjustment, 'state'>): AdjustmentSign {
  const tone = state === 'proposed' ? 'doubt' : state === 'approved' ? 'open' : 'closed'
  return { word: adjustmentStateNames[state], tone }
}

/** Those that wait for somebody else than `me`. */
export const waitingFor = (me: string, all: readonly Adjustment[]): Adjustment[] =>
  all.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== me)

/** First what waits, oldest first; then what was decided, newest first. */
export function byTurn(a: Adjustment, b: Adjustment): number {
  const [first, second] = [a.state === 'proposed', b.state === 'proposed']
  if (first !== second) return first ? -1 : 1
  if (first) return a.proposedAt.localeCompare(b.proposedAt)
  return (b.decidedAt ?? b.proposedAt).localeCompare(a.decidedAt ?? a.proposedAt)
}
