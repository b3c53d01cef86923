import type { Reason } from '../../../../functions/points/contract'
import { addDays, dayOf } from '../../../../functions/shared/day'
import type { Person, State } from '../state'
import { intoLot, personOf, post, seen, writeOff, yearOf } from './account'
import type { Context, Of } from './context'

export const earning = (
  state: State,
  request: Of<'check-in' | 'visit' | 'code' | 'quiz'>,
  context: Context,
): string => {
  const { at, constitution } = context
  const person = seen(state, request.person)
  const today = dayOf(at)
  if (request.type === 'visit' && context.outletsOf(request.person).includes(request.outlet))
    return 'own-outlet'
  const usedBy = request.type === 'code' ? state.codes[`${request.batch}#${request.index}`] : null
  if (usedBy !== null && usedBy !== undefined) return usedBy === request.person ? 'ok' : 'code-used'
  const isDone = person.entries.some(({ at: when, reason }) => {
    if (reason.type !== request.type || request.type === 'code') return false
    if (reason.type === 'quiz') return request.type === 'quiz' && reason.subject === request.subject
    const isSamePlace =
      reason.type !== 'visit' || (request.type === 'visit' && reason.place === request.outlet)
    return isSamePlace && dayOf(Date.parse(when)) === today
  })
  if (isDone) return 'ok'
  if (person.isClosed) return 'account-closed'
  const { points, reason } = worth(person, request, context)
  const rule = constitution.rules[request.type]
  const earned = (within: string, type?: string): number =>
    person.entries
      .filter((line) => line.kind === 'earn' && dayOf(Date.parse(line.at)).startsWith(within))
      .filter((line) => type === undefined || line.reason.type === type)
      .reduce((sum, line) => sum + line.points, 0)
  const isOver = (cap: number | null, within: string) =>
    cap !== null && earned(within, request.type) + points > cap
  const month = today.slice(0, 7)
  if (isOver(rule.perDay, today) || isOver(rule.perMonth, month) || isOver(rule.lifetime, ''))
    return 'cap-reached'
  if (earned(month) + points > constitution.limits.monthlyEarning) return 'monthly-cap-reached'
  const own = personOf(state, request.person)
  writeOff(own, at)
  intoLot(own, yearOf(at), points)
  post(own, 'earn', points, at, reason)
  if (request.type === 'code') state.codes[`${request.batch}#${request.index}`] = request.person
  return 'ok'
}

const worth = (
  person: Person,
  request: Of<'check-in' | 'visit' | 'code' | 'quiz'>,
  { at, constitution: { rules }, batches }: Context,
): { points: number; reason: Reason } => {
  if (request.type === 'visit')
    return { points: rules.visit.amount, reason: { type: 'visit', place: request.outlet } }
  if (request.type === 'quiz')
    return {
      points: rules.quiz.amount,
      reason: { type: 'quiz', subject: request.subject, label: request.subject },
    }
  if (request.type === 'code') {
    const { points, label } = batches[request.batch] ?? { points: 0, label: '' }
    return { points, reason: { type: 'code', batch: request.batch, label } }
  }
  const days = new Set(
    person.entries
      .filter(({ reason }) => reason.type === 'check-in')
      .map((line) => dayOf(Date.parse(line.at))),
  )
  let streak = 1
  while (days.has(addDays(dayOf(at), -streak))) streak++
  const { amount, streak: bonusRule } = rules['check-in']
  const bonus = bonusRule && streak % bonusRule.every === 0 ? bonusRule.points : 0
  return { points: amount + bonus, reason: { type: 'check-in', streak, bonus } }
}
