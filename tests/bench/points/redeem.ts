/** What swapping points for a gift costs: time, requests, write units; and what it costs to find that all is gone. */
import { type AccountState, emptyAccount } from '../../../functions/points/rules/account'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { accountKey } from '../../../functions/points/store/keys'
import { city } from '../../support/worlds/points-world'
import type { Figure } from '../bench'
import { ms, type Row, race, times } from '../harness'
import { putGift } from './gift'
import { itemBytes, transactedUnits } from './item-size'
import { type RedeemSetup, startRedeemSetup } from './redeem-setup'
import type { Sent } from './wire'
import type { Wish } from './wish'

const rounds = 500
const warmUp = 300
const counted = 60
const losers = 200
const mostUnits = 8
const writes = ['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']

export const redeemFigure: Figure = {
  name: 'redeem',
  async measure({ step }) {
    const setup = await startRedeemSetup(rounds + warmUp + counted + losers + 20, step)
    try {
      const gift = await putGift(setup.table, { name: 'breakfast', pieces: 10_000, shards: 50 })
      step(`redeem ${counted} times, counted`)
      const requests = await requestsOf(setup, gift)
      const units = await unitsRow(setup)
      step(`redeem ${rounds} times through the gateway`)
      return [...(await timedRows(setup, gift, requests)), units, await soldOutRow(setup, step)]
    } finally {
      await setup.stop()
    }
  },
}

/** Requests of one redeeming: of the first of a function, and the dearest and the mean of those after it. */
type Requests = { first: Sent; most: number; mean: number; usual: Sent }

async function requestsOf({ wire, redeemCounted, wish }: RedeemSetup, gift: GiftItem): Promise<Requests> {
  const bills: Sent[] = []
  for (let i = 0; i <= counted; i++) {
    wire.take()
    expectStatus((await redeemCounted(wish(gift))).statusCode, 200)
    bills.push(wire.take())
  }
  const [first = {}, ...later] = bills
  const sums = later.map(total).sort((a, b) => a - b)
  return {
    first,
    most: sums.at(-1) ?? 0,
    mean: sums.reduce((sum, one) => sum + one, 0) / sums.length,
    usual: later.find((sent) => total(sent) === sums[Math.floor(sums.length / 2)]) ?? {},
  }
}

async function timedRows(setup: RedeemSetup, gift: GiftItem, requests: Requests): Promise<Row[]> {
  const wishes = Array.from({ length: rounds + warmUp }, () => setup.wish(gift))
  const reader = wishes[0]
  let next = 0
  const timed = await race(
    {
      redeem: async () => {
        const wish = wishes[next++]
        if (wish) expectStatus(await setup.redeem(wish), 200)
      },
      account: async () => {
        if (reader) expectStatus(await setup.readAccount(reader), 200)
      },
      getItem: () => setup.getItem(gift),
    },
    { rounds, warmUp },
  )
  const against = (name: 'redeem' | 'account') => ({
    p50Ms: timed.p50(name),
    p99Ms: timed.p99(name),
    ratio: timed.ratio(name, 'getItem'),
    ratio99: timed.p99(name) / timed.p99('getItem'),
  })
  const textOf = ({ p50Ms, p99Ms, ratio, ratio99 }: ReturnType<typeof against>) =>
    `p50 ${ms(p50Ms)} = ${times(ratio)} GetItem, p99 ${ms(p99Ms)} = ${times(ratio99)} its p99`
  const redeem = against('redeem')
  const { first, most, mean, usual } = requests
  return [
    {
      what: 'redeem: through gateway and runtime client',
      target: '–',
      measured: textOf(redeem),
      met: null,
      values: { ...redeem, getItemP50Ms: timed.p50('getItem'), getItemP99Ms: timed.p99('getItem') },
    },
    {
      what: 'redeem: one account read the same way, for comparison',
      target: '–',
      measured: textOf(against('account')),
      met: null,
      values: against('account'),
    },
    {
      what: 'redeem: requests to the database',
      target: '–',
      measured:
        `${listed(usual)}; ${mean.toFixed(2)} on average, ${most} at most; ` +
        `first of a function: ${listed(first)}`,
      met: null,
      values: { mean, most, usual: total(usual), first: total(first) },
    },
  ]
}

