/** Where everything stands in the table `identity`. PK and SK are strings; `expiresAt` is the second an item may vanish. */

import type { Key } from '../../shared/aws/table'
import { cityOf } from '../../shared/city-of'
import { dayOf } from '../../shared/day'

export const personPartition = (person: string) => `person#${person}`
export const sessionPrefix = 'session#'

export const personKey = (person: string): Key => ({ PK: personPartition(person), SK: 'person' })
/** Beside the person, so that one Query finds every session there is. */
export const sessionKey = (person: string, id: string): Key => ({
  PK: personPartition(person),
  SK: `${sessionPrefix}${id}`,
})

/** The only places where WeChat's id and the number that is read out lead to a person. */
export const openidKey = (openid: string): Key => ({ PK: `openid#${openid}`, SK: 'person' })
export const noKey = (no: string): Key => ({ PK: `no#${no}`, SK: 'person' })

export const cityPartition = (region: string) => `city#${region}`
export const holderPrefix = 'holder#'
export const holderKey = (region: string, person: string): Key => ({
  PK: cityPartition(region),
  SK: `${holderPrefix}${person}`,
})
/** Who can grant roles in the city; every change of that goes through this one item. */
export const adminsKey = (region: string): Key => ({ PK: cityPartition(region), SK: 'admins' })

export const auditPartition = (region: string, month: string) => `audit#${region}#${month}`
export const auditKey = (region: string, at: string, mark: string): Key => ({
  PK: auditPartition(region, dayOf(Date.parse(at)).slice(0, 7)),
  SK: `${at}#${mark}`,
})

/** Beside the changes of roles, for programs from before 0.4 read those strictly. */
export const nameAuditPartition = (region: string, month: string) => `names#${region}#${month}`
export const nameAuditKey = (region: string, at: string, mark: string): Key => ({
  PK: nameAuditPartition(region, dayOf(Date.parse(at)).slice(0, 7)),
  SK: `${at}#${mark}`,
})

export const roleProposalPartition = (region: string) => `role-proposals#${region}`
/** Which of a city's proposals wait. */
export const openRoleProposalsKey = (region: string): Key => ({
  PK: cityPartition(region),
  SK: 'open-role-proposals',
})
/** Ids begin with the city and a time, so that they sort. */
export const roleProposalKey = (id: string): Key => ({ PK: roleProposalPartition(cityOf(id)), SK: id })

/** Where the changes of a person's roles are found, and those that the person made: each by when it was. */
export const ownChangesPartition = (person: string) => `roles#${person}`
export const ownChangesPrefix = { own: 'own#', made: 'made#' } as const
export const ownChangeKey = (person: string, which: keyof typeof ownChangesPrefix, sort: string): Key => ({
  PK: ownChangesPartition(person),
  SK: `${ownChangesPrefix[which]}${sort}`,
})

/** Everyone who is leaving, together: a schedule finds whoever is not gone yet. */
export const leavingPartition = 'leaving'
export const leavingKey = (person: string): Key => ({ PK: leavingPartition, SK: person })

export const ticketKey = (id: string): Key => ({ PK: `ticket#${id}`, SK: 'ticket' })

/** WeChat's access token for this mini-program: one for all. */
export const accessTokenKey: Key = { PK: 'wechat', SK: 'access-token' }
