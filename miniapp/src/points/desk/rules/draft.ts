/** The earning rules and limits of a city as they stand in the table: texts as typed, one flat record. Pure. */
import {
  type EarningRule,
  type EarningRuleId,
  earningRules,
  type Limits,
  type RulesOfCity,
} from '@contract/points'
import { changedFields } from '@/desk/merge'
import { typedDay, wholeNumber } from '@/desk/typed'
import { earningRuleNames } from '@/points/words'

export const ruleFields = [
  'amount',
  'perDay',
  'perMonth',
  'lifetime',
  'from',
  'until',
  'every',
  'bonus',
] as const
export type RuleField = (typeof ruleFields)[number]
export type CellName = `${EarningRuleId}.${RuleField}` | keyof Limits
/** Empty: no cap, no first or last day, no bonus. */
export type RulesDraft = Record<CellName, string>

export const ruleFieldNames: Record<RuleField, string> = {
  amount: '每次',
  perDay: '一天最多',
  perMonth: '一个月最多',
  lifetime: '总共最多',
  from: '从哪天起',
  until: '到哪天止',
  every: '连续几天',
  bonus: '多给',
}
export const limitNames: Record<keyof Limits, string> = {
  monthlyEarning: '一个人一个月最多得到',
  yearlyRedemption: '一个人一年最多兑换',
}

/** A code's points stand in its batch; a streak belongs to checking in alone. */
export function hasField(rule: EarningRuleId, field: RuleField): boolean {
  if (field === 'amount') return rule !== 'code'
  if (field === 'every' || field === 'bonus') return rule === 'check-in'
  return true
}

const text = (value: number | string | null): string => (value === null ? '' : String(value))

export function rulesDraftOf({ rules, limits }: Pick<RulesOfCity, 'rules' | 'limits'>): RulesDraft {
  const cells = earningRules.flatMap((id): [CellName, string][] => {
    const rule = rules[id]
    return [
      [`${id}.amount`, text(rule.amount)],
      [`${id}.perDay`, text(rule.perDay)],
      [`${id}.perMonth`, text(rule.perMonth)],
      [`${id}.lifetime`, text(rule.lifetime)],
      [`${id}.from`, text(rule.from)],
      [`${id}.until`, text(rule.until)],
      [`${id}.every`, text(rule.streak?.every ?? null)],
      [`${id}.bonus`, text(rule.streak?.points ?? null)],
    ]
  })
  // biome-ignore lint/plugin: every name of the record is among them, earningRules times its fields and the two limits
  return Object.fromEntries([
    ...cells,
    ['monthlyEarning', text(limits.monthlyEarning)],
    ['yearlyRedemption', text(limits.yearlyRedemption)],
  ]) as RulesDraft
}

const most: Record<RuleField | keyof Limits, number> = {
  amount: 10_000,
  perDay: 100_000,
  perMonth: 100_000,
  lifetime: 1_000_000,
  from: 0,
  until: 0,
  every: 366,
  bonus: 10_000,
  monthlyEarning: 100_000,
  yearlyRedemption: 1_000_000,
}

/** What is wrong, by cell. Empty: it can be saved. */
export function rulesProblems(draft: RulesDraft): Partial<Record<CellName, string>> {
  const found: Partial<Record<CellName, string>> = {}
  for (const id of earningRules) Object.assign(found, ruleProblems(draft, id))
  for (const limit of ['monthlyEarning', 'yearlyRedemption'] as const) {
    const wrong = numberProblem(draft[limit], 0, most[limit])
    if (wrong) found[limit] = wrong
  }
  return found
}

function ruleProblems(draft: RulesDraft, id: EarningRuleId): Partial<Record<CellName, string>> {
  const found: Partial<Record<CellName, string>> = {}
  for (const field of ruleFields) {
    const wrong = hasField(id, field) ? cellProblem(field, draft[`${id}.${field}`]) : null
    if (wrong) found[`${id}.${field}`] = wrong
  }
  const from = typedDay(draft[`${id}.from`])
  const until = typedDay(draft[`${id}.until`])
  if (from !== null && until !== null && until < from) found[`${id}.until`] = '在开始之前'
  return id === 'check-in' ? { ...streakProblem(draft), ...found } : found
}

/** A bonus is both: how many days, and how many points. */
function streakProblem(draft: RulesDraft): Partial<Record<CellName, string>> {
  const every = draft['check-in.every'].trim() === ''
  const bonus = draft['check-in.bonus'].trim() === ''
  if (every === bonus) return {}
  return every ? { 'check-in.every': '写上连续几天' } : { 'check-in.bonus': '写上多给几分' }
}

