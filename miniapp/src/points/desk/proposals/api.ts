/** What takes two people: proposed by one, decided by another. */
import type { BodyOf } from '@common/declaration/endpoint'
import { ok } from '@common/result'
import type { ProposalRequest } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/staff/proposals'
import { call } from '@/shared/api/request'

export type Decision = BodyOf<typeof endpoints.decideProposal>

export const fetchProposals = async (region: string, cursor?: string) => {
  const answer = await call(endpoints.proposals, { query: { region, cursor } })
  if (!answer.ok) return answer
  const { proposals: items, ...page } = answer.value
  return ok({ items, ...page })
}

export const propose = (body: ProposalRequest, key: string) =>
  call(endpoints.propose, { body, key }, { timeout: 30_000 })

/** What staff alone see before it is approved. */
export const fetchProposedPicture = (id: string) =>
  call(endpoints.proposalPicture, { params: { id } }, { timeout: 30_000 })

/** Approving a batch makes its codes, which takes a while. */
export const decideProposal = (id: string, body: Decision) =>
  call(endpoints.decideProposal, { params: { id }, body }, { timeout: 30_000 })

export const withdrawProposal = (id: string) => call(endpoints.withdrawProposal, { params: { id } })
