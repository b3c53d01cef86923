/**
 * Handing a gift over, step by step: ask for the code, see what it is, confirm, done. Checking writes nothing, so a
 * lost check is nothing lost. A lost confirmation may have counted: the same ticket is sent again, which the server
 * answers as it did the first time, so that pressing twice hands over once.
 */
import type { Result } from '@common/result'
import type { PickupCheck, PickupResponse } from '@contract/points'
import type { Failure, FailureCode } from '@/shared/api/request'
import { createStore, type Store } from '@/shared/storage/store'

export type Step =
  | { step: 'ask'; refused: Failure | null; unsure: boolean }
  | { step: 'checking'; digits: string }
  /** `unsure`: a confirmation was sent and not answered. `refused`: why the last press did nothing. */
  | { step: 'found'; check: PickupCheck; refused: Failure | null; unsure: boolean }
  | { step: 'confirming'; check: PickupCheck; unsure: boolean }
  | { step: 'done'; answer: PickupResponse }

export type HandoverDeps = {
  check(place: string, digits: string): Promise<Result<PickupCheck, Failure>>
  confirm(place: string, ticket: string): Promise<Result<PickupResponse, Failure>>
  /** False only where the phone knows that it has no network. */
  online(): Promise<boolean>
}

export type HandoverFlow = Pick<Store<Step>, 'get' | 'subscribe'> & {
  check(place: string, digits: string): Promise<void>
  confirm(place: string): Promise<void>
  /** Back to the code: the next person, or this one not. */
  restart(): void
}

const begin: Step = { step: 'ask', refused: null, unsure: false }

/** A server that broke down may have written before it did. */
const unknownOutcomeCodes: readonly FailureCode[] = [
  'offline',
  'timeout',
  'bad-answer',
  'unavailable',
  'internal',
]

/** Whether the server may have done it although it did not say so. */
export function isOutcomeUnknown({ code }: Failure): boolean {
  return unknownOutcomeCodes.includes(code)
}

/** Refusals after which the ticket is worth nothing: a new code is needed, or none. */
function endsTicket(failure: Failure): boolean {
  return !isOutcomeUnknown(failure) && failure.code !== 'rate-limited'
}

export function createHandoverFlow(deps: HandoverDeps): HandoverFlow {
  const store = createStore<Step>(begin)

  async function check(place: string, digits: string): Promise<void> {
    if (store.get().step !== 'ask') return
    const checking: Step = { step: 'checking', digits }
    store.set(checking)
    const answer = await deps.check(place, digits)
    // A late answer is ignored once the person has gone back.
    if (store.get() !== checking) return
    store.set(
      answer.ok
        ? { step: 'found', check: answer.value, refused: null, unsure: false }
        : { step: 'ask', refused: answer.error, unsure: false },
    )
  }

  async function confirm(place: string): Promise<void> {
    const found = store.get()
    if (found.step !== 'found') return
    const confirming: Step = { step: 'confirming', check: found.check, unsure: found.unsure }
    store.set(confirming)
    if (!(await deps.online())) {
      store.set({ ...found, refused: { code: 'offline' } })
      return
    }
    const answer = await deps.confirm(place, found.check.ticket)
    if (answer.ok) store.set({ step: 'done', answer: answer.value })
    else if (endsTicket(answer.error)) store.set({ step: 'ask', refused: answer.error, unsure: found.unsure })
    else
      store.set({
        ...found,
        refused: answer.error,
        unsure: found.unsure || isOutcomeUnknown(answer.error),
      })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    check,
    confirm,
    // A confirmation on its way is waited for: what it did must be seen.
    restart: () => store.get().step !== 'confirming' && store.set(begin),
  }
}
