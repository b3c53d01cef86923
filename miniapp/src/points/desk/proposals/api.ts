/** What takes two people: proposed by one, decided by another. */
import { ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import {
  type Proposal,
  type ProposalRequest,
  pointsPaths,
  type proposalDecisionRequestSchema,
  proposalSchema,
  proposalsResponseSchema,
} from '@contract/points'
import type { WaitingPage } from '@/desk/waiting-pages'
import { ask, type Failure, pathOf } from '@/shared/request'

type Answer<T> = Promise<Result<T, Failure>>
export type Decision = z.infer<typeof proposalDecisionRequestSchema>

export const fetchProposals = async (region: string, cursor?: string): Answer<WaitingPage<Proposal>> => {
  const path = pathOf(pointsPaths.staffProposals, {}, { region, cursor })
  const answer = await ask({ path, schema: proposalsResponseSchema, auth: true })
  if (!answer.ok) return answer
  const { proposals: items, ...page } = answer.value
  return ok({ items, ...page })
}

export const propose = (body: ProposalRequest, key: string): Answer<Proposal> =>
  ask({ path: pointsPaths.staffProposals, schema: proposalSchema, auth: true, body, key })

/** Approving a batch makes its codes, which takes a while. */
export const decideProposal = (id: string, body: Decision): Answer<Proposal> =>
  ask({
    path: pathOf(pointsPaths.staffProposalDecision, { id }),
    schema: proposalSchema,
    auth: true,
    body,
    timeout: 30_000,
  })

export const withdrawProposal = (id: string): Answer<Proposal> =>
  ask({
    path: pathOf(pointsPaths.staffProposalWithdrawal, { id }),
    schema: proposalSchema,
    auth: true,
    body: {},
  })
