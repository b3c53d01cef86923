/** People: made at their first login, found by WeChat's id or by the number that they read out. */

import { parseItem, type Table, type Write } from '../../shared/aws/table'
import { TableUnavailable } from '../../shared/aws/unavailable'
import { retry, retryOnConflict } from '../../shared/items/retry'
import { ok, type Result } from '../../shared/result'
import { revocationItem } from '../../shared/session/revocation'
import * as z from '../../shared/zod'
import {
  ageSchema,
  consentSchema,
  personIdSchema,
  personNoSchema,
  roleSchema,
  scopedRoleSchema,
} from '../contract'
import { newId, newPersonNo, type Random } from '../rules/ids'
import { heldBy, holdsAny } from '../rules/roles'
import { noKey, openidKey, personKey } from './keys'

const personSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  openid: z.string(),
  since: z.iso.datetime(),
  consents: z.array(consentSchema),
  age: z.nullable(ageSchema),
  roles: z.array(roleSchema),
  /** Absent where there never was one. */
  scopedRoles: z.optional(z.array(scopedRoleSchema)),
  /** By city, what its staff call them. */
  names: z.optional(z.record(z.string(), z.string())),
  /** Since when they are leaving: from then on there is no way in, and no role for them. */
  leaving: z.optional(z.iso.datetime()),
  /** Which access tokens still count, see shared/revocation.ts. */
  generation: z._default(z.int(), 0),
  /** Rises with every change, so that two changes at a time do not overwrite each other. */
  version: z.int(),
})
export type Person = z.infer<typeof personSchema>

const linkSchema = z.object({ person: personIdSchema })

/** Rounds of reading and writing again when others write at the same time. */

export type PeopleDependencies = { clock: () => number; random: Random }

export const peopleStore = (table: Table, { clock, random }: PeopleDependencies) => {
  const readPerson = async (id: string): Promise<Person | null> => {
    const item = await table.get(personKey(id), { consistent: true })
    return item && parseItem(personSchema, item)
  }

  const follow = async (key: ReturnType<typeof noKey>): Promise<Person | null> => {
    const link = await table.get(key, { consistent: true })
    return link && readPerson(parseItem(linkSchema, link).person)
  }

  const makePerson = async (openid: string): Promise<Person | null> => {
    const person: Person = {
      id: newId(random),
      no: newPersonNo(random),
      openid,
      since: new Date(clock()).toISOString(),
      consents: [],
      age: null,
      roles: [],
      generation: 0,
      version: 1,
    }
    const isNew = { ConditionExpression: 'attribute_not_exists(PK)' }
    const written = await table.transact([
      table.put({ ...openidKey(openid), person: person.id }, isNew),
      table.put({ ...noKey(person.no), person: person.id }, isNew),
      table.put({ ...personKey(person.id), ...person }, isNew),
    ])
    return written.ok ? person : null
  }

  return {
    readPerson,
    personOfNo: (no: string) => follow(noKey(no)),

    /**
     * The persons that exist, in no order, each once; at most a hundred ids and numbers together. Found by number with a consistent read,
     * by id with an eventually consistent one, at half the price.
     */
    async resolve({ ids, nos }: { ids: readonly string[]; nos: readonly string[] }): Promise<Person[]> {
      const isByNumber = nos.length > 0
      const links = await table.getMany([...new Set(nos)].map(noKey), { consistent: true })
      const linked = links.map((link) => parseItem(linkSchema, link).person)
      const keys = [...new Set([...ids, ...linked])].map(personKey)
      const items = await table.getMany(keys, { consistent: isByNumber })
      return items.map((item) => parseItem(personSchema, item))
    },

    /** The person with that id at WeChat; made if there is none. Two first logins at a time make one person. */
    async personOf(openid: string): Promise<Person> {
      const person = await retryOnConflict(
        table,
        async () => (await follow(openidKey(openid))) ?? (await makePerson(openid)) ?? retry,
      )
      if (!person) throw new TableUnavailable('a person could not be made')
      return person
    },

    /**
     * Reads the person, decides and writes; repeats all three after a conflict. `decide` returns the writes of the change, the first of
     * which is the person's own (see `changePerson`), or none if nothing changes.
     */
    async inTurn<T, E>(
      id: string,
      decide: (person: Person | null) => Promise<Result<{ writes: Write[]; value: T }, E>>,
    ): Promise<Result<T, E>> {
      const done = await retryOnConflict(table, async () => {
        const decided = await decide(await readPerson(id))
        if (!decided.ok) return decided
        const { writes, value } = decided.value
        return writes.length === 0 || (await table.transact(writes)).ok ? ok(value) : retry
      })
      if (!done) throw new TableUnavailable('others kept changing the same person')
      return done
    },
  }
}

/** Fragment: the person as it was read, with these fields. */
export const changePerson = (
  table: Table,
  before: Person,
  fields: Partial<
    Pick<Person, 'consents' | 'age' | 'roles' | 'scopedRoles' | 'names' | 'leaving' | 'generation'>
  >,
): Write =>
  table.put({ ...personKey(before.id), ...before, ...fields, version: before.version + 1 }, unchanged(before))

/** Fragments: the person with these fields and, for people with roles, the mark that revokes every access token issued until now. */
export const revokeAccess = (
  table: Table,
  before: Person,
  fields: Partial<Pick<Person, 'roles' | 'scopedRoles'>>,
  now: number,
): Write[] => {
  if (!holdsAny(heldBy(before))) return [changePerson(table, before, fields)]
  const generation = before.generation + 1
  return [
    changePerson(table, before, { ...fields, generation }),
    table.put(revocationItem(before.id, generation, now)),
  ]
}

export const unchanged = ({ version }: Person) => ({
  ConditionExpression: 'version = :version',
  values: { ':version': version },
})
