/** What a person sees of what is held, and of what they lose. */
import { fileName, fileText, lossesOf, pointsByCity } from '@/identity/pages/data/points-by-city'
import { aHolding, anExport } from './builders'

const order = (state: string, name: string) => ({ id: '261122-0123456789', state, gift: { name } })
const cityName = (region: string) => ({ 320800: '淮安', 371600: '滨州' })[region] ?? region

test('somebody without points loses nothing but themself', () => {
  expect(lossesOf(pointsByCity(anExport()), cityName)).toEqual([])
})

test('points, gifts that were not picked up and places in a queue are lost, each by its name', () => {
  const points = [
    aHolding({ orders: [order('reserved', '折叠雨伞'), order('picked-up', '毛巾')] }),
    aHolding({ region: '371600', balance: 0, waitingFor: [{ gift: '371600-0123456789' }] }),
  ]
  expect(lossesOf(pointsByCity(anExport({ points })), cityName)).toEqual([
    '淮安的 680 积分作废，拿不回来。',
    '“折叠雨伞”还没有领，删除后就领不到了。',
    '正在排队等的礼品，位置不再保留。',
  ])
})

test('what this version cannot read is never shown as nothing', () => {
  const held = pointsByCity(anExport({ points: [aHolding(), { of: 'a newer server' }] }))
  expect(held).toMatchObject({ cities: [{ region: '320800', entries: 2 }], unread: 1 })
  expect(lossesOf(held, cityName)).toContain('另有 1 座城市的积分，这个版本读不出，也会作废。')
})

test('the file holds all of it, whatever the page can read', () => {
  const data = anExport({ points: [{ of: 'a newer server' }] })
  expect(JSON.parse(fileText(data))).toEqual(data)
  expect(fileName(data)).toBe('福驿-我的数据-2026-11-22.json')
})
