/** Many people with points at once, and all of them ordering the same gift at the same moment. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { orderSchema } from '../../../functions/points/contract'
import { emptyAccount } from '../../../functions/points/rules/account'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { earned } from '../../../functions/points/rules/earning'
import { accountWrites } from '../../../functions/points/store/account/accounts'
import { onceKey } from '../../../functions/points/store/keys'
import { maxWrites, type Table, type Write } from '../../../functions/shared/aws/table'
import type { Answer } from './api'
import { city, outlets, type PointsWorld, parsed, refusal } from './points-world'
import { personNamed } from './sessions'

export const callerNames = (size: number): string[] => Array.from({ length: size }, (_, i) => `c${i}x`)

/** Lets each earn so many points by a quiz, as the ledger writes it, but many of them in one transaction. */
export const grantPoints = async (
  table: Table,
  people: readonly string[],
  points: number,
  at: number,
): Promise<void> => {
  const rules = { ...defaultRules, limits: { ...defaultRules.limits, monthlyEarning: points } }
  const each = people.map((name): Write[] => {
    const owner = { person: personNamed(name), region: city }
    const reason = { type: 'quiz' as const, subject: 'callers', label: 'callers' }
    const change = earned(emptyAccount, rules, { rule: 'quiz', amount: points, at, reason })
    if (!change.ok) throw new Error(`the callers may not earn: ${change.error}`)
    const mark = { ...onceKey(owner.person, city, 'quiz', 'callers'), seq: 1, attempt: 'callers' }
    return [table.put(mark), ...accountWrites(table, owner, emptyAccount, change.value)]
  })
  const atOnce = Math.floor(maxWrites / 5)
  for (let from = 0; from < each.length; from += atOnce) {
    const written = await table.transact(each.slice(from, from + atOnce).flat())
    if (!written.ok) throw new Error('the callers have points already')
  }
}

export type ConcurrentOrders = {
  /** Of each person the order; null where there was none. */
  orders: (string | null)[]
  keys: string[]
  /** Of each person `ok`, or status and code of the refusal; and how often each of them. */
  codes: string[]
  counts: Record<string, number>
}

/**
 * Everybody orders once, all at the same moment. Each function takes one after the other, as Lambda lets it. `keys` repeats
 * an earlier call.
 */
export const orderConcurrently = async (
  functions: readonly PointsWorld[],
  people: readonly string[],
  gift: string,
  keys: readonly string[] = people.map(() => functions[0]?.key() ?? ''),
): Promise<ConcurrentOrders> => {
  const answers: Answer[] = []
  const waiting = people.map((name, i) => ({ name, i }))
  const serve = async (at: PointsWorld) => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      answers[next.i] = await at.as(next.name).order(gift, { outlet: outlets.first, key: keys[next.i] })
  }
  await Promise.all(functions.map(serve))
  const counts: Record<string, number> = {}
  const codes = answers.map((answer) => (answer.status === 200 ? 'ok' : refusal(answer)))
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  const orders = answers.map((answer) => (answer.status === 200 ? parsed(orderSchema, answer).id : null))
  return { orders, keys: [...keys], codes, counts }
}

/** Counts what a client sends, by command and try. */
export const counting = (client: DynamoDBDocumentClient): Record<string, number> => {
  const counts: Record<string, number> = {}
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        counts[commandName] = (counts[commandName] ?? 0) + 1
        return next(args)
      },
    { step: 'finalizeRequest', priority: 'low', name: 'testCount' },
  )
  return counts
}
