/**
 * What a look of staff, or of an outlet, costs: each GET says it, or has its reason on the stage (tests/support/stage/domains), so that a new list cannot forget how long it
 * may become; and so does a look that needs a body. What is measured here is a city with little in it; that a page of a long
 * list costs the same is measured where the list is tested (`long-*.integration.test.ts`).
 */
import type { Operation } from '../../../functions/shared/declaration/operation'
import { isRanked } from '../../../functions/shared/declaration/operation'
import { meter } from '../../bench/meter'
import { everything, send } from '../../support/stage/requests'
import { setUp, whoMay, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

const isRead = ({ method, maxReadUnits }: Operation) => method === 'GET' || maxReadUnits !== undefined
const reads = everything.filter(({ operation }) => isRanked(operation.access) && isRead(operation))
/** One strongly consistent read says whether the session, or a role, has ended. */
const markUnits = 1
const priceOf = ({ maxReadUnits }: Operation) => maxReadUnits ?? Number.NaN

it('every GET of staff and outlets declares its price, or is read whole for a reason; a look by POST does', () => {
  expect(reads.length).toBeGreaterThan(10)
  const undeclared = reads.filter(({ operation }) => operation.maxReadUnits === undefined)
  const whole = reads.filter(({ readWhole }) => readWhole !== undefined)
  expect(undeclared.map(({ name }) => name)).toEqual(whole.map(({ name }) => name))
  const byPost = reads.filter(({ operation }) => operation.method !== 'GET')
  expect(byPost.filter(({ largest }) => !largest).map(({ name }) => name)).toEqual([])
})

it('no look of staff or outlets costs more than it declares, in a city with little in it; a hundred persons no more either', async () => {
  const client = database.client()
  const counted = meter(client)
  const { scene } = await setUp(database, wechat, { client })
  for (const one of reads.filter(({ readWhole }) => readWhole === undefined)) {
    const who = whoMay(scene, one)
    const asked = await one.ask(scene, who)
    const body = await one.largest?.(scene)
    counted.take()
    const { status } = await send(scene, one, body ? { ...asked, body } : asked, who.session)
    const { readUnits } = counted.take()
    const measured = { name: one.name, status, declared: one.operation.maxReadUnits, readUnits }
    expect({ ...measured, isWithin: readUnits - markUnits <= priceOf(one.operation) }).toEqual({
      ...measured,
      status: 200,
      isWithin: true,
    })
  }
})
