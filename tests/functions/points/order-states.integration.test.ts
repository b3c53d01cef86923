import { orderStates } from '../../../functions/points/contract'
import { comesFrom } from '../../../functions/points/rules/order-states'
import { endOrder, type OrderItem, putOrder } from '../../../functions/points/store/order/orders'
import { type WaitingItem, waitingChanges } from '../../../functions/points/store/waiting/places'
import { waitingComesFrom, waitingStates } from '../../../functions/shared/waiting-list/states'
import { withDomain } from '../../support/engine/domain-engine'

const database = withDomain('points')
const at = Date.parse('2026-11-18T10:00:00+08:00')

const order = (state: OrderItem['state']): OrderItem => ({
  id: '261118-0000000000',
  person: 'lin',
  region: '320800',
  gift: { id: '320800-0000000000', name: '洗衣液', category: 'charity-goods', picture: null },
  points: 100,
  taken: { 2026: 100 },
  outlet: '320800-32080290',
  state,
  reservedAt: '2026-11-18T02:00:00.000Z',
  pickUpBy: '2026-12-02',
  endedAt: null,
  shard: 0,
  pickup: null,
})
const ends = ['picked-up', 'cancelled', 'expired'] as const

describe('an order in the table', () => {
  it.each(orderStates.flatMap((from) => ends.map((to) => [from, to] as const)))(
    'that is %s becomes %s only if the states say so',
    async (from, to) => {
      const { table } = database
      await table.transact([putOrder(table, order(from))])
      const done = await table.transact([endOrder(table, order(from).id, { state: to, at })])
      expect(done.ok).toBe(comesFrom[to].some((legal) => legal === from))
    },
  )

  it('is put once', async () => {
    const { table } = database
    await table.transact([putOrder(table, order('reserved'))])
    expect(await table.transact([putOrder(table, order('reserved'))])).toEqual({
      ok: false,
      error: { at: [0] },
    })
  })
})

describe('a place in a waiting list', () => {
  const place = { gift: '320800-0000000000', person: 'lin', asked: at }
  const inState = (state: WaitingItem['state']): WaitingItem => ({ ...place, state, until: at, shard: 0 })
  const goings = ['taken', 'lapsed', 'left'] as const

  it.each(waitingStates.flatMap((state) => goings.map((why) => [state, why] as const)))(
    'that is %s goes because it was %s only if the states say so',
    async (state, why) => {
      const { table } = database
      const { placeKey, removeWaiting } = waitingChanges(table)
      await table.putOne({ ...placeKey(inState(state)), ...inState(state) })
      const isLegal = waitingComesFrom[why].some((legal) => legal === state)
      const removal = () => removeWaiting(inState(state), why)
      if (!isLegal) return expect(removal).toThrow()
      expect((await table.transact([removal()])).ok).toBe(true)
    },
  )

  it('that was read in one state is not removed in another', async () => {
    const { table } = database
    const { putWaiting, removeWaiting } = waitingChanges(table)
    await table.transact([putWaiting(place)])
    const removal = removeWaiting(inState('offered'), 'left')
    expect(await table.transact([removal])).toEqual({ ok: false, error: { at: [0] } })
  })
})
