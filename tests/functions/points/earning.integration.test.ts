import { earnedSchema, entriesResponseSchema } from '../../../functions/points/contract'
import { counterDigits, counterKey } from '../../../functions/points/rules/rolling-code'
import { dayMs, dayOf, minuteMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { inTurn, withFaults } from '../../support/faults/faults'
import {
  city,
  createPointsWorld,
  outlets,
  type PointsWorld,
  parsed,
  refusal,
} from '../../support/worlds/points-world'

const database = withDomain('points')
const checkIns = '/api/points/check-ins'
const visits = '/api/points/visits'

/** What the counter of the place shows at `at`. */
const shownAt = ({ secret }: PointsWorld, place: string, at: number): string =>
  counterDigits(counterKey(secret, place, dayOf(at)), at)

describe('somebody under 18', () => {
  it('earns nothing by any way, and nothing is written', async () => {
    const world = await createPointsWorld(database)
    const lin = world.minor('lin')
    const digits = shownAt(world, outlets.first, world.time.now)
    expect(refusal(await lin.post(checkIns, { region: city }))).toBe('403 under-age')
    expect(refusal(await lin.post(visits, { place: outlets.first, digits }))).toBe('403 under-age')
    expect(refusal(await lin.post('/api/points/codes', { code: 'ABCD-EFGH-JKMN' }))).toBe('403 under-age')
    expect(await database.scan()).toEqual([])
  })

  it('who answered by mistake earns once the answer is put right', async () => {
    const world = await createPointsWorld(database)
    await world.minor('lin').post(checkIns, { region: city })
    expect((await world.as('lin').post(checkIns, { region: city })).status).toBe(200)
  })
})

describe('checking in', () => {
  it('counts days in a row and shows the bonus', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    for (let i = 0; i < 6; i++) {
      parsed(earnedSchema, await lin.post(checkIns, { region: city }))
      world.time.now += dayMs
    }
    expect((await lin.account()).checkIn).toEqual({
      doneToday: false,
      streak: 6,
      bonus: { every: 7, points: 10 },
    })
    const seventh = parsed(earnedSchema, await lin.post(checkIns, { region: city }))
    expect(seventh.entry).toMatchObject({ points: 12, balance: 24, reason: { streak: 7, bonus: 10 } })
  })

  it('needs a city that exists', async () => {
    const world = await createPointsWorld(database)
    expect(refusal(await world.as('lin').post(checkIns, { region: '999900' }))).toBe('400 invalid-request')
    expect(await database.scan()).toEqual([])
  })

  it('twenty times at once counts once', async () => {
    const world = await createPointsWorld(database)
    const others = Array.from({ length: 5 }, () => world.another().as('lin'))
    const answers = await Promise.all(
      others.flatMap((lin) => [1, 2, 3, 4].map(() => lin.post(checkIns, { region: city }))),
    )
    const earned = answers.map((answer) => parsed(earnedSchema, answer))
    expect(earned.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(earned.map(({ entry }) => entry.seq))).toEqual(new Set([1]))
    expect((await world.as('lin').account()).balance).toBe(2)
  })

  it('whose answer was lost is done once, and says so when repeated', async () => {
    const client = withFaults(database.client({ maxAttempts: 1 }), inTurn(['lost-answer']))
    const world = await createPointsWorld(database, { client })
    const lin = world.as('lin')
    expect(refusal(await lin.post(checkIns, { region: city }))).toBe('503 unavailable')
    expect(parsed(earnedSchema, await lin.post(checkIns, { region: city }))).toMatchObject({ repeated: true })
    expect((await lin.account()).balance).toBe(2)
  })
})

