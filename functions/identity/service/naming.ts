/** What the staff of a city call whoever holds a role there: kept with the person, and gone with them. */

import { parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import { type StaffNameChange, staffNameChangeSchema } from '../contract'
import type { Random } from '../rules/ids'
import { heldBy, heldIn, holdsAny } from '../rules/roles'
import { holderKey, nameAuditKey, nameAuditPartition } from '../store/keys'
import { changePerson, type Person, type peopleStore } from '../store/people'
import { auditRetentionMs } from '../store/roles'

type Dependencies = { clock: () => number; random: Random }
/** `name`: null takes it away. */
export type Naming = { person: string; region: string; name: string | null; by: string }

export const namingService = (
  table: Table,
  { inTurn }: Pick<ReturnType<typeof peopleStore>, 'inTurn'>,
  { clock, random }: Dependencies,
) => {
  /** That it was set or taken away, and by whom: never the name, which must be able to go with its person. */
  const recordWrite = ({ person, region, name, by }: Naming): Write => {
    const at = new Date(clock()).toISOString()
    const change: StaffNameChange = { at, by, person, isSet: name !== null }
    return table.put({
      ...nameAuditKey(region, at, Buffer.from(random(6)).toString('hex')),
      ...change,
      expiresAt: secondsOf(clock() + auditRetentionMs),
    })
  }

  return {
    /** Of whoever holds no role in the city nothing is set, but what was set before can be taken away. */
    nameStaff: (naming: Naming): Promise<Result<Person, 'unknown-person'>> =>
      inTurn(naming.person, async (person) => {
        const { region, name } = naming
        const isHolder = person !== null && holdsAny(heldIn(heldBy(person), region))
        if (person === null || (name !== null && !isHolder)) return err('unknown-person' as const)
        if ((person.names?.[region] ?? null) === name) return ok({ writes: [], value: person })
        const names = namesWith(person.names ?? {}, region, name)
        const writes = [changePerson(table, person, { names }), recordWrite(naming)]
        if (isHolder) writes.push(copyWrite(table, person.id, region, name))
        return ok({ writes, value: { ...person, names } })
      }),

    /** Newest first. `month`: `YYYY-MM`. */
    async nameChanges(region: string, month: string): Promise<StaffNameChange[]> {
      const items = await table.query(nameAuditPartition(region, month), '', { consistent: true })
      return items.map((item) => parseItem(staffNameChangeSchema, item)).reverse()
    },
  }
}

function namesWith(
  names: Record<string, string>,
  region: string,
  name: string | null,
): Record<string, string> {
  const { [region]: _, ...others } = names
  return name === null ? others : { ...others, [region]: name }
}

/** Who holds which role in a city is one Query; so each of its items has the name too. */
function copyWrite(table: Table, person: string, region: string, name: string | null): Write {
  return table.update(holderKey(region, person), {
    UpdateExpression: name === null ? 'REMOVE #name' : 'SET #name = :name',
    names: { '#name': 'name' },
    ...(name !== null && { values: { ':name': name } }),
  })
}
