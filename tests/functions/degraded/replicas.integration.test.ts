/**
 * Replicas that lag behind: whatever does not ask for better is answered as it was before the latest writes, places, people and
 * batches among it. What has to be true at once is so all the same; the rest is so when the replica has caught up.
 */
import { sessionResponseSchema } from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { withStaleReads } from '../../support/faults/stale'
import { buildPlace } from '../../support/samples/places'
import { createIdentityWorld } from '../../support/worlds/identity'
import { city, createPointsWorld } from '../../support/worlds/points-world'
import { createWorld } from '../../support/worlds/world'
import { withWeChat } from '../security/kit'

const database = withDomain('places', 'points')
const wechat = withWeChat()
const always = () => true

describe('places', () => {
  const place = '320800-32080290'

  it('counts each report once, and shows the doubt once a replica has it', async () => {
    const client = database.client()
    const world = createWorld(database, { client })
    await world.load([buildPlace()])
    const replica = withStaleReads(client, always)
    const send = (n: number) =>
      world.another().post(`/api/places/${place}/reports`, { fact: 'locked' }, { sourceIp: `198.${n}.100.1` })
    for (const n of [1, 2, 3, 1, 2, 3]) expect((await send(n)).status).toBe(200)
    expect(replica.answered()).toBeGreaterThan(0)
    const items = await database.scan('places')
    expect(items.filter(({ SK }) => String(SK).startsWith('report#'))).toHaveLength(3)
    expect(items.find(({ SK }) => SK === 'fact#locked')).toMatchObject({ count: 3, state: 'doubtful' })
    replica.catchUp()
    const catalogue = await world.another().get('/api/regions/320800/places')
    expect(JSON.stringify(catalogue.json())).toContain('locked')
  })

  it('never shows an older catalogue than before, although its replica is older', async () => {
    const client = database.client()
    const world = createWorld(database, { client })
    await world.load([buildPlace()])
    const function1 = world.another()
    const first = await function1.get('/api/regions/320800/places')
    const replica = withStaleReads(client, always)
    await world.load([buildPlace({ id: '320800-32080216', outletNo: '32080216' })])
    const second = await function1.get('/api/regions/320800/places')
    expect(second.status).toBe(200)
    replica.catchUp()
    const third = await function1.get('/api/regions/320800/places')
    expect(third.headers.etag).not.toBe(first.headers.etag)
  })
})

describe('identity', () => {
  it('makes one person of one openid, however often they log in before the replica knows them', async () => {
    const client = database.client()
    const world = createIdentityWorld(database, wechat.server, { client })
    const replica = withStaleReads(client, always)
    const [first, second] = [await world.login('oSame-000001'), await world.login('oSame-000001')]
    expect(second.me.id).toBe(first.me.id)
    replica.catchUp()
    expect((await world.login('oSame-000001')).me.id).toBe(first.me.id)
  })

  it('refreshes a session repeatedly, and takes no refresh for a theft', async () => {
    const client = database.client()
    const world = createIdentityWorld(database, wechat.server, { client })
    withStaleReads(client, always)
    let session = await world.login('oRenew-000001')
    for (let n = 0; n < 5; n++) {
      const answer = await world.refresh(session.refresh)
      expect(answer.status).toBe(200)
      session = z.parse(sessionResponseSchema, answer.json())
    }
    expect((await world.as(session, 'GET', '/api/me')).status).toBe(200)
    expect(world.logged.join()).not.toContain('session-reused')
  })

  it('refuses a staff member from the request after the role was taken, on another function too', async () => {
    const client = database.client()
    const world = createIdentityWorld(database, wechat.server, { client })
    const admin = { kind: 'staff' as const, region: city, powers: ['admin' as const] }
    for (const openid of ['oFirst-000001', 'oSecond-00001'])
      await world.appoint(await world.login(openid), admin)
    const staff = await world.login('oSecond-00001')
    expect((await world.as(staff, 'GET', `/api/staff/roles?region=${city}`)).status).toBe(200)
    const replica = withStaleReads(client, always)
    const taken = { from: staff.me.id, region: city, kind: 'staff' as const, by: 'admin' }
    expect(await world.store.revokeRole(taken)).toMatchObject({ ok: true })
    expect((await world.as(staff, 'GET', `/api/staff/roles?region=${city}`)).status).toBe(401)
    replica.catchUp()
    expect((await world.as(staff, 'GET', `/api/staff/roles?region=${city}`)).status).toBe(401)
  })
})

describe('a batch', () => {
  it('shows stock from a replica where that is good enough, and reads it consistently to sell', async () => {
    const client = database.client()
    const world = await createPointsWorld(database, { client })
    const gift = await world.gift({ stock: 1, price: 10 })
    await world.give('lin', 100)
    const replica = withStaleReads(client, always)
    await world.as('lin').ordered(gift)
    const left = async (consistent: boolean) =>
      (await world.store.stock.readShards(gift, { consistent })).map((shard) => shard.left)
    expect({ old: await left(false), now: await left(true) }).toEqual({ old: [1], now: [0] })
    expect((await world.as('chen').order(gift)).status).toBe(409)
    replica.catchUp()
    expect(await left(false)).toEqual([0])
  })
})