describe('visiting', () => {
  it('earns with the digits on the counter, once a day and place', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    const digits = shownAt(world, outlets.first, world.time.now)
    const first = parsed(earnedSchema, await lin.post(visits, { place: outlets.first, digits }))
    expect(first).toMatchObject({
      repeated: false,
      entry: { points: 5, reason: { type: 'visit', place: outlets.first } },
    })
    // Asked again with digits that are long out of date: the answer to the first was lost.
    world.time.now += 10 * minuteMs
    const second = parsed(earnedSchema, await lin.post(visits, { place: outlets.first, digits }))
    expect(second).toEqual({ ...first, repeated: true })
    world.time.now += dayMs
    const tomorrow = shownAt(world, outlets.first, world.time.now)
    expect(
      parsed(earnedSchema, await lin.post(visits, { place: outlets.first, digits: tomorrow })).entry.seq,
    ).toBe(2)
  })

  it('takes digits up to a minute and a half old, and none older', async () => {
    const world = await createPointsWorld(database)
    const visit = (name: string, age: number) =>
      world.as(name).post(visits, {
        place: outlets.station,
        digits: shownAt(world, outlets.station, world.time.now - age),
      })
    expect((await visit('lin', minuteMs)).status).toBe(200)
    expect((await visit('zhou', -minuteMs / 2)).status).toBe(200)
    expect(refusal(await visit('chen', 3 * minuteMs))).toBe('400 code-wrong')
  })

  it('is possible at love-aid and post stations only', async () => {
    const world = await createPointsWorld(database)
    const at = (place: string) =>
      world.as('lin').post(visits, { place, digits: shownAt(world, place, world.time.now) })
    expect(refusal(await at(outlets.plain))).toBe('404 unknown-outlet')
    expect(refusal(await at('320800-99999999'))).toBe('404 unknown-outlet')
    expect((await at(outlets.station)).status).toBe(200)
  })

  it('earns nothing for those who work there', async () => {
    const world = await createPointsWorld(database)
    const digits = shownAt(world, outlets.first, world.time.now)
    const owner = world.owner('chen', outlets.first)
    expect(refusal(await owner.post(visits, { place: outlets.first, digits }))).toBe('403 own-outlet')
  })

  it('is locked after ten wrong digits within an hour, even for right ones', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    const right = shownAt(world, outlets.first, world.time.now)
    const wrong = right === '00000000' ? '00000001' : '00000000'
    for (let i = 0; i < 10; i++)
      expect(refusal(await lin.post(visits, { place: outlets.first, digits: wrong }))).toBe('400 code-wrong')
    const locked = await lin.post(visits, { place: outlets.first, digits: right })
    expect(refusal(locked)).toBe('429 too-many-tries')
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(3500)
    expect((await world.as('zhou').post(visits, { place: outlets.first, digits: right })).status).toBe(200)
  })

  it('stops at the cap of a day', async () => {
    const world = await createPointsWorld(database)
    const { rules, limits, version } = await world.store.readRules(city)
    const visit = { ...rules.visit, perDay: 5 }
    const saved = await world.desks.rules.changeRules(
      city,
      { rules: { ...rules, visit }, limits, version },
      'staff',
    )
    expect(saved.ok).toBe(true)
    const lin = world.as('lin')
    const at = (place: string) => lin.post(visits, { place, digits: shownAt(world, place, world.time.now) })
    expect((await at(outlets.first)).status).toBe(200)
    expect(refusal(await at(outlets.second))).toBe('409 cap-reached')
    const way = (await lin.account()).ways.find(({ rule }) => rule === 'visit')
    expect(way).toMatchObject({ today: 5, perDay: 5, state: 'done-today' })
  })
})

describe('the ledger', () => {
  it('comes in pages of thirty, newest first, to its end', async () => {
    const world = await createPointsWorld(database)
    for (let i = 0; i < 65; i++) await world.give('lin', 1)
    const lin = world.as('lin')
    const seen: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { entries: { seq: number }[]; cursor: string | null } = parsed(
        entriesResponseSchema,
        await lin.get(`/api/points/entries?region=${city}${cursor && `&cursor=${cursor}`}`),
      )
      seen.push(...page.entries.map(({ seq }) => seq))
      cursor = page.cursor
    }
    expect(seen).toEqual(Array.from({ length: 65 }, (_, i) => 65 - i))
  })

  it('does not take a cursor that it did not give', async () => {
    const world = await createPointsWorld(database)
    const answer = await world.as('lin').get(`/api/points/entries?region=${city}&cursor=abc`)
    expect(refusal(answer)).toBe('400 invalid-request')
  })

  it('is of a person and a city', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 7)
    await world.give('lin', 9, '371600')
    expect((await world.as('lin').account('371600')).balance).toBe(9)
    expect((await world.as('lin').account()).balance).toBe(7)
    expect((await world.as('zhou').account()).balance).toBe(0)
  })
})

describe('somebody who earns very fast', () => {
  it('is marked for staff with the month’s sums', async () => {
    const world = await createPointsWorld(database)
    const reason = { type: 'event', subject: 'e', label: '活动' } as const
    for (let i = 0; i < 19; i++) {
      const award = { rule: 'event', subject: `e${i}`, at: world.time.now, reason } as const
      await world.store.earn({ person: world.as('lin').id, region: city, ...award })
    }
    const { outliers } = world.desks
    expect(await outliers.listOutliers(city, '2026-11')).toMatchObject([
      { person: world.as('lin').id, points: 380, entries: 19, order: null },
    ])
  })
})
