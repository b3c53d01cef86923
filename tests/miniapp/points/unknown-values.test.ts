/** What a later server says and this version does not know: shown as 其他, beside everything else. */
import { entriesResponseSchema, giftsResponseSchema, ordersResponseSchema } from '@contract/points'
import { entryView } from '@/points/entry-view'
import { filterGifts, giftSign, noGiftFilter, offerOf } from '@/points/gift-view'
import { endedText, orderSign, orderWhen } from '@/points/order-view'
import { categoryNames } from '@/points/words'
import { at } from '../places/builders'
import { aGift, anAccount, anEntry, anOrder } from './builders'

const now = at('2026-03-04 10:00')
const nowhere = () => null

it('a new reason is one line of the ledger that says 其他, with its points', () => {
  const known = anEntry({ seq: 1, reason: { type: 'closed' } })
  const lottery = {
    ...anEntry({ seq: 2, points: 5 }),
    kind: 'inherit',
    reason: { type: 'inherited', from: 'x' },
  }
  const { entries } = entriesResponseSchema.parse({ entries: [lottery, known], cursor: null })
  const views = entries.map((entry) => entryView(entry, nowhere))
  expect(views[0]).toMatchObject({ title: '其他', text: null, points: '+5' })
  expect(views[1]?.title).toBe('账户已注销')
})

it('a gift of a new category is shown among the others, and can be had', () => {
  const { gifts } = giftsResponseSchema.parse({ gifts: [{ ...aGift(), category: 'voucher' }] })
  const [gift] = filterGifts(gifts, noGiftFilter, null)
  if (!gift) throw new Error('the gift is not shown')
  expect(categoryNames[gift.category]).toBe('其他')
  const asker = { isIn: true, account: anAccount({ balance: 10_000 }), waiting: null, own: [] }
  expect(offerOf(gift, asker).kind).toBe('order')
})

it('a gift in a new state is shown, and not offered', () => {
  const { gifts } = giftsResponseSchema.parse({
    gifts: [{ ...aGift(), state: 'paused' }, aGift({ id: aGift().id })],
  })
  const last = filterGifts(gifts, noGiftFilter, null).at(-1)
  if (!last) throw new Error('the gift is not shown')
  expect(giftSign(last, now).word).toBe('现在不能兑换')
  expect(offerOf(last, { isIn: true, account: anAccount(), waiting: null, own: [] }).kind).toBe('unsupported')
})

it('an order in a new state says 其他 and what to do', () => {
  const { orders } = ordersResponseSchema.parse({ orders: [{ ...anOrder(), state: 'posted' }], cursor: null })
  const [order] = orders
  if (!order) throw new Error('the order is not shown')
  expect(orderSign(order)).toMatchObject({ word: '其他', tone: 'closed' })
  expect(orderWhen(order, now, '2026-03-04')).toContain('有变动')
  expect(endedText(order)).toBe('更新到最新版本，再看看这张兑换单。')
})
