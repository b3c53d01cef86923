/** What a look at entries costs, however many there are. */
import { exhibitionOperations } from '../../../functions/exhibition/operations'
import { createExhibitionStore } from '../../../functions/exhibition/store'
import { openTable } from '../../../functions/shared/aws/table'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createExhibitionWorld, exhibit, text } from './kit'

const database = withDomain('exhibition')

it('a page of entries and a page of versions cost what they declare, with a hundred of each', async () => {
  const { editor, drafted, time } = createExhibitionWorld(database)
  const chen = editor('chen')
  const table = database.tableOf('exhibition')
  const entry = await drafted(chen, exhibit({ blocks: [text('字'.repeat(3_000))] }))
  const store = createExhibitionStore(table)
  const kept = await store.entries.readEntry(entry.id)
  if (!kept) throw new Error('an entry that was made is not there')
  // As long as titles get, and as many writers as work on one text.
  const writers = Array.from({ length: 8 }, () => chen.id)
  for (let n = 1; n <= 100; n++) {
    const id = `${city}-exhibit-${String(n).padStart(32, '0')}`
    const at = new Date(time.now).toISOString()
    const version = { version: n, content: exhibit(), by: chen.id, at, writers }
    const card = { ...kept.card, title: '题'.repeat(60) }
    await table.transact([
      store.entries.putNew({ ...kept, id, card, writers }),
      ...store.entries.putVersion(entry.id, version),
    ])
  }
  const client = database.client()
  const counted = meter(client)
  const reads = createExhibitionStore(openTable({ name: database.tableNameOf('exhibition'), client })).entries
  const page = { from: null, limit: 30 }
  expect((await reads.listEntries(city, 'exhibit', page)).next).not.toBeNull()
  const { exhibitionEntries, entryVersions } = exhibitionOperations
  expect(counted.take().readUnits).toBeLessThanOrEqual(exhibitionEntries.maxReadUnits ?? 0)
  expect((await reads.listVersions(entry.id, page)).next).not.toBeNull()
  expect(counted.take().readUnits).toBeLessThanOrEqual(entryVersions.maxReadUnits ?? 0)
})
