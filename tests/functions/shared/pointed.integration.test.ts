/** What is found from a person by pointers: the newest, and that there are older ones. */

import { type Item, maxWrites } from '../../../functions/shared/aws/table'
import { mostShown, newestPointed } from '../../../functions/shared/items/pointed'
import { withDomain } from '../../support/engine/domain-engine'

const database = withDomain('points')

const atOf = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 1_000).toISOString()
const recordOf = ({ SK }: Item) => ({ at: String(SK) })

/** As many records, of which a pointer beside each tells the city; one of them has gone before its pointer. */
const shownOf = async (count: number) => {
  const table = database.tableOf('points')
  const writes = Array.from({ length: count }, (_, i) => [
    table.put({ PK: 'pointers', SK: atOf(i), region: '320800' }),
    ...(i === count - 2 ? [] : [table.put({ PK: 'records#320800', SK: atOf(i) })]),
  ]).flat()
  for (let from = 0; from < writes.length; from += maxWrites)
    await table.transact(writes.slice(from, from + maxWrites))
  return newestPointed(
    table,
    { partition: 'pointers', from: '0', until: '9' },
    { keyOf: ({ SK, region }) => ({ PK: `records#${region}`, SK }), parse: recordOf },
  )
}

it('shows the newest 500 records, the newest first, and says that there are older ones', async () => {
  const { list, more } = await shownOf(mostShown + 1)
  expect(more).toBe(true)
  expect(list).toHaveLength(mostShown - 1)
  expect(list[0]?.at).toBe(atOf(mostShown))
  expect(list.at(-1)?.at).toBe(atOf(1))
  expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort((a, b) => b.localeCompare(a)))
})

it('says nothing of older ones where all are shown', async () => {
  expect(await shownOf(3)).toEqual({ list: [{ at: atOf(2) }, { at: atOf(0) }], more: false })
})
