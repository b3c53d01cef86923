import { giftSchema, giftsResponseSchema, staffGiftSchema } from '../../../../functions/points/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import { city, createPointsWorld, outlets, parsed, refusal } from '../../../support/worlds/points-world'
import { auditOf, giftFields, giftOf, newGift, publish } from './kit'

const database = withDomain('points')
const publicGifts = async (world: { get: (path: string) => Promise<Parameters<typeof parsed>[1]> }) =>
  parsed(giftsResponseSchema, await world.get(`/api/gifts?region=${city}`)).gifts

describe('a new gift', () => {
  it('is there for staff alone until it is published', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await newGift(world, staff)
    expect(gift).toMatchObject({ ...giftFields, isPublished: false, total: 0, taken: 0, version: 1 })
    expect(gift.id).toMatch(/^320800-[0-9a-z]{10}$/)
    expect(await giftOf(staff, gift.id)).toEqual(gift)
    expect(await publicGifts(world)).toEqual([])
    expect(refusal(await world.get(`/api/gifts/${gift.id}`))).toBe('404 unknown-gift')
  })

  it('asked for again with the same key is the same gift, with one entry in the record', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const key = world.key()
    const body = { region: city, ...giftFields }
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => staff.post('/api/staff/gifts', body, { key })),
    )
    const ids = sent.map((answer) => parsed(staffGiftSchema, answer).id)
    expect(new Set(ids).size).toBe(1)
    const repeated = await staff.post('/api/staff/gifts', body, { key })
    expect(parsed(staffGiftSchema, repeated).id).toBe(ids[0])
    expect(await auditOf(staff)).toHaveLength(1)
  })

  it('asked for with a key that made another is refused, and so is a key that is none or too old', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const key = world.key()
    const body = { region: city, ...giftFields }
    await staff.post('/api/staff/gifts', body, { key })
    const other = { ...body, price: 1 }
    expect(refusal(await staff.post('/api/staff/gifts', other, { key }))).toBe('409 idempotency-key-reused')
    expect(refusal(await staff.post('/api/staff/gifts', body))).toBe('400 idempotency-key-missing')
    world.time.now += 25 * 60 * 60 * 1000
    expect(refusal(await staff.post('/api/staff/gifts', body, { key }))).toBe('400 idempotency-key-stale')
    expect(refusal(await staff.post('/api/staff/gifts', body, { key: crypto.randomUUID() }))).toBe(
      '400 idempotency-key-missing',
    )
  })

  it.each<[string, object, string]>([
    ['an outlet that is not there', { outlets: ['320800-99999999'] }, '404 unknown-outlet'],
    ['an outlet of another city', { outlets: ['371600-32080290'] }, '404 unknown-outlet'],
    ['no outlet', { outlets: [] }, '400 invalid-request'],
    ['an end before its beginning', spanOf('2026-12-02', '2026-12-01'), '400 invalid-request'],
    ['a price of nothing', { price: 0 }, '400 invalid-request'],
    ['a name of blanks', { name: '   ' }, '400 invalid-request'],
    ['a name with a control character', { name: '大米\u0007' }, '400 invalid-request'],
    ['a field nobody knows', { isPublished: true }, '400 invalid-request'],
    ['pieces made up', { total: 1000 }, '400 invalid-request'],
    ['a mark of its own choosing', { demo: true }, '400 invalid-request'],
  ])('with %s is refused and writes nothing', async (_, overrides, expected) => {
    const world = await createPointsWorld(database)
    const body = { region: city, ...giftFields, ...overrides }
    const answer = await world.staff('staff').post('/api/staff/gifts', body, { key: world.key() })
    expect(refusal(answer)).toBe(expected)
    expect(await database.scan('points')).toEqual([])
  })
})

function spanOf(from: string, until: string) {
  return { onSaleFrom: `${from}T00:00:00Z`, onSaleUntil: `${until}T00:00:00Z` }
}

