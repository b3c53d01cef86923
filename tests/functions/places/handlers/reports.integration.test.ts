import {
  type PlaceResponse,
  placeResponseSchema,
  type ReportRequest,
  reportResponseSchema,
} from '../../../../functions/places/contract'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace } from '../../../support/samples/places'
import type { Caller } from '../../../support/worlds/api'
import { createWorld, ordinaryDay } from '../../../support/worlds/world'

const database = withDomain('places')
const id = '320800-32080290'
const [one, two, three, four] = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']
const day = 24 * 60 * 60 * 1000

const report = async (api: Caller, sourceIp: string, body: ReportRequest = { fact: 'locked' }) => {
  const answer = await api.post(`/api/places/${id}/reports`, body, { sourceIp })
  expect(answer.status).toBe(200)
  return z.parse(reportResponseSchema, answer.json())
}
const placeOf = async (api: Caller): Promise<PlaceResponse> =>
  z.parse(placeResponseSchema, (await api.get(`/api/places/${id}`)).json())
const versionOf = async ({ store }: ReturnType<typeof createWorld>) =>
  (await store.readHead('320800', { consistent: true }))?.version

const worldWith = async (options: Parameters<typeof createWorld>[1] = {}) => {
  const world = createWorld(database, options)
  await world.load([buildPlace({ amenities: [{ amenity: 'water', verifiedOn: '2026-05-01' }] })])
  return world
}

describe('reports of passers-by', () => {
  it('make a fact doubtful when three sources say it, and the region a version newer', async () => {
    const world = await worldWith()
    expect(await report(world, one)).toEqual({ counted: true, doubts: [] })
    expect(await report(world, two)).toEqual({ counted: true, doubts: [] })
    expect(await versionOf(world)).toBe(1)
    expect(await report(world, three)).toEqual({
      counted: true,
      doubts: [{ fact: 'locked', since: '2026-11-18' }],
    })
    expect(await versionOf(world)).toBe(2)
    expect((await placeOf(world)).doubts).toEqual([{ fact: 'locked', since: '2026-11-18' }])
  })

  it('change nothing more once the fact is doubtful, however many come', async () => {
    const world = await worldWith()
    for (const source of [one, two, three, four]) await report(world, source)
    expect(await versionOf(world)).toBe(2)
    expect((await placeOf(world)).doubts).toHaveLength(1)
  })

  it('count once a day from one source', async () => {
    const world = await worldWith()
    expect(await report(world, one)).toMatchObject({ counted: true })
    expect(await report(world, one)).toMatchObject({ counted: false })
    await report(world, two)
    expect(await report(world, one)).toEqual({ counted: false, doubts: [] })
    world.time.now += day
    expect(await report(world, one)).toEqual({ counted: true, doubts: [] })
  })

  it('know a source again when the month, and with it the salt, has changed', async () => {
    const world = await worldWith({ at: '2026-11-29T10:00:00+08:00' })
    await report(world, one)
    await report(world, two)
    world.time.now += 3 * day
    expect(await report(world, one)).toEqual({ counted: true, doubts: [] })
    expect(await report(world, one)).toMatchObject({ counted: false })
    expect((await report(world, three)).doubts).toHaveLength(1)
  })

  it('do not add up over more than thirty days', async () => {
    const world = await worldWith()
    await report(world, one)
    await report(world, two)
    world.time.now += 30 * day
    expect((await report(world, three)).doubts).toEqual([])
    world.time.now -= day
    expect((await report(world, four)).doubts).toEqual([])
  })

  it('of different facts and of different amenities are different', async () => {
    const world = await worldWith()
    await report(world, one, { fact: 'locked' })
    await report(world, two, { fact: 'gone' })
    await report(world, three, { fact: 'out-of-stock', amenity: 'water' })
    await report(world, one, { fact: 'out-of-stock', amenity: 'umbrella' })
    await report(world, two, { fact: 'out-of-stock' })
    expect((await placeOf(world)).doubts).toEqual([])
    for (const source of [one, two]) await report(world, source, { fact: 'out-of-stock', amenity: 'water' })
    expect((await placeOf(world)).doubts).toEqual([
      { fact: 'out-of-stock', amenity: 'water', since: '2026-11-18' },
    ])
  })

  it('of one person about every fact and every amenity are counted each, in either order', async () => {
    const bodies: ReportRequest[] = [
      { fact: 'out-of-stock', amenity: 'water' },
      { fact: 'out-of-stock', amenity: 'umbrella' },
      { fact: 'out-of-stock' },
      { fact: 'locked' },
    ]
    for (const [source, order] of [
      [one, bodies],
      [two, bodies.toReversed()],
    ] as const) {
      const world = await worldWith()
      for (const body of order)
        expect(await report(world, source, body)).toEqual({ counted: true, doubts: [] })
      for (const body of order)
        expect(await report(world, source, body)).toEqual({ counted: false, doubts: [] })
    }
  })

  it('stop counting when somebody has looked: the doubt goes and its day is noted', async () => {
    const world = await worldWith()
    const empty = { fact: 'out-of-stock', amenity: 'water' } as const
    for (const source of [one, two, three]) await report(world, source, empty)
    const confirmed = await world.confirmFact({ placeId: id, subject: empty, day: '2026-11-19' })
    expect(confirmed).toEqual({ ok: true, value: [] })
    const place = await placeOf(world)
    expect(place.doubts).toEqual([])
    expect(place.amenities).toEqual([{ amenity: 'water', verifiedOn: '2026-11-19' }])
    expect(await versionOf(world)).toBe(3)
    world.time.now += day
    for (const source of [one, two]) expect((await report(world, source, empty)).doubts).toEqual([])
    expect((await report(world, three, empty)).doubts).toHaveLength(1)
  })

  it('leave other doubts in place when one fact is confirmed', async () => {
    const world = await worldWith()
    for (const source of [one, two, three]) await report(world, source, { fact: 'locked' })
    for (const source of [one, two, three]) await report(world, source, { fact: 'moved' })
    await world.confirmFact({ placeId: id, subject: { fact: 'moved' }, day: '2026-11-19' })
    const place = await placeOf(world)
    expect(place.doubts.map(({ fact }) => fact)).toEqual(['locked'])
    expect(place.positionVerifiedOn).toBe('2026-11-19')
  })

  it('survive an import, which has nothing to say about doubts', async () => {
    const world = await worldWith()
    for (const source of [one, two, three]) await report(world, source)
    await world.load([buildPlace({ name: '改名的投注站' })])
    expect(await placeOf(world)).toMatchObject({ name: '改名的投注站', doubts: [{ fact: 'locked' }] })
  })

  it('of a place nobody knows cannot be confirmed', async () => {
    const { confirmFact } = await worldWith()
    const unknown = { placeId: '320800-99999999', subject: { fact: 'gone' as const }, day: '2026-11-19' }
    expect(await confirmFact(unknown)).toEqual({ ok: false, error: 'unknown-place' })
  })

  it('are limited to twenty a day from one source', async () => {
    const world = await worldWith()
    for (let i = 0; i < 20; i++) await report(world, one)
    const refused = await world.post(`/api/places/${id}/reports`, { fact: 'gone' }, { sourceIp: one })
    expect(refused.status).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'rate-limited' })
    expect(refused.headers['retry-after']).toBe(String(14 * 60 * 60))
    await report(world, two, { fact: 'gone' })
    world.time.now += day
    await report(world, one, { fact: 'gone' })
  })

  it('of twenty people at the same moment are all counted, and make one doubt and one version', async () => {
    const world = await worldWith()
    const sources = Array.from({ length: 20 }, (_, i) => `198.51.100.${i + 1}`)
    const outcomes = await Promise.all(sources.map((source) => report(world, source)))
    expect(outcomes.filter(({ counted }) => counted)).toHaveLength(20)
    expect((await placeOf(world)).doubts).toHaveLength(1)
    expect(await versionOf(world)).toBe(2)
    const items = await database.scan()
    expect(items.find(({ SK }) => SK === 'fact#locked')).toMatchObject({ state: 'doubtful', count: 20 })
    expect(items.filter(({ SK }) => String(SK).startsWith('report#'))).toHaveLength(20)
  })

  it('sent twenty times at the same moment by one source count once', async () => {
    const world = await worldWith()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => report(world, one)))
    expect(outcomes.filter(({ counted }) => counted)).toHaveLength(1)
  })
})

