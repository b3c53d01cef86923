import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld } from '../../support/worlds/points-world'

const database = withDomain('points')

describe('what a person holds', () => {
  it('stays within a kilobyte with thirty different gifts, every way to earn and three waiting lists', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 4000)
    const lin = world.as('lin')
    const rules = ['check-in', 'visit', 'report', 'code', 'quiz', 'event'] as const
    const reason = { type: 'event', subject: 'e', label: '活动' } as const
    for (const rule of rules)
      await world.store.earn({
        person: lin.id,
        region: city,
        rule,
        subject: 's',
        amount: 5,
        at: world.time.now,
        reason,
      })
    for (let i = 0; i < 30; i++) await lin.ordered(await world.gift())
    for (let i = 0; i < 3; i++) {
      const gift = await world.gift({ stock: 0 })
      expect((await lin.post(`/api/gifts/${gift.id}/waiting`)).status).toBe(200)
    }
    const account = (await database.scan()).find(({ SK }) => SK === `${city}#account`)
    expect(sizeOf(account)).toBeLessThanOrEqual(1024)
    expect(sizeOf(account)).toBeGreaterThan(500)
  })
})

/** Bytes as DynamoDB counts them: names and texts in UTF-8, a number a byte for two digits and one more, lists and maps 3. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, one) => sum + 1 + sizeOf(one), 0)
  if (value === null || typeof value === 'boolean') return 1
  const fields = Object.entries(Object(value))
  return 3 + fields.reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one), 0)
}
