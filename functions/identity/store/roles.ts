/**
 * Roles of people by city. A change writes the person, the city's list of admins, its list of role holders and the change itself in one
 * transaction: into the record of what staff did, and here with the whole roles, as their list and the person's export show it.
 */

import { operatorId } from '../../audit/contract'
import { type AuditRecords, changesOf } from '../../audit/fragments'
import { parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { dayMs } from '../../shared/day'
import * as z from '../../shared/zod'
import type { Holder, RoleChange } from '../contract'
import type { IdentityAuditAction } from '../contract/audit-actions'
import type { Random } from '../rules/ids'
import { fieldsBetween } from '../rules/role-fields'
import { adminsAfter, type Held, heldBy, heldIn, holdsAny, isAdmin } from '../rules/roles'
import {
  adminsKey,
  auditKey,
  auditPartition,
  cityPartition,
  holderKey,
  holderPrefix,
  ownChangeKey,
} from './keys'
import { type Person, revokeAccess } from './people'
import { storedHolderSchema, storedRoleChangeSchema } from './stored-roles'

const adminsSchema = z.object({ people: z.array(z.string()), version: z.int() })
type Admins = z.infer<typeof adminsSchema>

/** Three years: as long as an action of a public office is commonly asked about, and no longer. */
export const auditRetentionMs = 3 * 365 * dayMs

export const holderReader = (table: Table) => ({
  /** Everyone who holds a role in the city. */
  async holders(region: string): Promise<Holder[]> {
    const items = await table.query(cityPartition(region), holderPrefix, { consistent: true })
    return items.map((item) => parseItem(storedHolderSchema, item))
  },
})

export type RoleDependencies = {
  clock: () => number
  random: Random
  /** Asked for where it is needed: the privacy job does not reach it. */
  audit: () => AuditRecords<IdentityAuditAction>
}
type RoleAction = Exclude<RoleChange['deed'], 'other'>
/** In one city. `by` is null for whoever runs the command line. */
export type CityChange = { region: string; held: Held; by: string | null; action: RoleAction }

/** `held`: in that city alone. */
type Recorded = CityChange & { before: Held }

export const roleStore = (table: Table, { clock, random, audit }: RoleDependencies) => {
  const readAdmins = async (region: string): Promise<Admins> => {
    const item = await table.get(adminsKey(region), { consistent: true })
    return item ? parseItem(adminsSchema, item) : { people: [], version: 0 }
  }

  /** Fragments for the city; null if it would be left without an admin. The person's own write is not among them. */
  const cityWrites = async (person: Person, change: CityChange): Promise<Write[] | null> => {
    const { region, by, action } = change
    const at = new Date(clock()).toISOString()
    const [was, becomes] = [isAdmin(person.roles, region), isAdmin(change.held.roles, region)]
    const admins = await readAdmins(region)
    const after = was === becomes ? admins.people : adminsAfter(admins.people, person.id, becomes)
    if (after === null) return null
    const [before, held] = [heldIn(heldBy(person), region), heldIn(change.held, region)]
    const holder: Holder = {
      id: person.id,
      no: person.no,
      name: person.names?.[region],
      ...heldFields(held),
      changedAt: at,
    }
    const record: RoleChange = {
      at,
      by,
      person: person.id,
      deed: action,
      before: before.roles,
      after: held.roles,
      ...(before.scopedRoles.length > 0 && { scopedBefore: before.scopedRoles }),
      ...(held.scopedRoles.length > 0 && { scopedAfter: held.scopedRoles }),
    }
    return [
      holdsAny(held)
        ? table.put({ ...holderKey(region, person.id), ...holder })
        : table.remove(holderKey(region, person.id)),
      ...recordWrites(region, record),
      ...auditWrites(person.id, { region, by, action, before, held }),
      ...(was === becomes ? [] : [putAdmins(table, region, admins, after)]),
    ]
  }

  /** The change, and where whom it concerns and who made it find it. */
  const recordWrites = (region: string, record: RoleChange): Write[] => {
    const key = auditKey(region, record.at, Buffer.from(random(6)).toString('hex'))
    const expiresAt = secondsOf(clock() + auditRetentionMs)
    const { person, by } = record
    return [
      table.put({ ...key, ...record, expiresAt }),
      table.put({ ...ownChangeKey(person, 'own', key.SK), region, expiresAt }),
      ...(by === null || by === person
        ? []
        : [table.put({ ...ownChangeKey(by, 'made', key.SK), region, expiresAt })]),
    ]
  }

  const auditWrites = (subject: string, { before, held, by, ...change }: Recorded): Write[] => {
    const fields = fieldsBetween(before, held)
    return audit().writes({
      region: change.region,
      by: by ?? operatorId,
      action: `role-${change.action}`,
      subject,
      changes: changesOf(fields.before, fields.after),
    })
  }

  return {
    /** Whether the person can grant roles there now, whatever an older token says. */
    isAdminNow: async (region: string, person: string) => (await readAdmins(region)).people.includes(person),

    /** Fragment: refused where one of them is no admin there any more. */
    checkAdmins: (region: string, people: readonly [string, string]): Write =>
      table.check(adminsKey(region), {
        ConditionExpression: 'contains(people, :one) AND contains(people, :other)',
        values: { ':one': people[0], ':other': people[1] },
      }),

    cityWrites,

    /** Fragments that leave the person with these roles; null if the city would be left without an admin. */
    async changingRoles(person: Person, change: CityChange): Promise<Write[] | null> {
      const writes = await cityWrites(person, change)
      return writes && [...revokeAccess(table, person, change.held, clock()), ...writes]
    },

    ...holderReader(table),

    /** Newest first. `month`: `YYYY-MM`, in China. */
    async roleChanges(region: string, month: string): Promise<RoleChange[]> {
      const items = await table.query(auditPartition(region, month), '', { consistent: true })
      return items.map((item) => parseItem(storedRoleChangeSchema, item)).reverse()
    },
  }
}

/** As items and answers have them: what older programs do not know is there only where there is some. */
const heldFields = ({ roles, scopedRoles }: Held): Pick<Holder, 'roles' | 'scopedRoles'> => ({
  roles,
  ...(scopedRoles.length > 0 && { scopedRoles }),
})

const putAdmins = (table: Table, region: string, { version }: Admins, people: string[]): Write =>
  table.put(
    { ...adminsKey(region), people, version: version + 1 },
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : { ConditionExpression: 'version = :version', values: { ':version': version } },
  )
