/** What lies in the tables of the product, and which line of functions/<domain>/kept.ts says so. */
import { type Item, maxWrites } from '../../../../functions/shared/aws/table'
import type { TestDatabase } from '../../../support/engine/engine'
import { keptItems } from '../../../support/kept-items'
import type { Stage } from '../../../support/stage/stage'

/** One line of the table: which items, and whether they are erased with the deletion. */
type Line = { table: string; item: RegExp; name: string; isErased: boolean }

const patternOf = (item: string) =>
  new RegExp(
    `^${item
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  )
/** What the domains say that they keep, of which docs/personal-data.md is written. */
export const listed: readonly Line[] = keptItems.map(({ table, item, after }) => ({
  table,
  item: patternOf(item),
  name: item,
  isErased: after === 'erased',
}))

export type Found = { table: string; key: string; text: string }
const textOf = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? [...value] : value))
export const foundIn = async (stage: Stage): Promise<Found[]> => {
  const keyed = (table: string, item: Item) => ({
    table,
    key: `${item.PK} / ${item.SK}`,
    text: textOf(item),
  })
  return Object.entries(await stage.scan()).flatMap(([table, items]) =>
    items.map((item) => keyed(table, item)),
  )
}
/** Puts all tables back as they were. */
export const restore = async (
  database: TestDatabase,
  stage: Stage,
  before: Record<string, Item[]>,
): Promise<void> => {
  const now = await stage.scan()
  const asKey = ({ PK, SK }: Item) => ({ PK: String(PK), SK: String(SK) })
  const keyOf = (item: Item) => JSON.stringify(asKey(item))
  for (const [name, items] of Object.entries(before)) {
    const table = database.tableOf(name)
    const kept = new Set(items.map(keyOf))
    const gone = (now[name] ?? []).filter((item) => !kept.has(keyOf(item)))
    const unchanged = new Set((now[name] ?? []).map(textOf))
    const writes = [
      ...gone.map((item) => table.remove(asKey(item))),
      ...items
        .filter((item) => !unchanged.has(textOf(item)))
        .map((item) => table.put({ ...item, ...asKey(item) })),
    ]
    for (let from = 0; from < writes.length; from += maxWrites)
      await table.transact(writes.slice(from, from + maxWrites))
  }
}
/** Lines of the table that say what is held there. */
export const linesOf = ({ table, key }: Found) =>
  listed.filter((line) => line.table === table && line.item.test(key))
