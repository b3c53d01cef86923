/** What the record's fragments touch is what their users' roles name: less is refused in the cloud alone, more is a door. */
import { randomBytes } from 'node:crypto'
import { audit } from '../../../functions/audit/domain'
import { auditRecords, ownActions, recordWords } from '../../../functions/audit/fragments'
import { auditRecordsGrant, exportGrants, recordWordsGrant } from '../../../functions/audit/grants'
import type { Table } from '../../../functions/shared/aws/table'
import type { Grant } from '../../../functions/shared/declaration/reach'
import { withEngine } from '../../support/engine/engine'
import { openRecorded } from '../../support/engine/recorded-table'
import { personNamed } from '../../support/worlds/sessions'

const database = withEngine('audit')
const qian = personNamed('qian')
const city = '320800'
const action = {
  region: city,
  by: qian,
  action: 'adjustment-proposed',
  subject: `${city}-0000000001`,
  changes: [{ field: 'text', before: '', after: '对方电话打不通' }],
}

const recordsIn = (table: Table) => auditRecords(table, { clock: Date.now, random: randomBytes })
const named = (...grants: readonly Grant[]) => grants.flatMap(({ partitions = [] }) => partitions).sort()

it('a record takes the place of nothing: neither of another record nor of what leads to one', async () => {
  const sent = auditRecords(database.table, { clock: () => 0, random: (bytes) => new Uint8Array(bytes) })
  const { key, writes } = sent.keyedWrites(action)
  for (const PK of [key.PK, `actions#${qian}`, `subject#${city}#${action.subject}`]) {
    const before = { PK, SK: key.SK, note: 'there before' }
    await database.table.putOne(before)
    expect((await database.table.transact(writes)).ok).toBe(false)
    expect(await database.scan()).toEqual([before])
    await database.table.transact([database.table.remove({ PK, SK: key.SK })])
  }
})

it('the function that answers auditors adds to the record as others do, and may write nothing else', () => {
  expect(audit.tableActions).toEqual(['Query', 'BatchGetItem'])
  expect(audit.grants).toContainEqual(auditRecordsGrant)
})

describe('what another domain may use in the audit table', () => {
  it('is all that a record writes', async () => {
    const { table, touched } = openRecorded(database, 'audit')
    await recordsIn(table).record(action)
    expect(touched()).toEqual(named(auditRecordsGrant))
  })

  it('is all that is read of what a person did', async () => {
    await recordsIn(database.table).record(action)
    const { table, touched } = openRecorded(database, 'audit')
    expect((await ownActions(table).of(qian)).list).toHaveLength(1)
    expect(touched()).toEqual(named(...exportGrants))
  })

  it('is all that is read and written where words are taken out', async () => {
    const { key, writes } = recordsIn(database.table).keyedWrites(action)
    await database.table.transact(writes)
    const { table, touched } = openRecorded(database, 'audit')
    await table.transact(await recordWords(table).replace(key, 'text', '（已删除）'))
    expect(touched()).toEqual(named(recordWordsGrant))
  })
})
