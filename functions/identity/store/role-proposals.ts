/** Grants that were proposed, by city: those that wait, and for 30 days those that were decided. */

import { isPowerName, type Power } from '../../shared/access/access'
import { type Scope, scopeSchema } from '../../shared/access/scope'
import { parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { dayMs } from '../../shared/day'
import { stateIn } from '../../shared/items/state-condition'
import * as z from '../../shared/zod'
import { roleProposalFields, roleProposalStates } from '../contract'
import { roleProposalKey, roleProposalPartition } from './keys'

const mostShown = 100
const retentionDays = 30

const storedSchema = z.object({
  ...roleProposalFields,
  powers: z.array(z.custom<Power>(isPowerName)),
  scope: z.optional(scopeSchema),
  state: z.enum(roleProposalStates),
  /** What the person held there when it was proposed (`baseOf`). */
  base: z.optional(z.string()),
})
export type StoredRoleProposal = z.infer<typeof storedSchema>
export type RoleDecision = { state: 'approved' | 'rejected' | 'withdrawn'; by: string | null }

export const roleProposalStore = (table: Table, { clock }: { clock: () => number }) => ({
  async readProposal(id: string): Promise<StoredRoleProposal | null> {
    const item = await table.get(roleProposalKey(id), { consistent: true })
    return item && parseItem(storedSchema, item)
  },

  /** The newest, and those of `open` that are older. Newest first. */
  async listProposals(region: string, open: readonly string[]): Promise<StoredRoleProposal[]> {
    const range = { from: `${region}-`, until: `${region}-~`, limit: mostShown, newestFirst: true }
    const newest = await table.page(roleProposalPartition(region), { ...range, consistent: true })
    const listed = new Set(newest.map(({ SK }) => SK))
    const older = open.filter((id) => !listed.has(id)).map(roleProposalKey)
    const items = [...newest, ...(await table.getMany(older, { consistent: true }))]
    return items.map((item) => parseItem(storedSchema, item)).sort((a, b) => (a.id < b.id ? 1 : -1))
  },

  /** Fragment: refused where one with that id is there. */
  putProposal: (proposal: StoredRoleProposal): Write =>
    table.put(
      {
        ...roleProposalKey(proposal.id),
        ...proposal,
        expiresAt: secondsOf(Date.parse(proposal.until) + retentionDays * dayMs),
      },
      { ConditionExpression: 'attribute_not_exists(PK)' },
    ),

  /** Fragment: refused where somebody has decided. */
  decideProposal: (id: string, { state, by }: RoleDecision): Write => {
    const open = stateIn(['proposed'])
    return table.update(roleProposalKey(id), {
      ...open,
      UpdateExpression: 'SET #state = :state, decidedBy = :by, decidedAt = :at',
      values: { ...open.values, ':state': state, ':by': by, ':at': new Date(clock()).toISOString() },
    })
  },
})

/** Whether both ask for the same. */
export const isSameRequest = (a: Requested, b: Requested): boolean => textOf(a) === textOf(b)

type Requested = { person: string; proposedBy: string; powers: readonly Power[]; scope?: Scope }
const textOf = ({ person, proposedBy, powers, scope }: Requested) =>
  JSON.stringify([person, proposedBy, powers, scope?.kind, scope?.id])
