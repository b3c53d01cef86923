import {
  amountText,
  barWidth,
  coinsText,
  exactText,
  hundredths,
} from '../../../miniapp/src/exhibition/fund/money'
import { originText } from '../../../miniapp/src/exhibition/fund/sources'

it.each([
  [35_600_000_000_0, '35.6 亿元'],
  [10_000_000_000, '1 亿元'],
  [2_130_000_000, '2,130 万元'],
  [1_000_000, '1 万元'],
  [123_456, '1,234.56 元'],
  [0, '0 元'],
])('writes %d fen as %s', (fen, text) => expect(amountText(fen)).toBe(text))

it('writes an amount to the last fen', () => {
  expect(exactText(2_130_000_001)).toBe('2,130.000001')
})

it('makes hundredths of parts that add up to a yuan', () => {
  const parts = [1, 1, 1].map((amount) => ({ name: '', amount }))
  expect(hundredths(parts)).toEqual([34, 33, 33])
  expect(hundredths([])).toEqual([])
  expect([55, 30, 4, 100].map(coinsText)).toEqual(['5 角 5 分', '3 角', '4 分', '1 元'])
})

it('draws something of every amount, and nothing of none', () => {
  expect([0, 1, 500, 1_000].map((amount) => barWidth(amount, 1_000))).toEqual([0, 1, 50, 100])
})

it('says a source once where all figures have it', () => {
  const one = { source: '决算', date: '2026-06-30' }
  expect(originText([one, one])).toBe('来源：决算 · 截至 2026\u00a0年\u00a06\u00a0月\u00a030\u00a0日')
  expect(originText([one, { ...one, source: '年报' }])).toBe('每个数的来源和日期在表里。')
})
