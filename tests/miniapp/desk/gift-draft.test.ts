import { newGiftRequestSchema } from '@contract/points'
import {
  consequences,
  draftOf,
  emptyDraft,
  fieldsOf,
  isIncomplete,
  orderedOf,
  problemsOf,
  statusOf,
  stockSentence,
  toFetchOf,
} from '@/points/desk/gift/draft'
import { at } from '../places/builders'
import { aGift } from './builders'

const good = draftOf(aGift())

it('says of every empty field what it wants', () => {
  expect(Object.keys(problemsOf(emptyDraft)).sort()).toEqual(['about', 'name', 'outlets', 'price'])
  expect(problemsOf(good)).toEqual({})
})

it('of a category that only a later version knows has none until one is picked', () => {
  const draft = draftOf(aGift({ category: 'other' }))
  expect(problemsOf(draft)).toEqual({ category: '选一个类别' })
  expect(fieldsOf(draft, null)).toBeNull()
  expect(fieldsOf({ ...draft, category: 'service' }, null)?.category).toBe('service')
})

it.each([
  [{ name: '很'.repeat(41) }, 'name'],
  [{ about: '很'.repeat(501) }, 'about'],
  [{ price: '0' }, 'price'],
  [{ price: '1.5' }, 'price'],
  [{ price: '100001' }, 'price'],
  [{ perPerson: '0' }, 'perPerson'],
  [{ perPerson: '许多' }, 'perPerson'],
  [{ onSaleFrom: '明天' }, 'onSaleFrom'],
  [{ onSaleFrom: '2026-03-05', onSaleUntil: '2026-03-04' }, 'onSaleUntil'],
  [{ outlets: [] }, 'outlets'],
])('refuses %j', (change, field) => {
  const draft = { ...good, ...change }
  expect(Object.keys(problemsOf(draft))).toEqual([field])
  expect(fieldsOf(draft, null)).toBeNull()
})

it('knows what was left out from what was written wrongly', () => {
  expect(isIncomplete(emptyDraft)).toBe(true)
  expect(isIncomplete({ ...good, outlets: [] })).toBe(true)
  expect(isIncomplete({ ...good, price: '1.5' })).toBe(false)
})

it('tells the server of the first and the last moment of the days that were typed', () => {
  const fields = fieldsOf({ ...good, onSaleFrom: '2026-03-05', onSaleUntil: '2026-03-05' }, null)
  expect(fields).toMatchObject({
    onSaleFrom: new Date(at('2026-03-05 00:00')).toISOString(),
    onSaleUntil: '2026-03-05T15:59:59.000Z',
  })
  expect(newGiftRequestSchema.safeParse({ region: '320800', ...fields }).success).toBe(true)
})

it('keeps the hour that somebody set elsewhere while the day is not touched', () => {
  const gift = aGift({ onSaleFrom: '2026-03-05T04:30:00.000Z' })
  expect(fieldsOf(draftOf(gift), gift)?.onSaleFrom).toBe('2026-03-05T04:30:00.000Z')
  expect(fieldsOf({ ...draftOf(gift), onSaleFrom: '2026-03-06' }, gift)?.onSaleFrom).toBe(
    '2026-03-05T16:00:00.000Z',
  )
})

it('reads an empty limit as none', () => {
  expect(fieldsOf({ ...good, perPerson: ' ' }, null)?.perPerson).toBeNull()
})

it('says what a change of stock does, first for those who wait', () => {
  expect(stockSentence(aGift(), '10')).toEqual({ change: 10, text: '还能兑换的从 38 件变成 48 件。' })
  expect(stockSentence(aGift({ waiting: 3 }), '10')?.text).toContain(
    '其中 3 件为排队的人保留，按先后各留 48 小时',
  )
  expect(stockSentence(aGift(), '-8')?.text).toContain('从 38 件变成 30 件')
  expect(stockSentence(aGift(), '-39')).toEqual({ change: null, text: '只剩 38 件没被兑换，最多减 38 件。' })
  expect(stockSentence(aGift(), '0')).toBeNull()
  expect(stockSentence(aGift(), '十')).toBeNull()
})

it('says where a gift stands', () => {
  const now = at('2026-03-04 12:00')
  const word = (overrides: Parameters<typeof aGift>[0]) => statusOf(aGift(overrides), now).word
  expect(word({})).toBe('兑换中')
  expect(word({ isPublished: false })).toBe('未上架')
  expect(word({ taken: 50 })).toBe('已兑完')
  expect(word({ taken: 50, held: 1 })).toBe('为排队的人保留')
  expect(word({ onSaleFrom: '2026-03-05T00:00:00.000Z' })).toBe('还没开始')
  expect(word({ onSaleUntil: '2026-03-01T00:00:00.000Z' })).toBe('已结束')
})

it('does not count a piece kept for somebody who waits as one that was ordered', () => {
  const gift = aGift({ held: 3 })
  expect(orderedOf(gift)).toBe(9)
  expect(toFetchOf(gift)).toBe(1)
  expect(stockSentence(gift, '-8')?.text).toContain('已经兑换的 9 件')
  expect(consequences(gift, { ...good, isPublished: false })).toEqual([
    '保存后市民看不到它了。已经兑换、还没取的 1 件照常能取。为排队的人保留的 3 件不能再兑换。',
  ])
})

it('says what saving changes for people', () => {
  const gift = aGift()
  expect(consequences(gift, draftOf(gift))).toEqual([])
  expect(consequences(gift, { ...good, price: '150' })).toEqual([expect.stringContaining('原来 120 分')])
  expect(consequences(gift, { ...good, isPublished: false })).toEqual([
    expect.stringContaining('还没取的 4 件'),
  ])
  expect(consequences(aGift({ isPublished: false }), good)).toEqual([expect.stringContaining('马上能看到')])
  expect(consequences(gift, { ...good, outlets: ['320800-1'] })).toEqual([expect.stringContaining('移走')])
  expect(consequences(null, good)).toEqual([expect.stringContaining('未上架')])
})
