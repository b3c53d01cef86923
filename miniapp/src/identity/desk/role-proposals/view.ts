/** Grants that wait for a second admin, in words. Pure. */
import type { Power, RoleProposal, TicketPurpose } from '@contract/identity'
import type { Reviewed, ReviewItem } from '@/desk/registration'
import { otherName } from '@/desk/words'
import { powerName } from '@/shared/session/role-names'
import { partName } from '../roles/draft'

/** A newer server's powers, of which this package has no words. */
const unknownPowers = `${otherName}（这个版本不认识）`

/** What it grants, each as `nameOf` says it, and that there is more where there is. */
export const grantedTexts = (
  { powers, more }: Pick<RoleProposal, 'powers' | 'more'>,
  nameOf: (power: Power) => string,
): string[] => [...powers.map(nameOf), ...(more || powers.length === 0 ? [unknownPowers] : [])]

export const powersText = (proposal: Pick<RoleProposal, 'powers' | 'more'>): string =>
  grantedTexts(proposal, powerName).join('、')

/** `授予身份：张老师 · 礼品与积分`. */
export const roleProposalTitle = (proposal: Pick<RoleProposal, 'powers' | 'more'>, whom: string): string =>
  `授予身份：${whom} · ${powersText(proposal)}`

/** Neither who proposed it nor who would get it. */
export const mayDecide = (
  { person, proposedBy }: Pick<RoleProposal, 'person' | 'proposedBy'>,
  me: string,
): boolean => person !== me && proposedBy !== me

const stateNames: Record<RoleProposal['state'], string> = {
  proposed: '待同意',
  approved: '已授予',
  rejected: '未同意',
  withdrawn: '已撤回',
  expired: '已失效',
  other: otherName,
}

export function roleProposalSign({ state }: Pick<RoleProposal, 'state'>): ReviewItem['sign'] {
  const tone = state === 'proposed' ? 'doubt' : state === 'approved' ? 'open' : 'closed'
  return { word: stateNames[state], tone }
}

/** @param nameOf what somebody is called in a title, by id */
export const roleProposalReviews = (
  proposals: readonly RoleProposal[],
  nameOf: (person: string) => string,
): Reviewed => ({
  items: proposals.map((proposal) => itemOf(proposal, nameOf(proposal.person))),
  more: false,
})

function itemOf(proposal: RoleProposal, whom: string): ReviewItem {
  const { id, proposedBy, proposedAt, until, decidedAt, state } = proposal
  return {
    kind: 'role',
    id,
    title: roleProposalTitle(proposal, whom),
    by: proposedBy,
    since: Date.parse(proposedAt),
    due: Date.parse(until),
    isWaiting: state === 'proposed',
    decidedAt: decidedAt ? Date.parse(decidedAt) : null,
    sign: roleProposalSign(proposal),
  }
}

/** What approving means, said before it. */
export function roleApprovalText(
  whom: string,
  proposal: Pick<RoleProposal, 'region' | 'powers' | 'more' | 'scope'>,
  outletName: (id: string) => string,
): string {
  const { region, powers, scope } = proposal
  const part = scope ? `（${partName({ region, scope, powers }, outletName)}）` : ''
  return `同意后，${whom}成为市中心工作人员${part}，权限是${powersText(proposal)}；原有的工作人员权限换成这些。15 分钟内生效。`
}

/** What the phone is asked for where it has to confirm the decision. It has no words for a part of the city. */
export function roleDecisionPurpose(
  { powers, scope }: Pick<RoleProposal, 'powers' | 'scope'>,
  no: string | undefined,
  approve: boolean,
): TicketPurpose {
  return approve && no !== undefined && powers.length > 0 && scope === undefined
    ? { kind: 'grant', role: 'staff', powers, no }
    : { kind: 'other' }
}
