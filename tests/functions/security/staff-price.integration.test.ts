/**
 * What a look of staff, or of an outlet, costs: each GET says it, or is named here, so that a new list cannot forget how long it
 * may become; and so does a look that needs a body. What is measured here is a city with little in it; that a page of a long
 * list costs the same is measured where the list is tested (`long-*.integration.test.ts`).
 */
import { maxResolved } from '../../../functions/identity/contract'
import type { Operation } from '../../../functions/shared/operation'
import { isRanked } from '../../../functions/shared/operation'
import { meter } from '../../bench/meter'
import { withEngine } from '../../support/engine'
import { city } from '../../support/points-world'
import { everything, send } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import { setUp, whoMay, withWeChat } from './kit'

const bench = withEngine('places', 'identity', 'points')
jest.setTimeout(300_000)
const wechat = withWeChat()

const isRead = ({ method, maxReadUnits }: Operation) => method === 'GET' || maxReadUnits !== undefined
const reads = everything.filter(({ operation }) => isRanked(operation.access) && isRead(operation))
/** Looks that need a body: with as much asked for as one may. */
const largest: Record<string, (scene: Scene) => Promise<unknown>> = {
  resolve: async ({ stage }) => {
    const names = Array.from({ length: maxResolved }, (_, i) => `oHundred-${String(i).padStart(4, '0')}`)
    const people = await Promise.all(names.map((openid) => stage.identity.personOf(openid)))
    return { region: city, nos: people.map(({ no }) => no) }
  },
}
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

it('every GET of staff and outlets declares its price, or is named here with its reason; a look by POST does', () => {
  expect(reads.length).toBeGreaterThan(10)
  const undeclared = reads.filter(({ operation }) => operation.maxReadUnits === undefined)
  expect(undeclared.map(({ name }) => name).sort()).toEqual(Object.keys(whole).sort())
  const byPost = reads.filter(({ operation }) => operation.method !== 'GET').map(({ name }) => name)
  expect(byPost).toEqual(Object.keys(largest))
})

it('no look of staff or outlets costs more than it declares, in a city with little in it; a hundred persons no more either', async () => {
  const client = bench.client()
  const counted = meter(client)
  const { scene } = await setUp(bench, wechat, { client })
  for (const one of reads.filter(({ name }) => !(name in whole))) {
    const who = whoMay(scene, one)
    const asked = await one.ask(scene, who)
    const body = await largest[one.name]?.(scene)
    counted.take()
    const { status } = await send(scene, one, body ? { ...asked, body } : asked, who.session)
    const { readUnits } = counted.take()
    const told = { name: one.name, status, declared: one.operation.maxReadUnits, readUnits }
    expect({ ...told, isWithin: readUnits - markUnits <= priceOf(one.operation) }).toEqual({
      ...told,
      status: 200,
      isWithin: true,
    })
  }
})
