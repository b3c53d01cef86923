/** What the fragments touch is what their users' roles name: less is refused in the cloud alone, more is a door. */
import { awards } from '../../../functions/points/fragments'
import { awardsGrant, erasureGrants, exportGrants } from '../../../functions/points/grants'
import { pointsPersonalData } from '../../../functions/points/personal-data'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import type { Grant } from '../../../functions/shared/declaration/reach'
import { withDomain } from '../../support/engine/domain-engine'
import { openRecorded } from '../../support/engine/recorded-table'
import { city, createPointsWorld } from '../../support/worlds/points-world'

const database = withDomain('points')
const named = (grants: readonly Grant[]) => grants.flatMap(({ partitions = [] }) => partitions).sort()

describe('what another domain may use in the points table', () => {
  it('is all that an award writes, also for a first account and one that earns unusually fast', async () => {
    const world = await createPointsWorld(database)
    const limits = { ...defaultRules.limits, monthlyEarning: 30 }
    await world.desks.rules.changeRules(city, { ...defaultRules, limits }, world.staff('qian').id)
    const { table, touched } = openRecorded(database, 'points')
    const award = { person: world.as('lin').id, region: city, rule: 'report' as const, at: world.time.now }
    const { transactWithAward } = awards(table, { clock: () => world.time.now })
    const reason = { type: 'report' as const, place: '320800-32080290' }
    expect(await transactWithAward([], { ...award, subject: 'report-1', reason })).toMatchObject({ ok: true })
    expect(touched()).toEqual([...(awardsGrant.partitions ?? [])].sort())
  })

  it('is all that is held of a person: read where it is shown; given back, handed on to whoever waits, and closed where it is erased', async () => {
    const world = await createPointsWorld(database)
    const [rice, oil] = [await world.gift({ stock: 1 }), await world.gift({ name: '食用油', stock: 1 })]
    for (const name of ['lin', 'sun']) await world.give(name, 500)
    await world.as('lin').ordered(rice)
    await world.as('lin').ordered(await world.gift({ name: '毛巾' }))
    await world.as('sun').ordered(oil)
    await world.as('sun').post(`/api/gifts/${rice.id}/waiting`)
    await world.as('lin').post(`/api/gifts/${oil.id}/waiting`)
    const adjustment = { region: city, person: world.as('lin').id, points: 5, text: '补记' }
    await world.staff('qian').post('/api/staff/adjustments', adjustment, { key: world.key() })
    const [shown, erased] = [openRecorded(database, 'points'), openRecorded(database, 'points')]
    const tables = ({ table }: typeof shown) => ({
      tableOf: (domain: string) => (domain === 'points' ? table : database.tableOf(domain)),
      clock: () => world.time.now,
    })
    const { id } = world.as('lin')
    expect((await pointsPersonalData.export(tables(shown))(id)).points).toHaveLength(1)
    expect(shown.touched()).toEqual(named(exportGrants))
    await pointsPersonalData.erase(tables(erased))(id, world.time.now)
    // With the record of an adjustment, which is in the same transaction.
    expect(erased.touched()).toEqual(named(erasureGrants))
  })
})
