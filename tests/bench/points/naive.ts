/** The same concurrent calls over a ledger that reads and then writes, and over ours: what is wrong in the books afterwards. */
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { shardsFor } from '../../../functions/points/rules/gifts'
import { openTable } from '../../../functions/shared/aws/table'
import { localTemplate } from '../../../infra/local/builds/templates'
import { openDatabase, type TestDatabase as Tables } from '../../support/engine/engine'
import { seeded } from '../../support/samples/random'
import { callerNames, grantPoints } from '../../support/worlds/concurrent-callers'
import { uuid7 } from '../../support/worlds/points-world'
import { personNamed } from '../../support/worlds/sessions'
import type { Figure } from '../bench'
import type { Row } from '../harness'
import { type Call, inCloud, type Met, runConcurrently } from './cloud'
import { price, putGift } from './gift'
import { type Damage, damageIn, type Ledger, type Opening } from './ledger'
import { naiveBooks, naiveLedger, openNaive } from './naive-ledger'
import { ourBooks, ourLedger, today } from './our-ledger'

const size = 500
const pieces = 400
const points = 12
const functions = 100
/** Of so many requests to the database one is never sent, for the function ended before. */
const requestsPerDeath = 200
const award = defaultRules.rules['check-in'].amount

export const naiveFigure: Figure = {
  name: 'naive',
  async measure({ step, stage }) {
    const { endpoint } = await stage()
    const tables = openDatabase({ endpoint }, await localTemplate('data'), ['points'])
    const names = callerNames(size)
    const opening: Opening = { people: names.map(personNamed), pieces, points, price, award }
    step(`${size} people, each with two taps and a check-in, on a plain read-then-write ledger`)
    const naive = await runNaive(tables, opening)
    step('the same calls on ours')
    const ours = await runOurs(tables, names, opening)
    return [row('a plain read-then-write ledger', naive, null), row('ours', ours, isSound(ours))]
  },
}

type Ended = { damage: Damage; met: Met; orders: number; retries: number }

const isSound = ({ damage, orders }: Ended) =>
  orders === pieces && Object.values(damage).every((count) => count === 0)

async function runNaive(tables: Tables, opening: Opening): Promise<Ended> {
  await tables.clear()
  await openNaive(tables.table, opening.people, opening)
  const { client, met } = faultyClient(tables)
  const newId = () => uuid7(Date.now(), Math.random)
  const table = openTable({ name: tables.tableName, client })
  const { counts } = await runConcurrently(
    crew(() => naiveLedger(table, { price, award, newId })),
    callsOf(opening),
  )
  const books = await naiveBooks(tables.table, opening.people)
  return { damage: damageIn(books, opening), met, orders: books.orders.length, retries: counts.retry }
}

async function runOurs(tables: Tables, names: readonly string[], opening: Opening): Promise<Ended> {
  await tables.clear()
  await grantPoints(tables.table, names, points, Date.now())
  const gift = await putGift(tables.table, { name: 'ht', pieces, shards: shardsFor(pieces) })
  const { client, met } = faultyClient(tables)
  const table = openTable({ name: tables.tableName, client })
  const { counts } = await runConcurrently(
    crew(() => ourLedger(table, gift)),
    callsOf(opening),
  )
  const books = await ourBooks(tables.table, gift, { items: await tables.scan(), people: opening.people })
  return { damage: damageIn(books, opening), met, orders: books.orders.length, retries: counts.retry }
}

function faultyClient(tables: Tables) {
  const client = tables.client()
  const chance = seeded(size)
  return { client, met: inCloud(client, { dies: () => chance.chance(1 / requestsPerDeath) }) }
}

const crew = (one: () => Ledger): Ledger[] => Array.from({ length: functions }, one)

/** A double tap, and at the same moment the day's check-in. */
function callsOf({ people }: Opening): Call[] {
  const day = today()
  return people.flatMap((person) => {
    const key = uuid7(Date.now(), Math.random)
    const tap: Call = (ledger) => ledger.order(person, key)
    return [tap, (ledger) => ledger.checkIn(person, day), tap]
  })
}

function row(whose: string, { damage, met, orders, retries }: Ended, isMet: boolean | null): Row {
  const { oversold, doubledOrders, doubledPoints, lostPoints, stockOff } = damage
  return {
    what: `concurrent orders of ${size} on ${pieces} pieces: ${whose}`,
    target: isMet === null ? '–' : 'nothing wrong',
    measured:
      `${orders} sold, ${oversold} of them not there, ${doubledOrders} twice to one wish; ` +
      `${doubledPoints} points doubled, ${lostPoints} lost; stock off by ${stockOff} ` +
      `(${met.deaths} functions ended midway, ${met.conflicts} conflicts, ${retries} asked again)`,
    met: isMet,
    values: { orders, ...damage, ...met, retries },
  }
}
