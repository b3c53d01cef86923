import { rulesRequestSchema } from '@contract/points'
import { cellTitle, rulesConsequences, rulesDraftOf, rulesOf, rulesProblems } from '@/points/desk/rules/draft'
import { someRules } from './builders'

const before = rulesDraftOf(someRules())

it('gives back what it was given', () => {
  const { rules, limits } = someRules()
  expect(rulesOf(before)).toEqual({ rules, limits })
  expect(rulesRequestSchema.safeParse({ ...rulesOf(before), version: 4 }).success).toBe(true)
})

it.each([
  ['check-in.amount', ''],
  ['check-in.amount', '-1'],
  ['check-in.amount', '10001'],
  ['visit.perDay', '很多'],
  ['event.until', '年底'],
  ['event.until', '2025-12-31'],
  ['check-in.every', '1'],
  ['check-in.bonus', '0'],
  ['check-in.bonus', ''],
  ['check-in.every', ''],
  ['monthlyEarning', ''],
] as const)('refuses %s of %j', (cell, typed) => {
  const draft = { ...before, [cell]: typed }
  expect(Object.keys(rulesProblems(draft))).toEqual([cell])
  expect(rulesOf(draft)).toBeNull()
})

it('reads empty caps as none, and no streak without its two numbers', () => {
  const draft = { ...before, 'visit.perDay': '', 'check-in.every': '', 'check-in.bonus': '' }
  expect(rulesOf(draft)?.rules.visit.perDay).toBeNull()
  expect(rulesOf(draft)?.rules['check-in'].streak).toBeNull()
})

it('says of every change what it means for people, and of nothing nothing', () => {
  expect(rulesConsequences(before, before)).toEqual([])
  const [sentence] = rulesConsequences(before, { ...before, 'check-in.amount': '3' })
  expect(sentence).toBe('签到，每次：5 分 → 3 分。已经得到的不变。')
  expect(rulesConsequences(before, { ...before, 'visit.amount': '0' })[0]).toContain('不再给积分')
  expect(rulesConsequences(before, { ...before, 'visit.perDay': '' })[0]).toContain('15 分 → 不限')
  expect(rulesConsequences(before, { ...before, monthlyEarning: '500' })[0]).toContain('不扣')
  expect(rulesConsequences(before, { ...before, 'event.until': '2026-06-30' })[0]).toContain('第二天起不能')
})

it('names every cell', () => {
  expect(cellTitle('visit.perDay')).toBe('到站打卡 · 一天最多')
  expect(cellTitle('yearlyRedemption')).toBe('一个人一年最多兑换')
})