describe('who reports', () => {
  const forwarded = (address: string, secret: string) => ({
    // What API Gateway is seen to send behind CloudFront: the edge, and nothing of the viewer.
    'x-forwarded-for': '130.176.0.1',
    'cloudfront-viewer-address': `${address}:46532`,
    'x-origin-verify': secret,
  })
  const send = (api: Caller, headers: Record<string, string>) =>
    api.post(`/api/places/${id}/reports`, { fact: 'locked' }, { headers, sourceIp: '130.176.0.1' })

  it('is the viewer that our CloudFront names, not CloudFront', async () => {
    const world = await worldWith({ originVerify: 'our-secret' })
    for (const address of [one, two, three]) await send(world, forwarded(address, 'our-secret'))
    const place = await world.get(`/api/places/${id}`, { 'x-origin-verify': 'our-secret' })
    expect(place.json()).toMatchObject({ doubts: [{ fact: 'locked' }] })
  })

  it('cannot be forged without the secret', async () => {
    const world = await worldWith({ originVerify: 'our-secret' })
    const refused = await send(world, forwarded(one, 'a-guess'))
    expect([refused.status, refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'origin-refused' }),
    ])
    expect((await database.scan()).filter(({ PK }) => String(PK).startsWith('place#'))).toEqual([])
  })

  it('is one unknown source where CloudFront does not send the viewer: three such reports count once', async () => {
    const world = await worldWith({ originVerify: 'our-secret' })
    const withoutViewer = { 'x-forwarded-for': '203.0.113.1, 130.176.0.1', 'x-origin-verify': 'our-secret' }
    for (let i = 0; i < 3; i++) expect((await send(world, withoutViewer)).status).toBe(200)
    const place = await world.get(`/api/places/${id}`, withoutViewer)
    expect(place.json()).toMatchObject({ doubts: [] })
    expect(world.logged.join('\n')).toContain('"code":"source-unknown"')
  })

  it('is one however many networks of one /48 are at hand, and three from three sites', async () => {
    const world = await worldWith()
    for (const network of ['100', '200', '300', '400', '500']) await report(world, `2001:db8:1:${network}::1`)
    expect((await placeOf(world)).doubts).toEqual([])
    for (const site of ['2', '3']) await report(world, `2001:db8:${site}::1`)
    expect((await placeOf(world)).doubts).toHaveLength(1)
  })

  it('may send twenty reports a day from one /56, whichever of its addresses they come from', async () => {
    const world = await worldWith()
    for (let i = 0; i < 20; i++) await report(world, `2001:db8:1:2${i + 10}::${i + 1}`)
    const more = (sourceIp: string) => world.post(`/api/places/${id}/reports`, { fact: 'gone' }, { sourceIp })
    expect((await more('2001:db8:1:2ff:9::9')).status).toBe(429)
    expect((await more('2001:db8:1:3ff:9::9')).status).toBe(200)
  })

  it('is nowhere in the table or the log', async () => {
    const world = await worldWith({ originVerify: 'our-secret' })
    const address = '203.0.113.254'
    await world.post(
      `/api/places/${id}/reports`,
      { fact: 'locked', note: '锁着门' },
      { headers: forwarded(address, 'our-secret'), sourceIp: '130.176.0.1' },
    )
    await send(world, forwarded(address, 'our-secret'))
    await send(world, forwarded('[2001:db8:1:2:aaaa::1]', 'our-secret'))
    await send(world, forwarded('198.51.100.7', 'our-secret'))
    await send(world, forwarded('198.51.100.8', 'our-secret'))
    const kept = JSON.stringify([await database.scan(), world.logged])
    expect(kept).toContain('锁着门')
    for (const trace of [address, '2001:db8', '130.176.0.1', Buffer.from(address).toString('base64')])
      expect(kept).not.toContain(trace)
    // Nor the place: with the second of the line, the address log would say who reported it.
    expect(world.logged.join('\n')).toContain('"code":"place-doubted"')
    expect(world.logged.join('\n')).not.toContain(id)
  })

  it('cannot be followed from place to place, from fact to fact, or beyond the month after', async () => {
    const world = await worldWith({ at: ordinaryDay })
    await world.load([buildPlace({ id: '320800-32080216', outletNo: '32080216' })])
    await report(world, one, { fact: 'locked' })
    await report(world, one, { fact: 'gone' })
    await world.post('/api/places/320800-32080216/reports', { fact: 'locked' }, { sourceIp: one })
    const items = await database.scan()
    const sources = items
      .filter(({ SK }) => String(SK).startsWith('report#'))
      .map(({ SK }) => String(SK).split('#')[3])
    expect(new Set(sources).size).toBe(3)
    const salt = items.find(({ PK }) => PK === 'salt')
    expect(salt?.expiresAt).toBe(Date.parse('2027-01-01T00:00:00+08:00') / 1000)
  })

  it('keep their day and not their time, so that no line of the address log leads to one of them', async () => {
    const world = await worldWith({ at: '2026-11-18T10:12:34+08:00' })
    await report(world, one, { fact: 'locked', note: '门锁着' })
    const ofReports = /^(reports#.*|source#.*|place#\S* (report|fact)#.*)$/
    const written = JSON.stringify(
      (await database.scan()).filter(({ PK, SK }) => ofReports.test(`${PK} ${SK}`)),
    )
    const seconds = Date.parse('2026-11-18T10:12:34+08:00') / 1000
    expect(written).toContain('门锁着')
    expect(written).not.toContain('02:12:34')
    expect(written).not.toContain(String(seconds))
    const expiries = [...written.matchAll(/"expiresAt":(\d+)/g)].map(([, at]) => Number(at))
    expect(expiries.length).toBeGreaterThan(2)
    // Each is a midnight of China, whatever was kept for how long.
    expect(expiries.filter((at) => (at + 8 * 3600) % 86_400 !== 0)).toEqual([])
  })

  it('is shown nothing of what others noted', async () => {
    const world = await worldWith()
    await report(world, one, { fact: 'locked', note: '老板姓王' })
    const seen = await Promise.all(
      [`/api/places/${id}`, '/api/regions/320800/places', '/api/regions/320800/places.geojson'].map((path) =>
        world.get(path),
      ),
    )
    for (const { bytes } of seen) expect(bytes.toString()).not.toContain('老板姓王')
  })
})
