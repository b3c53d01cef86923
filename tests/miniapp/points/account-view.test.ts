import { earningViews, expiringText, lotLines, monthText, streakText } from '@/points/account-view'
import { anAccount, aWay } from './builders'

const today = '2026-03-04'

describe('what runs out', () => {
  const lots = [
    { points: 20, on: '2026-03-31' },
    { points: 108, on: '2027-12-31' },
  ]

  it('is announced a month ahead, with what is spent first', () => {
    const account = anAccount({ lots, expiring: { points: 20, on: '2026-03-31' } })
    expect(expiringText(account, today)).toBe('有 20 分用到 3月31日为止，过后作废。兑换时先用这些。')
    expect(lotLines(account, today)).toEqual(['108 分可以用到 2027年12月31日'])
  })

  it('is a quiet line for each lot while there is time', () => {
    expect(expiringText(anAccount(), today)).toBeNull()
    expect(lotLines(anAccount({ lots }), today)).toEqual([
      '20 分可以用到 3月31日',
      '108 分可以用到 2027年12月31日',
    ])
  })
})

describe('a streak', () => {
  const bonus = { every: 7, points: 10 }
  it.each([
    [{ doneToday: false, streak: 0, bonus }, '连续 7 天多得 10 分'],
    [{ doneToday: false, streak: 3, bonus }, '连续 3 天，再签 4 天多得 10 分'],
    [{ doneToday: false, streak: 6, bonus }, '连续 6 天，今天签到多得 10 分'],
    [{ doneToday: true, streak: 6, bonus }, '连续 6 天，再签 1 天多得 10 分'],
    [{ doneToday: true, streak: 7, bonus }, '连续 7 天，再签 7 天多得 10 分'],
    [{ doneToday: true, streak: 1, bonus: null }, null],
    [{ doneToday: true, streak: 5, bonus: null }, '连续 5 天'],
  ])('of %j reads %s', (checkIn, text) => {
    expect(streakText(checkIn)).toBe(text)
  })
})

describe('the ways to earn', () => {
  it('are those in force that one can follow, each with its state in a word', () => {
    const ways = [
      aWay({ rule: 'check-in', state: 'done-today' }),
      aWay({ rule: 'visit', today: 15, state: 'cap-reached' }),
      aWay({ rule: 'report' }),
      aWay({ rule: 'code', state: 'not-in-force' }),
      aWay({ rule: 'quiz' }),
    ]
    expect(earningViews(anAccount({ ways })).map(({ name, sign, word }) => [name, sign, word])).toEqual([
      ['签到', 'done', '今天已完成'],
      ['到站打卡', 'full', '已到上限'],
      ['报告被采纳', 'open', '可参与'],
    ])
  })

  it.each([
    [aWay({ today: 15, state: 'cap-reached' }), '今天已达上限，明天再来'],
    [aWay({ thisMonth: 100, state: 'cap-reached' }), '本月已达上限，下月再来'],
    [aWay({ state: 'cap-reached' }), '这一项已达上限'],
  ])('say which cap stands in the way', (way, text) => {
    expect(earningViews(anAccount({ ways: [way] }))[0]?.text).toBe(text)
  })

  it('say that the whole month is full where no cap of their own is', () => {
    const account = anAccount({ ways: [aWay({ state: 'cap-reached' })], earnedThisMonth: 600 })
    expect(earningViews(account)[0]?.text).toBe('本月已达上限，下月再来')
    expect(monthText(account)).toContain('到了上限')
  })

  it('show how far one got', () => {
    const [visit, code] = earningViews(
      anAccount({
        ways: [
          aWay({ today: 5, thisMonth: 25 }),
          aWay({ rule: 'code', amount: null, perDay: null, perMonth: null }),
        ],
      }),
    )
    expect(visit?.progress).toBe('今天 5/15 分 · 本月 25/100 分')
    expect(visit?.gain).toBe('+5')
    expect(code?.progress).toBeNull()
    expect(code?.gain).toBeNull()
  })
})
