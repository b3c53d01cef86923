import { spansText, weekLines } from '@/places/week'
import { aCalendar, aPlace, at } from './builders'

const wednesday = at('2026-03-04 10:00')

it('folds the week to today and joins equal days', () => {
  const week = weekLines(
    aPlace({ hours: 'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00' }),
    aCalendar(),
    wednesday,
  )
  expect(week?.today).toMatchObject({ label: '今天 周三', text: '08:30–12:00，13:30–21:00' })
  expect(week?.rest.map((line) => [line.label, line.text])).toEqual([
    ['周四至周五', '08:30–12:00，13:30–21:00'],
    ['周六至周日', '09:00–21:00'],
    ['周一至周二', '08:30–12:00，13:30–21:00'],
  ])
})

it('keeps a special day apart, with its date and reason', () => {
  const hours = 'Mo-Su 09:00-17:00; 2026 Mar 06 off "盘点"'
  const lines = weekLines(aPlace({ hours }), aCalendar(), wednesday)?.rest
  expect(lines?.[1]).toMatchObject({ label: '周五（3月6日）', text: '休息', note: '盘点', special: true })
})

it('says that selling pauses while the service goes on', () => {
  const closure = aCalendar([{ date: '2026-03-05', type: 'market-closure', name: '春节休市' }])
  const tomorrow = (place: Parameters<typeof weekLines>[0]) => weekLines(place, closure, wednesday)?.rest[0]
  expect(tomorrow(aPlace())).toMatchObject({ label: '明天 周四（3月5日）', text: '休市', note: '春节休市' })
  expect(tomorrow(aPlace({ roles: ['love-aid'] }))).toMatchObject({
    text: '08:30–21:00',
    note: '休市，服务照常',
  })
})

it('knows no week where the hours are unknown', () => {
  expect(weekLines(aPlace({ hours: null }), aCalendar(), wednesday)).toBeNull()
})

it.each([
  [[], '休息'],
  [[{ from: 0, to: 1440 }], '全天'],
  [[{ from: 1200, to: 1560 }], '20:00–次日 02:00'],
  [[{ from: 1200, to: 1440 }], '20:00–24:00'],
])('spans %j read %s', (spans, text) => expect(spansText(spans)).toBe(text))
