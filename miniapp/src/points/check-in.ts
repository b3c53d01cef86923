/**
 * Checking in. The button says 已签到 at once, for a second press could only be answered with the same; the points
 * appear when the server has written them.
 */
import type { Result } from '@common/result'
import type { Account, Earned } from '@contract/points'
import type { Failure } from '@/shared/api/request'
import { createStore, type Store } from '@/shared/storage/store'

/** `sending`: pressed, and nobody knows yet. `earned`: what it brought. */
export type CheckIn =
  | { step: 'idle' }
  | { step: 'sending' }
  | { step: 'failed'; failure: Failure }
  | { step: 'earned'; points: number; repeated: boolean }

export type CheckIns = Pick<Store<CheckIn>, 'get' | 'subscribe'> & {
  /** Ignored while one is on its way. */
  press(region: string): Promise<void>
  /** Another person, city or day. */
  reset(): void
}

export function createCheckIns(deps: {
  send(region: string): Promise<Result<Earned, Failure>>
  /** Has what was earned shown in the account. */
  earned(earned: Earned): void
}): CheckIns {
  const store = createStore<CheckIn>({ step: 'idle' })
  let round = 0
  return {
    get: store.get,
    subscribe: store.subscribe,
    async press(region) {
      if (store.get().step === 'sending') return
      round += 1
      const mine = round
      store.set({ step: 'sending' })
      const answer = await deps.send(region)
      // Somebody else, or another city, has the screen now.
      if (round !== mine) return
      if (answer.ok) deps.earned(answer.value)
      store.set(
        answer.ok
          ? { step: 'earned', points: answer.value.entry.points, repeated: answer.value.repeated }
          : { step: 'failed', failure: answer.error },
      )
    },
    reset() {
      round += 1
      store.set({ step: 'idle' })
    },
  }
}

/** The account as it will be: done, one day longer. The balance stays what the server has written. */
export function checkedIn(account: Account): Account {
  const { checkIn, ways } = account
  if (checkIn.doneToday) return account
  return {
    ...account,
    checkIn: { ...checkIn, doneToday: true, streak: checkIn.streak + 1 },
    ways: ways.map((way) => (way.rule === 'check-in' ? { ...way, state: 'done-today' } : way)),
  }
}
