import type { Waiting } from '@contract/points'
import {
  categoriesOf,
  filterGifts,
  giftSign,
  noGiftFilter,
  offeredUntilText,
  offerOf,
  turnText,
} from '@/points/gift-view'
import { at } from '../places/builders'
import { aGift, anAccount } from './builders'

const now = at('2026-03-04 10:00')
const all = noGiftFilter

describe('the sign of a gift', () => {
  it('says what is left, or why there is none, with a shape', () => {
    expect(giftSign(aGift(), now)).toEqual({ word: '还有 12 件', tone: 'plain', icon: null })
    expect(giftSign(aGift({ category: 'coupon' }), now).word).toBe('还有 12 份')
    expect(giftSign(aGift({ category: 'service' }), now).word).toBe('还有 12 次')
    expect(giftSign(aGift({ state: 'sold-out', left: 0 }), now).word).toBe('已兑完')
    expect(giftSign(aGift({ state: 'sold-out', left: 0 }), now).icon).not.toBeNull()
    expect(giftSign(aGift({ state: 'not-yet', onSaleFrom: '2026-03-05T01:00:00Z' }), now).word).toBe(
      '明天 09:00 开始',
    )
  })
})

describe('the list', () => {
  const gifts = [
    aGift({ id: 'a', name: '贵的', price: 500 }),
    aGift({ id: 'b', name: '兑完的', price: 10, state: 'sold-out', left: 0 }),
    aGift({ id: 'c', name: '便宜的', price: 30, category: 'coupon', outlets: ['320800-9'] }),
    aGift({ id: 'd', name: '没开始的', price: 20, state: 'not-yet' }),
  ]
  const names = (list: { name: string }[]) => list.map(({ name }) => name)

  it('begins with what can be had now, the cheaper first', () => {
    expect(names(filterGifts(gifts, all, null))).toEqual(['便宜的', '贵的', '没开始的', '兑完的'])
  })

  it('我能兑换的 leaves what the points are enough for and what is there', () => {
    expect(names(filterGifts(gifts, { ...all, affordable: true }, 100))).toEqual(['便宜的'])
    expect(names(filterGifts(gifts, { ...all, affordable: true }, 500))).toEqual(['便宜的', '贵的'])
    expect(filterGifts(gifts, { ...all, affordable: true }, null)).toEqual([])
  })

  it('asks by kind and by outlet', () => {
    expect(names(filterGifts(gifts, { ...all, categories: ['coupon'] }, null))).toEqual(['便宜的'])
    expect(names(filterGifts(gifts, { ...all, outlet: '320800-9' }, null))).toEqual(['便宜的'])
    expect(categoriesOf(gifts, ['charity-goods', 'service', 'coupon'])).toEqual(['charity-goods', 'coupon'])
  })
})

describe('what one can do with a gift', () => {
  const asker = { isIn: true, account: anAccount({ balance: 60 }), waiting: null, own: [] }
  const offered: Waiting = { state: 'offered', ahead: null, until: '2026-03-06T02:00:00Z' }

  it('is to swap it, as soon as the points are enough to the point', () => {
    expect(offerOf(aGift({ price: 60 }), asker)).toEqual({ kind: 'order', until: null })
    expect(offerOf(aGift({ price: 61 }), asker)).toEqual({ kind: 'short', missing: 1, until: null })
  })

  it('is to log in for whoever is not, and nothing yet while the account has not come', () => {
    expect(offerOf(aGift(), { ...asker, isIn: false, account: null }).kind).toBe('login')
    expect(offerOf(aGift(), { ...asker, account: null }).kind).toBe('unknown')
  })

  it('is to wait where it is sold out: one’s turn is the server’s word', () => {
    const gift = aGift({ state: 'sold-out', left: 0 })
    expect(offerOf(gift, asker).kind).toBe('unknown')
    expect(offerOf(gift, { ...asker, waiting: { state: 'none', ahead: null, until: null } }).kind).toBe(
      'wait',
    )
    expect(offerOf(gift, { ...asker, waiting: { state: 'waiting', ahead: 2, until: null } })).toEqual({
      kind: 'waiting',
      ahead: 2,
      more: false,
    })
    expect(offerOf(gift, { ...asker, waiting: offered })).toEqual({
      kind: 'order',
      until: '2026-03-06T02:00:00Z',
    })
  })

  it('is shown with place and day', () => {
    expect(turnText({ ahead: 0, more: false })).toContain('第 1 位')
    expect(turnText({ ahead: 2, more: false })).toBe('你排在第 3 位')
    expect(turnText({ ahead: 100, more: true })).toBe('你前面还有 100 多人')
    expect(offeredUntilText('2026-03-05T02:00:00Z', now)).toBe('有一件为你保留到明天 10:00')
    expect(offeredUntilText('2026-03-06T02:00:00Z', now)).toBe('有一件为你保留到 3月6日 10:00')
  })

  it('is nothing at outlets of one’s own alone', () => {
    const gift = aGift({ outlets: ['320800-1'] })
    expect(offerOf(gift, { ...asker, own: ['320800-1'] }).kind).toBe('own')
    expect(offerOf(aGift(), { ...asker, own: ['320800-1'] }).kind).toBe('order')
  })

  it('says what the year still allows', () => {
    const account = anAccount({ balance: 900, yearlyCap: 100, redeemedThisYear: 70 })
    expect(offerOf(aGift({ price: 60 }), { ...asker, account })).toEqual({ kind: 'year', left: 30 })
  })
})
