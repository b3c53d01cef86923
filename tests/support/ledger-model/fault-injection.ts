/** What the database does to a client of the model: every fault with its own chance, drawn from a seed and counted. */
import type { ClientOverrides, TestDatabase } from '../engine/engine'
import { type Fault, withDoubles, withFaults } from '../faults/faults'
import { withStaleReads } from '../faults/stale'
import { seeded } from '../samples/random'

/** Chances of each fault, for transactions and for everything else; `stale`: that a write is not seen by loose reads yet. */
export type FaultProfile = {
  transactions: Chances
  others: Chances
  doubled: number
  maxAttempts: number
  stale?: number
}
type Chances = Partial<Record<Fault, number>>

export const noFaults: FaultProfile = { transactions: {}, others: {}, doubled: 0, maxAttempts: 4 }
/** The SDK repeats nothing: whatever is lost, the caller has to ask again. */
export const faultsWithoutSdkRetries: FaultProfile = {
  transactions: { 'lost-answer': 0.06, conflict: 0.08, throttle: 0.03, timeout: 0.03 },
  others: { 'lost-answer': 0.004, throttle: 0.004, timeout: 0.004 },
  doubled: 0.03,
  maxAttempts: 1,
}
/** Nothing is lost, but what was written is seen late by reads that do not ask for better. */
export const staleReads: FaultProfile = { ...noFaults, stale: 0.5 }
/** The SDK repeats, as in the cloud, and more goes wrong. */
export const faultsWithSdkRetries: FaultProfile = {
  transactions: { 'lost-answer': 0.15, conflict: 0.15, throttle: 0.1, timeout: 0.1 },
  others: { 'lost-answer': 0.02, throttle: 0.03, timeout: 0.03 },
  doubled: 0.05,
  maxAttempts: 3,
}

export type FaultInjection = {
  client: ReturnType<TestDatabase['client']>
  /** Faults up to now, by kind. */
  counts: Record<string, number>
  /** False: everything goes well until it is true again. */
  isOn: boolean
}

export const injectFaults = (database: TestDatabase, profile: FaultProfile, seed: number): FaultInjection => {
  const chance = seeded(seed)
  const counts: Record<string, number> = {}
  const count = <T extends string>(what: T): T => {
    counts[what] = (counts[what] ?? 0) + 1
    return what
  }
  const draw = (chances: Chances): Fault | null => {
    let left = chance.next()
    for (const [fault, likelihood] of Object.entries(chances)) {
      left -= likelihood
      if (left < 0) return kindOf(fault)
    }
    return null
  }
  const client = database.client(profile.maxAttempts === 1 ? { maxAttempts: 1 } : atOnce(profile.maxAttempts))
  const injection: FaultInjection = { client, counts, isOn: false }
  withFaults(client, (command) => {
    if (!injection.isOn) return null
    const fault = draw(command === 'TransactWriteItemsCommand' ? profile.transactions : profile.others)
    return fault && count(fault)
  })
  const { stale = 0 } = profile
  if (stale > 0) {
    const replica = withStaleReads(client, () => {
      // Now and then it catches up, and begins to fall behind again.
      if (chance.chance(0.2)) replica.catchUp()
      return injection.isOn && chance.chance(stale)
    })
  }
  withDoubles(client, () => {
    const isDoubled = injection.isOn && chance.chance(profile.doubled)
    if (isDoubled) count('doubled')
    return isDoubled
  })
  return injection
}

const kindOf = (name: string): Fault | null =>
  name === 'lost-answer' || name === 'conflict' || name === 'throttle' || name === 'timeout' ? name : null

/** The SDK's own repetitions without its pauses, which prove nothing here. */
const atOnce = (maxAttempts: number): ClientOverrides => {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 })
  return {
    maxAttempts,
    retryStrategy: {
      acquireInitialRetryToken: async () => token(0),
      refreshRetryTokenForRetry: async (before, { errorType }) => {
        const tries = before.getRetryCount() + 1
        if (tries >= maxAttempts || (errorType !== 'TRANSIENT' && errorType !== 'THROTTLING'))
          throw new Error('no more')
        return token(tries)
      },
      recordSuccess: () => {},
    },
  }
}
