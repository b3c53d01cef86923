import { earnedSchema, type RulesOfCity, rulesResponseSchema } from '../../../../functions/points/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import {
  city,
  createPointsWorld,
  type PointsWorld,
  parsed,
  refusal,
} from '../../../support/worlds/points-world'
import { auditOf } from './kit'

const database = withDomain('points')
const path = `/api/staff/rules/${city}`
const rulesOf = async (world: PointsWorld): Promise<RulesOfCity> =>
  parsed(rulesResponseSchema, await world.staff('staff').get(path))
const withCheckIn = ({ rules, ...rest }: RulesOfCity, change: object) => ({
  ...rest,
  rules: { ...rules, 'check-in': { ...rules['check-in'], ...change } },
})
const checkIn = async (world: PointsWorld, name: string) =>
  world.as(name).post('/api/points/check-ins', { region: city })

describe('the rules of a city', () => {
  it('have defaults before anybody has set them', async () => {
    const world = await createPointsWorld(database)
    expect(await rulesOf(world)).toMatchObject({
      version: 0,
      rules: {
        'check-in': { amount: 2, streak: { every: 7, points: 10 } },
        visit: { amount: 5, perDay: 15, perMonth: 100 },
        report: { amount: 20, perDay: 40, perMonth: 100 },
      },
      limits: { monthlyEarning: 600, yearlyRedemption: 5000 },
    })
  })

  it('changed by staff are in force without a release, and another city’s stay as they were', async () => {
    const world = await createPointsWorld(database)
    const changed = withCheckIn(await rulesOf(world), { amount: 1 })
    expect(parsed(rulesResponseSchema, await world.staff('staff').put(path, changed))).toEqual({
      ...changed,
      version: 1,
    })
    const earned = parsed(earnedSchema, await checkIn(world, 'lin'))
    expect(earned.entry.points).toBe(1)
    const binzhou = await world.staff('other', ['gifts'], '371600').get('/api/staff/rules/371600')
    expect(parsed(rulesResponseSchema, binzhou).version).toBe(0)
    const [entry] = await auditOf(world.staff('staff'))
    expect(entry).toMatchObject({ action: 'rules-changed', subject: city })
    expect(entry?.changes.map(({ field }) => field)).toEqual(['check-in'])
    expect(entry?.changes[0]?.after).toContain('"amount":1')
  })

  it('reach another function within seconds', async () => {
    const world = await createPointsWorld(database)
    const other = world.another()
    parsed(earnedSchema, await checkIn(other, 'lin'))
    await world.staff('staff').put(path, withCheckIn(await rulesOf(world), { amount: 1 }))
    world.time.now += 3001
    expect(parsed(earnedSchema, await checkIn(other, 'zhou')).entry.points).toBe(1)
  })

  it('changed by two people at once are changed once', async () => {
    const world = await createPointsWorld(database)
    for (let round = 0; round < 2; round++) {
      const rules = await rulesOf(world)
      const answers = await Promise.all(
        [100, 99].map((cap) =>
          world.staff(`s${cap}`).put(path, withCheckIn(rules, { lifetime: cap - 10 * round })),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const loser = answers.find(({ status }) => status === 409)
      expect(loser && refusal(loser)).toBe('409 edited-meanwhile')
      expect((await rulesOf(world)).version).toBe(round + 1)
    }
    expect(await auditOf(world.staff('staff'))).toHaveLength(2)
  })

  it.each<[string, object]>([
    ['ends before it begins', { from: '2026-12-02', until: '2026-12-01' }],
    ['takes points away', { amount: -1 }],
    ['gives parts of a point', { amount: 1.5 }],
    ['has a field nobody knows', { bonus: 3 }],
    ['rewards a streak of one day', { streak: { every: 1, points: 1 } }],
  ])('that %s are refused', async (_, change) => {
    const world = await createPointsWorld(database)
    const answer = await world.staff('staff').put(path, withCheckIn(await rulesOf(world), change))
    expect(refusal(answer)).toBe('400 invalid-request')
    expect((await rulesOf(world)).version).toBe(0)
  })

  it('are refused where one is missing, or a streak is promised for what has none', async () => {
    const world = await createPointsWorld(database)
    const { rules, ...rest } = await rulesOf(world)
    const { visit, ...missing } = rules
    const staff = world.staff('staff')
    expect(refusal(await staff.put(path, { ...rest, rules: missing }))).toBe('400 invalid-request')
    const streak = { every: 7, points: 1 }
    const odd = await staff.put(path, { ...rest, rules: { ...rules, visit: { ...visit, streak } } })
    expect(refusal(odd)).toBe('400 invalid-request')
    expect(odd.bytes.toString()).toContain('rules.visit.streak')
  })
})