function cellProblem(field: RuleField, typed: string): string | null {
  if (field === 'amount') return numberProblem(typed, 0, most.amount)
  if (typed.trim() === '') return null
  if (field === 'from' || field === 'until') return typedDay(typed) === null ? '写成 2026-03-05' : null
  return numberProblem(typed, field === 'every' ? 2 : field === 'bonus' ? 1 : 0, most[field])
}

function numberProblem(typed: string, least: number, greatest: number): string | null {
  const number = wholeNumber(typed)
  return number === null || number < least || number > greatest ? `${least} 到 ${greatest}` : null
}

/** The request; null while something is wrong. */
export function rulesOf(draft: RulesDraft): { rules: RulesOfCity['rules']; limits: Limits } | null {
  if (Object.keys(rulesProblems(draft)).length > 0) return null
  const number = (cell: CellName): number => wholeNumber(draft[cell]) ?? 0
  return {
    rules: {
      'check-in': ruleOf(draft, 'check-in'),
      visit: ruleOf(draft, 'visit'),
      report: ruleOf(draft, 'report'),
      code: ruleOf(draft, 'code'),
      quiz: ruleOf(draft, 'quiz'),
      event: ruleOf(draft, 'event'),
    },
    limits: {
      monthlyEarning: number('monthlyEarning'),
      yearlyRedemption: number('yearlyRedemption'),
    },
  }
}

function ruleOf(draft: RulesDraft, id: EarningRuleId): EarningRule {
  const number = (field: RuleField): number | null => wholeNumber(draft[`${id}.${field}`])
  const every = id === 'check-in' ? number('every') : null
  const points = id === 'check-in' ? number('bonus') : null
  return {
    amount: number('amount') ?? 0,
    perDay: number('perDay'),
    perMonth: number('perMonth'),
    lifetime: number('lifetime'),
    from: typedDay(draft[`${id}.from`]),
    until: typedDay(draft[`${id}.until`]),
    streak: every !== null && points !== null ? { every, points } : null,
  }
}

/** What every change means for people, one sentence each, said before saving; of a wrong cell nothing can be said. */
export function rulesConsequences(
  before: RulesDraft,
  now: RulesDraft,
  problems: Partial<Record<CellName, string>> = rulesProblems(now),
): string[] {
  const changed = changedFields(before, now).filter((cell) => problems[cell] === undefined)
  return changed.map((cell) => sentence(cell, before[cell].trim(), now[cell].trim()))
}

/** `每日签到 · 每次`, or a limit's name. */
export function cellTitle(cell: CellName): string {
  if (cell === 'monthlyEarning' || cell === 'yearlyRedemption') return limitNames[cell]
  const [rule, field] = partsOf(cell)
  return `${earningRuleNames[rule]} · ${ruleFieldNames[field]}`
}

function partsOf(cell: Exclude<CellName, keyof Limits>): [EarningRuleId, RuleField] {
  for (const rule of earningRules) {
    for (const field of ruleFields) if (cell === `${rule}.${field}`) return [rule, field]
  }
  throw new Error(`There is no such cell: ${cell}`)
}

function sentence(cell: CellName, before: string, now: string): string {
  const changeOf = (field: RuleField | keyof Limits) => `${shownAs(field, before)} → ${shownAs(field, now)}`
  if (cell === 'monthlyEarning')
    return `一个人一个月最多得到：${changeOf(cell)}。这个月已经超过新上限的人，不扣，但这个月不能再得。`
  if (cell === 'yearlyRedemption') return `一个人一年最多兑换：${changeOf(cell)}。已经兑换的不变。`
  const [rule, field] = partsOf(cell)
  const name = earningRuleNames[rule]
  if (field === 'amount' && wholeNumber(now) === 0) return `${name}：不再给积分（原来每次 ${before} 分）。`
  if (field === 'until' && now !== '') return `${name}：${now} 当天还能得，第二天起不能。`
  if (field === 'from' && now !== '') return `${name}：${now} 当天起才能得。`
  return `${name}，${ruleFieldNames[field]}：${changeOf(field)}。已经得到的不变。`
}

/** What stands in a cell, in words. */
export function shownAs(field: RuleField | keyof Limits, value: string): string {
  if (field === 'from' || field === 'until') return value === '' ? '不限' : value
  if (field === 'every') return value === '' ? '没有连续奖励' : `每 ${value} 天`
  if (field === 'bonus' && value === '') return '没有'
  return value === '' ? '不限' : `${value} 分`
}
