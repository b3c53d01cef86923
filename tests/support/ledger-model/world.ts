/** The city in which the model's people live: their gifts, codes and rules, and points they have from the year before. */
import type { Role } from '../../../functions/identity/contract'
import type { RulesOfCity } from '../../../functions/points/contract'
import { awards } from '../../../functions/points/fragments'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { codeOf } from '../../../functions/points/rules/ids'
import { addDays, dayMs, dayOf } from '../../../functions/shared/day'
import type { TestDatabase } from '../engine/engine'
import { seeded } from '../samples/random'
import { city, createPointsWorld, outlets, type PointsWorld } from '../worlds/points-world'
import { personNamed } from '../worlds/sessions'
import { type Books, booksOf } from './books'
import { type FaultInjection, type FaultProfile, injectFaults } from './fault-injection'
import type { Constitution } from './invariants'
import type { Context } from './predict/context'

export type ModelWorld = {
  /** Functions of one API: each remembers for itself. */
  functions: readonly [PointsWorld, PointsWorld]
  faults: FaultInjection
  /** Names of the people; `id(name)` is their id. */
  people: readonly string[]
  gifts: readonly string[]
  batches: readonly { id: string; codes: readonly string[] }[]
  rolesOf: (name: string) => Role[]
  context: () => Context
  award: (person: string, subject: string) => Promise<{ code: string }>
  close: (person: string) => Promise<void>
  books: () => Promise<Books>
}

export const id = personNamed
/** Outlets where the model's gifts are picked up, each with its salesperson; `p0` owns the first. */
export const counters = [outlets.first, outlets.second] as const
export const salesperson = (outlet: string): string => (outlet === outlets.first ? 'seller1' : 'seller2')

/**
 * Far ahead, for both engines let items vanish by the real clock when their `expiresAt` has passed; and a few days before
 * the end of a year, so that lots lapse within a history.
 */
const yearBefore = Date.parse('2067-12-05T09:00:00+08:00')
const begin = Date.parse('2068-12-18T09:00:00+08:00')

/** So tight that a few actions reach every cap. */
const rules: RulesOfCity = {
  ...defaultRules,
  rules: {
    ...defaultRules.rules,
    'check-in': { ...defaultRules.rules['check-in'], amount: 2, streak: { every: 2, points: 3 } },
    visit: { ...defaultRules.rules.visit, amount: 5, perDay: 5, perMonth: 20 },
    quiz: { ...defaultRules.rules.quiz, amount: 15, perDay: 30, perMonth: 45, lifetime: 90 },
  },
  limits: { monthlyEarning: 45, yearlyRedemption: 16 },
}
const constitution: Constitution = rules

export type WorldOptions = { profile: FaultProfile; seed: number; people: number }

export const createModelWorld = async (
  database: TestDatabase,
  { profile, seed, people: count }: WorldOptions,
): Promise<ModelWorld> => {
  await database.clear()
  const faults = injectFaults(database, profile, seed)
  const at = new Date(yearBefore).toISOString()
  const first = await createPointsWorld(database, { client: faults.client, at, seed })
  const functions = [first, first.another()] as const
  const { time, desks } = first
  const people = Array.from({ length: count }, (_, i) => `p${i}`)
  const roles = rolesOf
  const dependencies = { clock: () => time.now, random: randomBytes(seed + 7) }
  const { transactWithAward } = awards(first.table, dependencies)
  const award: ModelWorld['award'] = async (person, subject) => {
    const reason = { type: 'quiz' as const, subject, label: subject }
    const owner = { person: id(person), region: city }
    const done = await transactWithAward([], { ...owner, rule: 'quiz', subject, at: time.now, reason })
    if (done.ok) return { code: 'ok' }
    if ('own' in done.error) throw new Error('a write was refused that is not there')
    return { code: done.error.award }
  }
  await desks.rules.changeRules(city, rules, id('staff1'))
  const gifts = await makeGifts(first)
  const batches = await makeBatches(first)
  for (const person of people) await award(person, 'last-year-1')
  for (const person of people.slice(0, -1)) await award(person, 'last-year-2')
  time.now = begin
  await sweepsUntilNow(first)
  faults.isOn = true
  return {
    functions,
    faults,
    people,
    gifts,
    batches,
    rolesOf: roles,
    award,
    context: () => ({
      at: time.now,
      constitution,
      batches: Object.fromEntries(batches.map(({ id: batch, points }) => [batch, { points, label: '集市' }])),
      outletsOf: (person) => (person === id('p0') ? [outlets.first] : []),
    }),
    close: (person) => first.holdings.close(id(person), time.now),
    books: async () => booksOf([...(await database.scan('points')), ...(await database.scan('audit'))]),
  }
}

export const constitutionOf = (world: ModelWorld): Constitution => world.context().constitution

const randomBytes = (seed: number) => {
  const numbers = seeded(seed)
  return (length: number) => Uint8Array.from({ length }, () => numbers.between(0, 255))
}

const rolesOf = (name: string): Role[] => {
  if (name === 'p0') return [{ kind: 'owner', region: city, outlets: [outlets.first] }]
  if (name === 'seller1') return [{ kind: 'salesperson', region: city, outlets: [outlets.first] }]
  if (name === 'seller2') return [{ kind: 'salesperson', region: city, outlets: [outlets.second] }]
  return name.startsWith('staff') ? [{ kind: 'staff', region: city, powers: ['gifts'] }] : []
}

/** One that is scarce, one that each may have once, one whose pieces are spread over shards. */
const makeGifts = async (world: PointsWorld): Promise<string[]> => {
  const both = [...counters]
  const made = [
    await world.gift({ name: '毛巾', price: 5, stock: 2, outlets: both }),
    await world.gift({ name: '雨伞', price: 9, stock: 1, perPerson: 1, outlets: [outlets.second] }),
    await world.gift({ name: '肥皂', price: 3, stock: 402, perPerson: 4, outlets: both }),
  ]
  return made.map((gift) => gift.id)
}

const makeBatches = async ({ desks, secret, key, time }: PointsWorld) => {
  const make = async (points: number, count: number) => {
    const tail = key().replaceAll('-', '').slice(-10)
    const batch = { id: `${city}-${tail}`, region: city, label: '集市', count, points }
    const until = addDays(dayOf(time.now), 900)
    const both = { by: id('staff1'), approvedBy: id('staff2') }
    const made = await desks.batches.createBatch({ ...batch, until, asked: 'x', ...both }, secret)
    if (!made.ok) throw new Error('the batch of the model was refused')
    const codes = Array.from({ length: count }, (_, index) => codeOf(secret, batch.id, index))
    return { ...batch, codes }
  }
  return [await make(20, 6), await make(7, 6)]
}

/** As they stand in a city whose sweep has run day by day. */
const sweepsUntilNow = async ({ store, time }: PointsWorld): Promise<void> => {
  const today = dayOf(time.now)
  await store.saveProgress('orders', addDays(today, -15))
  await store.saveProgress('offers', dayOf(time.now - dayMs))
  await store.saveProgress('lots', `${today.slice(0, 4)}#99`)
}