/** By the items as they were written, of somebody new and of somebody who has been here for years. */
async function unitsRow(setup: RedeemSetup): Promise<Row> {
  const gift = await putGift(setup.table, { name: 'heavy', pieces: 10, shards: 1 })
  const fresh = await sizesOfWin(setup, setup.wish(gift))
  const wish = setup.wish(gift)
  await setup.table.putOne({ ...accountKey(wish.person, city), ...seasoned })
  const old = await sizesOfWin(setup, wish)
  const kinds = kindsOfGifts + Math.floor((1024 - (old.bytes[0] ?? 0)) / bytesOfKind)
  const textOf = ({ units, bytes }: Sizes) => `${units} (${bytes.join(' + ')} bytes)`
  return {
    what: 'redeem: write units of a win (account, entry, order, shard)',
    target: `≤ ${mostUnits}`,
    measured:
      `${textOf(fresh)}; after years, with every rule and ${kindsOfGifts} kinds of gifts: ${textOf(old)}; ` +
      `${mostUnits + 2} from the ${kinds + 1}th kind on`,
    met: [fresh, old].every(({ units, bytes }) => units <= mostUnits && bytes.length === 4),
    values: { units: fresh.units, unitsAfterYears: old.units, items: fresh.bytes.length, kinds },
  }
}

type Sizes = { units: number; bytes: number[] }

async function sizesOfWin(setup: RedeemSetup, wish: Wish): Promise<Sizes> {
  expectStatus((await setup.redeemCounted(wish)).statusCode, 200)
  const items = await Promise.all(setup.wire.lastTransaction().map(setup.itemOf))
  const bytes = items.map(itemBytes)
  return { bytes, units: bytes.reduce((sum, each) => sum + transactedUnits(each), 0) }
}

const kindsOfGifts = 12
const kindName = (i: number) => `k${i}`.padStart(10, '0')
/** Name, a digit or two, and what a map takes for an element. */
const bytesOfKind = 10 + 2 + 1

/** The largest that the rules let an account be, but for the kinds of gifts, which staff bring. */
const seasoned: AccountState = {
  ...emptyAccount,
  revision: 4_321,
  seq: 2_345,
  balance: 7_200,
  lots: { 2025: 3_500, 2026: 3_700 },
  earned: {
    day: '2026-11-02',
    points: 500,
    entries: 60,
    rules: Object.fromEntries(Object.keys(defaultRules.rules).map((rule) => [rule, [15, 100, 2_345]])),
  },
  redeemed: { year: 2026, points: 3_300 },
  checkIn: { day: '2026-11-02', streak: 123 },
  gifts: Object.fromEntries(Array.from({ length: kindsOfGifts }, (_, i) => [kindName(i), 2])),
  reserved: 3,
  lastOrder: '261101-ABCDEFGHJK',
}

/** What those pay who come when a function knows that all is gone: reads alone. */
async function soldOutRow(setup: RedeemSetup, step: (text: string) => void): Promise<Row> {
  step(`find a gift sold out, ${losers} times`)
  const gift = await putGift(setup.table, { name: 'empty', pieces: 3, shards: 1 })
  for (let i = 0; i < 3; i++) expectStatus((await setup.redeemCounted(setup.wish(gift))).statusCode, 200)
  expectStatus((await setup.redeemCounted(setup.wish(gift))).statusCode, 409)
  setup.wire.take()
  for (let i = 0; i < losers; i++) {
    const { statusCode, body } = await setup.redeemCounted(setup.wish(gift))
    if (statusCode !== 409 || !body.includes('sold-out')) throw new Error(`answered ${statusCode}: ${body}`)
  }
  const sent = setup.wire.take()
  const written = writes.reduce((sum, command) => sum + (sent[command] ?? 0), 0)
  return {
    what: `redeem: writes of ${losers} who come when it is sold out`,
    target: '0',
    measured: `${written}; ${(total(sent) / losers).toFixed(2)} requests each: ${listed(sent)}`,
    met: written === 0,
    values: { written, requests: total(sent) / losers },
  }
}

const total = (sent: Sent) => Object.values(sent).reduce((sum, count) => sum + count, 0)

const listed = (sent: Sent) =>
  Object.entries(sent)
    .map(([command, count]) => `${count} ${command}`)
    .join(', ')

function expectStatus(status: number, wanted: number): void {
  if (status !== wanted) throw new Error(`a redeeming was answered ${status}, not ${wanted}`)
}
