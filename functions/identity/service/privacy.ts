/**
 * The privacy job: erases what the domains hold of a person who leaves, domain by domain, and the person last. Each step is recorded
 * and can be repeated, so that the next run, by a request or by the schedule, continues one that was killed.
 */
import { timeLeft } from '../../shared/aws/deadline'
import { type Log, traceOf } from '../../shared/aws/logger'
import { TableUnavailable } from '../../shared/aws/unavailable'
import * as z from '../../shared/zod'
import { personIdSchema } from '../contract'
import type { IdentityService } from '../service'

/** What starts it: a request of somebody who leaves, or its schedule. */
const eventSchema = z.union([
  z.object({ person: personIdSchema, requestId: z.string() }),
  z.object({ schedule: z.string() }),
])
/** What identity asks of it. */
export type PrivacyRequest = { person: string; requestId: string }

type PrivacyDependencies = {
  store: Pick<IdentityService, 'readLeaving' | 'everyoneLeaving' | 'noteErased' | 'removePerson'>
  /** By domain, see functions/personal-data.ts. */
  erasers: ReadonlyMap<string, (person: string, at: number) => Promise<void>>
  clock: () => number
  log: Log
}

/** How often the schedule comes, in milliseconds (../domain.ts). */
const intervalMs = 300_000

/** Begins with another at each run of the schedule, so that one who takes all of its time does not hold up the others for ever. */
const inTurn = (people: readonly string[], now: number): string[] => {
  const first = people.length === 0 ? 0 : Math.floor(now / intervalMs) % people.length
  return [...people.slice(first), ...people.slice(0, first)]
}

/** Milliseconds that must be left for another person; what is cut off all the same is gone on with. */
const reserveMs = 10_000

/** Throws where something could not be erased, so that somebody is woken; what it was is in the log. */
export const createPrivacyJob = ({ store, erasers, clock, log }: PrivacyDependencies) => {
  const finish = async (person: string): Promise<void> => {
    const leaving = await store.readLeaving(person)
    // Another run was faster.
    if (!leaving) return
    for (const [domain, erase] of erasers) {
      if (leaving.erased?.has(domain)) continue
      await erase(person, clock())
      await store.noteErased(person, domain)
    }
    await store.removePerson(person)
  }

  /** Whether it is done. One person's trouble is not another's. */
  const tryFinishing = async (person: string, requestId: string): Promise<boolean> => {
    try {
      await finish(person)
      return true
    } catch (error) {
      const where = { requestId, route: 'privacy' }
      if (error instanceof TableUnavailable) log('table-unavailable', { ...where, cause: error.name })
      else log('request-crashed', { ...where, ...traceOf(error) })
      return false
    }
  }

  const finishEveryone = async (): Promise<boolean> => {
    let isDone = true
    for (const person of inTurn(await store.everyoneLeaving(), clock())) {
      if (timeLeft() < reserveMs) break
      isDone = (await tryFinishing(person, 'schedule')) && isDone
    }
    return isDone
  }

  return async (event: unknown): Promise<{ ok: true }> => {
    const request = z.parse(eventSchema, event)
    const isDone =
      'person' in request ? await tryFinishing(request.person, request.requestId) : await finishEveryone()
    if (!isDone) throw new Error('the privacy job failed')
    return { ok: true }
  }
}
