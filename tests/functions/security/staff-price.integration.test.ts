/** What a look of staff, or of an outlet, costs: each read says it, so that a new list cannot forget how long it may become. */
import type { Operation } from '../../../functions/shared/operation'
import { isRanked } from '../../../functions/shared/operation'
import { meter } from '../../bench/meter'
import { withEngine } from '../../support/engine'
import { everything, send } from '../../support/stage/requests'
import { setUp, whoMay, withWeChat } from './kit'

const bench = withEngine('places', 'identity', 'points')
jest.setTimeout(300_000)
const wechat = withWeChat()

const reads = everything.filter(({ operation }) => operation.method === 'GET' && isRanked(operation.access))
/** Of which nobody has a price, and why: they are read whole. */
const whole: Record<string, string> = {
  staffGifts: 'the gifts of one city, some dozens: the desk finds a gift, its stock and its outlets in them',
  handovers: 'what one counter handed over on one day',
  outliers: 'who earns faster than people do, in one month',
  roles: 'who holds a role in one city: the desk searches in them',
  roleChanges: 'how the roles of one city changed in one month',
}
/** One strongly consistent read says whether the session, or a role, has ended. */
const markUnits = 1
const priceOf = ({ maxReadUnits }: Operation) => maxReadUnits ?? Number.NaN

it('every read of staff and outlets declares its price, or is named here with its reason', () => {
  expect(reads.length).toBeGreaterThan(10)
  const undeclared = reads.filter(({ operation }) => operation.maxReadUnits === undefined)
  expect(undeclared.map(({ name }) => name).sort()).toEqual(Object.keys(whole).sort())
})

it('no read of staff or outlets costs more than it declares', async () => {
  const client = bench.client()
  const counted = meter(client)
  const { scene } = await setUp(bench, wechat, { client })
  for (const one of reads.filter(({ name }) => !(name in whole))) {
    const who = whoMay(scene, one)
    const asked = await one.ask(scene, who)
    counted.take()
    const { status } = await send(scene, one, asked, who.session)
    const { readUnits } = counted.take()
    const told = { name: one.name, status, declared: one.operation.maxReadUnits, readUnits }
    expect({ ...told, isWithin: readUnits - markUnits <= priceOf(one.operation) }).toEqual({
      ...told,
      status: 200,
      isWithin: true,
    })
  }
})
