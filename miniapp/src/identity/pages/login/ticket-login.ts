/**
 * A login that another phone approves: a ticket is shown and polled every two seconds; with the secret of an approved
 * ticket the session is collected, once.
 */
import type { Result } from '@common/result'
import type { CollectResponse, SessionResponse, TicketResponse } from '@contract/identity'
import type { Failure } from '@/shared/api/request'
import { createStore } from '@/shared/storage/store'

/**
 * `asleep`: expired; polling stops until the person wants a new one. `byAnother`: the phone that tried to approve it
 * belongs to somebody else than who is logged in here.
 */
export type TicketStep =
  | { step: 'opening' }
  | { step: 'shown'; ticket: TicketResponse; unreachable: boolean; byAnother: boolean }
  | { step: 'asleep' }
  | { step: 'failed'; failure: Failure }
  | { step: 'in' }

export interface TicketDeps {
  open(): Promise<Result<TicketResponse, Failure>>
  collect(ticket: Pick<TicketResponse, 'id' | 'secret'>): Promise<Result<CollectResponse, Failure>>
  begin(session: SessionResponse): void
  wait(ms: number): Promise<void>
  now(): number
}

const pause = 2_000

export function createTicketLogin(deps: TicketDeps) {
  const store = createStore<TicketStep>({ step: 'opening' })
  // A ticket that was replaced, or whose page was left, is no longer shown or polled.
  let round = 0

  async function start(): Promise<void> {
    round += 1
    const current = round
    store.set({ step: 'opening' })
    const opened = await deps.open()
    if (current !== round) return
    if (!opened.ok) store.set({ step: 'failed', failure: opened.error })
    else await watch(opened.value, () => current === round)
  }

  async function watch(ticket: TicketResponse, isCurrent: () => boolean): Promise<void> {
    const until = deps.now() + ticket.expiresIn * 1000
    let next: TicketStep = { step: 'shown', ticket, unreachable: false, byAnother: false }
    while (next.step === 'shown') {
      store.set(next)
      await deps.wait(pause)
      if (!isCurrent()) return
      next = deps.now() < until ? await ask(next, isCurrent) : { step: 'asleep' }
      if (!isCurrent()) return
    }
    store.set(next)
  }

  /** What comes after `before`. The session is begun also for whoever left meanwhile: the one from before has ended at the server. */
  async function ask(before: Shown, isCurrent: () => boolean): Promise<TicketStep> {
    let answer = await deps.collect(before.ticket)
    // Lost, it can be the one with the session, and nobody would ask again.
    if (!answer.ok && !isCurrent()) {
      await deps.wait(pause)
      answer = await deps.collect(before.ticket)
    }
    if (answer.ok && answer.value.state === 'approved') deps.begin(answer.value.session)
    return stepAfter(answer, before)
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    start,
    stop() {
      round += 1
    },
  }
}

type Shown = Extract<TicketStep, { step: 'shown' }>

function stepAfter(answer: Result<CollectResponse, Failure>, before: Shown): TicketStep {
  if (answer.ok)
    return answer.value.state === 'approved'
      ? { step: 'in' }
      : { ...before, unreachable: false, byAnother: answer.value.byAnother === true }
  // A dead network or a busy server passes, and the code on the screen is still good.
  return answer.error.code === 'ticket-ended' ? { step: 'asleep' } : { ...before, unreachable: true }
}
