/**
 * Operations that take two people. One that declares `secondApproval: 'second-person'` is not answered by a function that does
 * what was asked, but by one that plans it. Here alone a plan is carried out: at once where it yields nothing more to
 * anybody, else in the transaction in which another person approves it.
 */

import type { Write } from '../aws/table'
import type { Access, ObjectSchema, Operation, Schema } from '../declaration/operation'
import type { Failure } from '../http/problems'
import { type HandlerRequest, type Route, route } from '../http/router'
import { err, ok, type Result } from '../result'
import type * as z from '../zod'

/** What a request would do, as things are now. */
export type Plan<Done, Code extends string> = {
  region: string
  /** Id of what it is about. */
  subject: string
  /** What it is called on screens. */
  label: string
  changes: { field: string; before: string; after: string }[]
  /** Id of the uploaded picture that people would see; absent where it is about none. */
  media?: string
  /** Tells whether what it was made from still stands when it is approved. */
  base: string
  needsApproval: boolean
  /** Does it in one transaction with `also`. */
  run: (also: Write[]) => Promise<Result<Done, Failure<Code>>>
}

/** A route that does what yields nothing more, and refuses the rest: that is proposed (`second-person-needed`). */
export function plannedRoute<
  Params extends ObjectSchema,
  Query extends ObjectSchema,
  Body extends Schema,
  Value extends Schema,
  Code extends string,
  Who extends Access,
  Keyed extends true | undefined,
>(
  operation: Operation<Params, Query, Body, Value, Code, Who, Keyed>,
  plan: (
    input: HandlerRequest<Params, Query, Body, Who, Keyed>,
  ) => Promise<Result<Plan<z.infer<Value>, Code>, Failure<Code>>>,
): Route {
  const planned = route(operation, async (input: HandlerRequest<Params, Query, Body, Who, Keyed>) => {
    const made = await plan(input)
    if (!made.ok) return made
    if (made.value.needsApproval) return err<Failure<Code>>({ code: 'second-person-needed' })
    const done = await made.value.run([])
    return done.ok ? ok({ json: done.value }) : done
  })
  return { ...planned, isPlanned: true }
}

/** Something proposed, as far as deciding on it goes. */
export type Proposed = { state: string; proposedBy: string; decidedBy: string | null }
export type Decision = 'approved' | 'rejected' | 'withdrawn'

/** `done`: it is this very decision of theirs, sent again. */
type Turn<Refusal extends string> = Result<'open' | 'done', 'decided' | Refusal>

const turn = <Refusal extends string>(
  { state, decidedBy }: Proposed,
  by: string,
  decision: Decision,
  refusal: Refusal | null,
): Turn<Refusal> => {
  if (state === decision && decidedBy === by) return ok('done')
  if (state !== 'proposed') return err('decided')
  return refusal === null ? ok('open') : err(refusal)
}

/** Whether this person may approve or reject: never what they proposed themselves, whatever powers they hold. */
export const mayDecide = (
  proposed: Proposed,
  by: string,
  decision: Exclude<Decision, 'withdrawn'>,
): Turn<'own'> => turn(proposed, by, decision, proposed.proposedBy === by ? ('own' as const) : null)

export const mayWithdraw = (proposed: Proposed, by: string): Turn<'not-own'> =>
  turn(proposed, by, 'withdrawn', proposed.proposedBy === by ? null : ('not-own' as const))
