/** How fast one hot gift sells with its stock in one item, in ten, in fifty, where transactions on one item conflict. */
import { openTable } from '../../../functions/shared/aws/table'
import { localTemplate } from '../../../infra/local/builds/templates'
import { openDatabase } from '../../support/engine/engine'
import { callerNames, grantPoints } from '../../support/worlds/concurrent-callers'
import { uuid7 } from '../../support/worlds/points-world'
import { personNamed } from '../../support/worlds/sessions'
import type { Bench, Figure } from '../bench'
import { type Row, times } from '../harness'
import { inCloud, runConcurrently } from './cloud'
import { price, putGift } from './gift'
import { damageIn } from './ledger'
import { ourBooks, ourLedger } from './our-ledger'

const pieces = 400
const size = 500
/** As many as may run at once (functions/points/domain.ts). */
const functions = 100
const points = 12

export const shardsFigure: Figure = {
  name: 'shards',
  async measure(bench) {
    // The first pays for compilation, and is not reported.
    await sell(bench, { shards: 50, meets: false })
    const free = await sell(bench, { shards: 50, meets: false })
    const sold = []
    for (const shards of [1, 10, 50]) sold.push(await sell(bench, { shards, meets: true }))
    return [freeRow(free), ...sold.map((each) => soldRow(each, free))]
  },
}

type Sold = Awaited<ReturnType<typeof sell>>

async function sell({ step, stage }: Bench, { shards, meets }: { shards: number; meets: boolean }) {
  step(`sell ${pieces} pieces in ${shards} shards to ${size} people${meets ? '' : ', without conflicts'}`)
  const { endpoint } = await stage()
  const bench = openDatabase({ endpoint }, await localTemplate('data'), ['points'])
  await bench.clear()
  const calm = bench.table
  const names = callerNames(size)
  await grantPoints(calm, names, points, Date.now())
  const people = names.map(personNamed)
  const gift = await putGift(calm, { name: 'ht', pieces, shards })
  const client = bench.client()
  const met = inCloud(client, { meets })
  const ledgers = Array.from({ length: functions }, () =>
    ourLedger(openTable({ name: bench.tableName, client }), gift),
  )
  const wishes = people.map((person) => {
    const key = uuid7(Date.now(), Math.random)
    return (ledger: (typeof ledgers)[number]) => ledger.order(person, key)
  })
  const { counts, lastDoneMs } = await runConcurrently(ledgers, wishes)
  const books = await ourBooks(calm, gift, { items: await bench.scan(), people })
  const damage = damageIn(books, { people, pieces, points, price, award: 0 })
  return {
    shards,
    orders: books.orders.length,
    retries: counts.retry,
    conflicts: met.conflicts,
    perSecond: (pieces / lastDoneMs) * 1000,
    damage: Object.values(damage).reduce((sum, each) => sum + each, 0),
  }
}

const freeRow = ({ perSecond, orders, damage }: Sold): Row => ({
  what: `hot gift, ${pieces} pieces for ${size} people, ${functions} functions: without conflicts`,
  target: '–',
  measured: `${Math.round(perSecond)} wins a second, bounded by this machine`,
  met: orders === pieces && damage === 0,
  values: { perSecond },
})

const soldRow = ({ shards, orders, retries, conflicts, perSecond, damage }: Sold, free: Sold): Row => ({
  what: `– ${shards} ${shards === 1 ? 'shard' : 'shards'}, transactions on one item conflict`,
  target: 'none oversold',
  measured:
    `${Math.round(perSecond)} wins a second = ${times(perSecond / free.perSecond)}; ` +
    `${(conflicts / pieces).toFixed(1)} conflicts a win, ${retries} told to ask again; ` +
    `${orders} of ${pieces} sold, ${damage} errors in the books`,
  met: orders === pieces && damage === 0,
  values: { shards, perSecond, conflicts, retries, orders, damage },
})
