/** What takes two of the staff: planned by one, carried out when another approves. */

import type { Session } from '../../../shared/access/access'
import type { Plan } from '../../../shared/access/approval'
import { cityOf } from '../../../shared/city-of'
import { namedBy } from '../../../shared/codes/ids'
import { dayOf } from '../../../shared/day'
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { Failure } from '../../../shared/http/problems'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok, type Result } from '../../../shared/result'
import type { ProposalRequest } from '../../contract'
import type { Places } from '../../dependencies'
import type { pointsOperations } from '../../operations'
import type { Plans } from '../../service/approval/plans'
import type { proposalService } from '../../service/approval/proposals'
import type { giftReader } from '../../store/gift/gifts'
import { failureOf } from '../failures'
import { toBatchResponse } from './batches'
import { type Showing, toGiftResponse, validateChange } from './gifts'
import { storedRequestOf } from './pictures'
import { validateRules } from './rules'

type Dependencies = Showing & {
  secret: () => Promise<string>
  clock: () => number
  plans: Plans
  proposals: ReturnType<typeof proposalService>
  gifts: Pick<ReturnType<typeof giftReader>, 'readGift'>
  places: Pick<Places, 'readPlaces'>
}
type Operations = typeof pointsOperations
type RequestOf<Name extends keyof Operations> = Parameters<HandlerOf<Operations[Name]>>[0]
const perPage = 15

type Validation<Code extends string = never> = Result<null, Failure<Code>>

const validateBatch = ({ clock }: Pick<Dependencies, 'clock'>, { until }: { until: string }): Validation =>
  until < dayOf(clock()) ? err(untilPast) : ok(null)
const untilPast: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'until', message: 'must not lie in the past' }],
}

export const planCreateBatch =
  (dependencies: Dependencies) =>
  async ({ session, body, key }: RequestOf<'createBatch'>) => {
    const valid = validateBatch(dependencies, body)
    if (!valid.ok) return valid
    const by = session.person
    const secret = await dependencies.secret()
    const id = namedBy(secret, { what: 'proposal', region: body.region, by, key }, body)
    const asking = { ...id, by, approval: null }
    const request = { operation: 'createBatch' as const, request: body }
    const plan = dependencies.plans.planBatch(request, asking, secret)
    return plan.ok ? ok(answering(plan.value, async (batch) => toBatchResponse(batch))) : err(untilPast)
  }

export const planChangeRules =
  ({ plans }: Dependencies) =>
  async ({ session, params: { region }, body }: RequestOf<'changeRules'>) => {
    const valid = validateRules(body)
    if (!valid.ok) return valid
    const request = { operation: 'changeRules' as const, region, request: body }
    return plans.planRules(request, alone(session))
  }

export const planChangeGift =
  (dependencies: Dependencies) =>
  async ({ session, params: { id }, body }: RequestOf<'changeGift'>) => {
    const valid = await validateChange(dependencies, id, body)
    if (!valid.ok) return valid
    const request = { operation: 'changeGift' as const, gift: id, request: body }
    const plan = await dependencies.plans.planGift(request, alone(session))
    return plan.ok ? ok(answering(plan.value, toGiftResponse(dependencies))) : plan
  }

const alone = ({ person }: Session) => ({ id: '', asked: '', by: person, approval: null })

const answering = <From, To, Code extends string>(
  plan: Plan<From, Code>,
  show: (from: From) => Promise<To>,
): Plan<To, Code> => ({
  ...plan,
  run: async (also) => {
    const done = await plan.run(also)
    return done.ok ? ok(await show(done.value)) : done
  },
})

/** What no schema sees of what is proposed. */
const validateProposal = async (
  dependencies: Dependencies,
  request: ProposalRequest,
): Promise<Validation<'unknown-gift' | 'unknown-outlet'>> => {
  if (request.operation === 'createBatch') return validateBatch(dependencies, request.request)
  if (request.operation === 'changeRules') return validateRules(request.request)
  if (request.operation === 'changePicture') return ok(null)
  return validateChange(dependencies, request.gift, request.request)
}

const regionOf = (request: ProposalRequest): string => {
  if (request.operation === 'createBatch') return request.request.region
  return request.operation === 'changeRules' ? request.region : cityOf(request.gift)
}

export const handleProposals =
  ({ proposals }: Pick<Dependencies, 'proposals'>): HandlerOf<Operations['proposals']> =>
  async ({ query: { region, cursor } }) => {
    const from = readSortCursor(cursor, /^(decided#)?\d{6}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const page = await proposals.listProposals(region, from.value, perPage)
    const { open, next } = page
    return ok({ json: { proposals: page.proposals, open, cursor: sortCursorOf(next) } })
  }

export const handlePropose =
  (dependencies: Dependencies): HandlerOf<Operations['propose']> =>
  async ({ session, body, key }) => {
    const valid = await validateProposal(dependencies, body)
    if (!valid.ok) return valid
    const by = session.person
    const secret = await dependencies.secret()
    const id = namedBy(secret, { what: 'proposal', region: regionOf(body), by, key }, body)
    const stored = storedRequestOf(body)
    if (!stored.ok) return stored
    const proposed = await dependencies.proposals.propose({ ...id, by, ...stored.value }, secret)
    if (proposed.ok) return ok({ json: proposed.value })
    return err(proposed.error.code === 'proposal-expired' ? untilPast : { code: proposed.error.code })
  }

export const handleDecideProposal =
  ({
    proposals,
    secret,
  }: Pick<Dependencies, 'proposals' | 'secret'>): HandlerOf<Operations['decideProposal']> =>
  async ({ session, params: { id }, body: { approve, why = null } }) => {
    const decision = approve ? ('approved' as const) : ('rejected' as const)
    const decided = await proposals.decide({ id, by: session.person, decision, why }, await secret())
    return decided.ok ? ok({ json: decided.value }) : err(failureOf(decided.error.code))
  }

export const handleWithdrawProposal =
  ({ proposals }: Pick<Dependencies, 'proposals'>): HandlerOf<Operations['withdrawProposal']> =>
  async ({ session, params: { id } }) => {
    const withdrawn = await proposals.withdraw({ id, by: session.person })
    return withdrawn.ok ? ok({ json: withdrawn.value }) : err(failureOf(withdrawn.error.code))
  }
