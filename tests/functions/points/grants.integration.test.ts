/** What the fragments touch is what their users' roles name: less is refused in the cloud alone, more is a door. */
import { recordWordsGrant } from '../../../functions/audit/grants'
import { awards, holdings } from '../../../functions/points/fragments'
import { awardsGrant, holdingsGrant } from '../../../functions/points/grants'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { withEngine } from '../../support/engine'
import { city, createPointsWorld } from '../../support/points-world'
import { touching } from '../../support/touching'

const bench = withEngine('points', 'audit', 'tasks', 'places')

describe('what another domain may touch in the table of points', () => {
  it('is all that an award writes, to an account that begins and stands out', async () => {
    const world = await createPointsWorld(bench)
    const limits = { ...defaultRules.limits, monthlyEarning: 30 }
    await world.desks.rules.changeRules(city, { ...defaultRules, limits }, world.staff('qian').id)
    const { table, touched } = touching(bench, 'points')
    const award = { person: world.as('lin').id, region: city, rule: 'report' as const, at: world.time.now }
    const { transactWithAward } = awards(table, { clock: () => world.time.now })
    const reason = { type: 'report' as const, place: '320800-32080290' }
    expect(await transactWithAward([], { ...award, subject: 'report-1', reason })).toMatchObject({ ok: true })
    expect(touched()).toEqual([...(awardsGrant.partitions ?? [])].sort())
  })

  it('is all that is held of a person: shown, given back, handed on to whoever waits, and closed', async () => {
    const world = await createPointsWorld(bench)
    const [rice, oil] = [await world.gift({ stock: 1 }), await world.gift({ name: '食用油', stock: 1 })]
    for (const name of ['lin', 'sun']) await world.give(name, 500)
    await world.as('lin').ordered(rice)
    await world.as('lin').ordered(await world.gift({ name: '毛巾' }))
    await world.as('sun').ordered(oil)
    await world.as('sun').post(`/api/gifts/${rice.id}/waiting`)
    await world.as('lin').post(`/api/gifts/${oil.id}/waiting`)
    const adjustment = { region: city, person: world.as('lin').id, points: 5, text: '补记' }
    await world.staff('qian').post('/api/staff/adjustments', adjustment, { key: world.key() })
    const { table, touched } = touching(bench, 'points')
    const held = holdings({ points: table, audit: bench.tableOf('audit') }, { clock: () => world.time.now })
    expect(await held.of(world.as('lin').id)).toHaveLength(1)
    await held.close(world.as('lin').id, world.time.now)
    const granted = [holdingsGrant, recordWordsGrant].flatMap(({ partitions = [] }) => partitions)
    expect(touched()).toEqual(granted.sort())
  })
})