describe('changing a gift', () => {
  it('publishes it, and says what changed', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const { id } = await newGift(world, staff)
    world.time.now += 1000
    const changed = await publish(world, staff, await giftOf(staff, id), { price: 120 })
    expect(changed).toMatchObject({ price: 120, isPublished: true, version: 2 })
    expect(parsed(giftSchema, await world.get(`/api/gifts/${id}`))).toMatchObject({ state: 'sold-out' })
    const entry = (await auditOf(staff)).find(({ action }) => action === 'gift-changed')
    expect(entry).toMatchObject({ by: staff.id, subject: id })
    expect(entry?.changes).toEqual([
      { field: 'price', before: '100', after: '120' },
      { field: 'isPublished', before: 'false', after: 'true' },
    ])
  })

  it('by two editors at once accepts one and refuses the other, who loses nothing', async () => {
    const world = await createPointsWorld(database)
    const [staff, colleague] = [world.staff('staff'), world.staff('colleague')]
    const { id } = await newGift(world, staff)
    const change = { ...giftFields, isPublished: false, version: 1 }
    const answers = await Promise.all([
      staff.put(`/api/staff/gifts/${id}`, { ...change, price: 1 }),
      colleague.put(`/api/staff/gifts/${id}`, { ...change, price: 2 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser && refusal(loser)).toBe('409 edited-meanwhile')
    expect((await giftOf(staff, id)).version).toBe(2)
    expect(await auditOf(staff)).toHaveLength(2)
  })

  it('made from what it was before somebody else changed it is refused', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const { id } = await newGift(world, staff)
    const change = { ...giftFields, isPublished: false, version: 1 }
    await staff.put(`/api/staff/gifts/${id}`, { ...change, price: 7 })
    const late = await world.staff('colleague').put(`/api/staff/gifts/${id}`, { ...change, price: 8 })
    expect(refusal(late)).toBe('409 edited-meanwhile')
    expect((await giftOf(staff, id)).price).toBe(7)
  })

  it('keeps an outlet that has gone since, but adds none that is not there', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const { id } = await newGift(world, staff)
    await database
      .tableOf('places')
      .transact([database.tableOf('places').remove({ PK: 'region#320800', SK: `place#${outlets.first}` })])
    const change = { ...giftFields, price: 5, isPublished: false, version: 1 }
    expect((await staff.put(`/api/staff/gifts/${id}`, change)).status).toBe(200)
    const added = { ...change, version: 2, outlets: [outlets.first, '320800-99999999'] }
    expect(refusal(await staff.put(`/api/staff/gifts/${id}`, added))).toBe('404 unknown-outlet')
  })

  it('that is not there is not found', async () => {
    const world = await createPointsWorld(database)
    const change = { ...giftFields, isPublished: true, version: 1 }
    const answer = await world.staff('staff').put('/api/staff/gifts/320800-0000000000', change)
    expect(refusal(answer)).toBe('404 unknown-gift')
  })
})

describe('the gifts of a city', () => {
  it('have a state by their time: not yet, on sale, sold out, and none once it has ended', async () => {
    const world = await createPointsWorld(database)
    const at = (hours: number) => new Date(world.time.now + hours * 3_600_000).toISOString()
    await world.gift({ name: '明天开始', price: 1, onSaleFrom: at(24) })
    await world.gift({ name: '正在换', price: 2, stock: 3, onSaleUntil: at(48) })
    await world.gift({ name: '换完了', price: 3, stock: 0 })
    await world.gift({ name: '已结束', price: 4, onSaleUntil: at(-1) })
    await world.gift({ name: '没发布', price: 5, isPublished: false })
    const shownGifts = async () =>
      (await publicGifts(world)).map(({ name, state, left }) => [name, state, left])
    expect(await shownGifts()).toEqual([
      ['明天开始', 'not-yet', 10],
      ['正在换', 'on-sale', 3],
      ['换完了', 'sold-out', 0],
    ])
    world.time.now += 48 * 3_600_000
    expect(await shownGifts()).toEqual([
      ['明天开始', 'on-sale', 10],
      ['换完了', 'sold-out', 0],
    ])
  })

  it('are shown without what staff keep to themselves', async () => {
    const world = await createPointsWorld(database)
    await world.gift()
    const { gifts } = JSON.parse((await world.get(`/api/gifts?region=${city}`)).bytes.toString())
    // `media` stands where its picture is a file; this one has none.
    const expected = Object.keys(giftSchema.shape).filter((key) => key !== 'media')
    expect(Object.keys(gifts[0]).sort()).toEqual(expected.sort())
  })
})
