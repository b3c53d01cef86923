import type { Table, Write } from '../../../functions/shared/aws/table'
import { mostOpen, type Open, openSet } from '../../../functions/shared/items/open-set'
import { withEngine } from '../../support/engine/engine'

const bench = withEngine('points')
const start = Date.parse('2026-11-18T10:00:00+08:00')
const minutes = (n: number) => new Date(start + n * 60_000).toISOString()
const idOf = (n: number) => `320800-${String(n).padStart(4, '0')}`
const thing = (n: number, until = minutes(10)): Open => ({ id: idOf(n), owner: '320800', until })

const opened = () => {
  const time = { now: start }
  const { table } = bench
  const open = openSet(
    table,
    (owner) => ({ PK: `sets#${owner}`, SK: 'visits' }),
    () => time.now,
  )
  const add = (one: Open, beside: Write[] = []) =>
    open.transactWithRoom(one.owner, [open.adding(one), ...beside])
  return { time, table, open, add }
}

const noteOf = (table: Table, n: number): Write => table.put({ PK: 'note', SK: String(n) })

describe('the open things of an owner', () => {
  it('are known by number and id, the newest first, until they are closed', async () => {
    const { table, open, add } = opened()
    for (const n of [1, 2, 3]) expect((await add(thing(n))).ok).toBe(true)
    expect(await open.listOpen('320800')).toEqual([idOf(3), idOf(2), idOf(1)])
    await table.transact([open.removing(thing(2))])
    expect(await open.countOpen('320800')).toBe(2)
    expect(await open.listOpen('371600')).toEqual([])
  })

  it('are open no more when their time is over', async () => {
    const { time, open, add } = opened()
    await add(thing(1))
    await add(thing(2, minutes(20)))
    time.now += 15 * 60_000
    expect(await open.listOpen('320800')).toEqual([idOf(2)])
  })

  it('are refused with all that was to be written beside them where as many are open as may be', async () => {
    const { table, open, add } = opened()
    for (let n = 0; n < mostOpen; n++) await add(thing(n))
    expect(await add(thing(999), [noteOf(table, 999)])).toEqual({ ok: false, error: { at: [0] } })
    expect(await table.get({ PK: 'note', SK: '999' }, { consistent: true })).toBeNull()
    expect(await open.countOpen('320800')).toBe(mostOpen)
  })

  it('make room where some of the full set have expired', async () => {
    const { time, table, open, add } = opened()
    for (let n = 0; n < mostOpen; n++) await add(thing(n, n === 7 ? minutes(1) : minutes(60)))
    time.now += 5 * 60_000
    expect((await add(thing(999, minutes(60)), [noteOf(table, 999)])).ok).toBe(true)
    expect(await open.countOpen('320800')).toBe(mostOpen)
    expect(await open.listOpen('320800')).not.toContain(idOf(7))
  })
})
