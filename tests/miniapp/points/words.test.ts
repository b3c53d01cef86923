import type { Entry, Reason } from '@contract/points'
import { entryView } from '@/points/entry-view'
import { byState, cancelText, orderSign, orderWhen, spacedDigits } from '@/points/order-view'
import { dayText, momentText } from '@/shared/time/moments'
import { at } from '../places/builders'
import { anEntry, anOrder, orderId } from './builders'

const now = at('2026-03-04 10:00')
const today = '2026-03-04'
const nameOf = (id: string) => (id === '320800-1' ? '水渡口福彩站' : null)
const viewOf = (reason: Reason, rest: Partial<Entry> = {}) => entryView(anEntry({ reason, ...rest }), nameOf)

describe('a line of the ledger', () => {
  const gift = '大米'
  const batch = '320800-bbbbbbbbbb'
  it.each<[Reason, string, string | null]>([
    [{ type: 'check-in', streak: 1, bonus: 0 }, '签到', null],
    [{ type: 'check-in', streak: 7, bonus: 10 }, '签到', '连续 7 天，其中多得 10 分'],
    [{ type: 'visit', place: '320800-1' }, '到站打卡', '水渡口福彩站'],
    [{ type: 'visit', place: '371600-9' }, '到站打卡', null],
    [{ type: 'report', place: '320800-1' }, '报告被采纳', '水渡口福彩站'],
    [{ type: 'code', batch, label: '三月活动' }, '积分码', '三月活动'],
    [{ type: 'quiz', subject: 'q', label: '展品一' }, '展馆答题', '展品一'],
    [{ type: 'event', subject: 'e', label: '植树' }, '主题活动', '植树'],
    [{ type: 'order', order: orderId, gift }, '兑换“大米”', null],
    [{ type: 'cancelled', order: orderId, gift, lapsed: 0 }, '取消“大米”，积分退回', null],
    [
      { type: 'not-picked-up', order: orderId, gift, lapsed: 12 },
      '“大米”过期未领，积分退回',
      '另有 12 分早已到期，没有退回',
    ],
    [{ type: 'lapsed', year: 2024 }, '积分到期', '2024 年得的，用到 2025 年底'],
    [{ type: 'closed' }, '账户已注销', null],
    [{ type: 'adjustment', adjustment: batch, text: '更正重复记分' }, '福彩中心更正', '更正重复记分'],
  ])('%j reads %s', (reason, title, text) => {
    expect(viewOf(reason)).toMatchObject({ title, text })
  })

  it('has what is left after it', () => {
    expect(viewOf({ type: 'closed' }, { points: -1280, balance: 0 }).balance).toBe('余 0')
  })
})

describe('an order', () => {
  it.each([
    [anOrder(), '待领取', '请在 3月18日（含）前领取'],
    [anOrder({ state: 'picked-up', endedAt: '2026-03-04T01:20:00Z' }), '已领取', '今天 09:20 领取'],
    [anOrder({ state: 'cancelled', endedAt: '2026-03-03T13:05:00Z' }), '已取消', '昨天 21:05 取消'],
    [anOrder({ state: 'expired', endedAt: '2025-12-31T16:10:00Z' }), '过期未领', '1月1日 00:10 过期'],
  ])('says its state in a word, and when', (order, word, when) => {
    expect(orderSign(order).word).toBe(word)
    expect(orderWhen(order, now, today)).toBe(when)
  })

  it('that waits goes before those that ended', () => {
    const ended = anOrder({ id: '260303-BBBBBBBBBB', state: 'cancelled' })
    expect(byState([ended, anOrder()])).toEqual({ live: [anOrder()], ended: [ended] })
  })

  it.each([
    [60, 0, '退回 60 分，有效期不变。'],
    [60, 12, '退回 48 分；另外 12 分已经过了有效期，不能退回。'],
    [60, 60, '这张单的 60 分已经过了有效期，不能退回。'],
  ])('of %d points with %d lapsed says before it is cancelled: %s', (points, wouldLapse, text) => {
    expect(cancelText({ points, wouldLapse })).toBe(text)
  })

  it('reads its digits in two groups', () => {
    expect(spacedDigits('04271234')).toBe('0427 1234')
  })
})

it('tells days and moments as one says them today', () => {
  expect(dayText('2026-12-06', today)).toBe('12月6日')
  expect(dayText('2027-12-31', today)).toBe('2027年12月31日')
  expect(momentText(at('2026-03-05 10:00'), now)).toBe('明天 10:00')
  expect(momentText(at('2026-02-20 08:30'), now)).toBe('2月20日 08:30')
})
