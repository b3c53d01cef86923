/** What is kept is read strictly: a value that no build has written is a fault to be found, not one to be shown as another. */
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { handoverKey, rulesKey } from '../../../functions/points/store/keys'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, outlets } from '../../support/worlds/points-world'

const database = withDomain('points')

describe('a stored item in an unknown form', () => {
  it('is no handover', async () => {
    const { store, time } = await createPointsWorld(database)
    const at = new Date(time.now).toISOString()
    const order = `${city}-0000000001`
    const gift = { id: `${city}-0000000001`, name: '大米', category: 'lottery', picture: null }
    await database.table.putOne({
      ...handoverKey(outlets.first, '2026-11-18', at, order),
      ...{ order, gift, points: 10, at },
    })
    await expect(store.readHandovers(outlets.first, '2026-11-18')).rejects.toThrow('gift.category')
  })

  it('is no rule of earning', async () => {
    const { store } = await createPointsWorld(database)
    const rules = { ...defaultRules.rules, visit: { ...defaultRules.rules.visit, bonus: 5 } }
    await database.table.putOne({ ...rulesKey(city), ...defaultRules, rules, version: 1 })
    await expect(store.readRules(city)).rejects.toThrow('rules.visit')
  })
})
