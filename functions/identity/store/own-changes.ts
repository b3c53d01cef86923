/** The changes of a person's roles, and those that the person made as an admin: for themself to see. */
import { type Item, parseItem, type Table } from '../../shared/table'
import * as z from '../../shared/zod'
import { type OwnRoleChange, roleChangeSchema } from '../contract'
import { auditKey, ownChangesPartition, ownChangesPrefix } from './keys'

/** Shown at most of each, the newest ones. */
const mostShown = 500
/** Keys that one read takes. */
const keysAtOnce = 100

const pointerSchema = z.object({ SK: z.string(), region: z.string() })
const keptSchema = z.extend(roleChangeSchema, { PK: z.string() })

/** `more`: there are older ones. */
export type OwnChanges = { own: OwnRoleChange[]; made: OwnRoleChange[]; more: boolean }

export const ownChangesReader = (table: Table) => {
  const read = async (person: string, which: keyof typeof ownChangesPrefix) => {
    const prefix = ownChangesPrefix[which]
    const pointers = (
      await table.page(ownChangesPartition(person), {
        ...{ from: prefix, until: `${prefix}~`, limit: mostShown + 1, newestFirst: true, consistent: true },
      })
    ).map((item) => parseItem(pointerSchema, item))
    const items: Item[] = []
    for (let from = 0; from < Math.min(pointers.length, mostShown); from += keysAtOnce) {
      const keys = pointers.slice(from, Math.min(from + keysAtOnce, mostShown)).map(({ SK, region }) => {
        const [at = '', mark = ''] = SK.slice(prefix.length).split('#')
        return auditKey(region, at, mark)
      })
      items.push(...(await table.getMany(keys, { consistent: true })))
    }
    const list = items.map(shown).sort((a, b) => b.at.localeCompare(a.at))
    return { list, more: pointers.length > mostShown }
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
  const { PK, at, deed, before, after } = parseItem(keptSchema, item)
  return { region: PK.split('#')[1] ?? '', at, deed, before, after }
}
