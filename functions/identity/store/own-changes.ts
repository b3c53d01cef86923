/** The changes of a person's roles, and those that the person made as an admin: for themself to see. */

import { type Item, parseItem, type Table } from '../../shared/aws/table'
import { newestPointed } from '../../shared/items/pointed'
import * as z from '../../shared/zod'
import type { OwnRoleChange } from '../contract'
import { auditKey, ownChangesPartition, ownChangesPrefix } from './keys'
import { storedRoleChangeSchema } from './stored-roles'

const storedSchema = z.extend(storedRoleChangeSchema, { PK: z.string() })

/** `more`: there are older ones. */
export type OwnChanges = { own: OwnRoleChange[]; made: OwnRoleChange[]; more: boolean }

export const ownChangesReader = (table: Table) => {
  const read = (person: string, which: keyof typeof ownChangesPrefix) => {
    const prefix = ownChangesPrefix[which]
    const range = { partition: ownChangesPartition(person), from: prefix, until: `${prefix}~` }
    const keyOf = ({ SK, region }: { SK: string; region: string }) => {
      const [at = '', mark = ''] = SK.slice(prefix.length).split('#')
      return auditKey(region, at, mark)
    }
    return newestPointed(table, range, { keyOf, parse: shown })
  }

  return {
    /** Newest first, of the last three years: as long as they are on record. */
    async ownRoleChanges(person: string): Promise<OwnChanges> {
      const [own, made] = await Promise.all([read(person, 'own'), read(person, 'made')])
      return { own: own.list, made: made.list, more: own.more || made.more }
    },
  }
}

/** Without whom else it concerned: that is the others' own. */
const shown = (item: Item): OwnRoleChange => {
  const { PK, person: _, by: __, ...change } = parseItem(storedSchema, item)
  return { ...change, region: PK.split('#')[1] ?? '' }
}
