/** The years of the fund, from the desk to the document that visitors read. */
import { fundSchema } from '../../../functions/exhibition/contract/fund'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { parsed, refusal } from '../../support/worlds/points-world'
import { aYear } from './fund-year'
import { city, createExhibitionWorld, room } from './kit'

const database = withDomain('exhibition')

const setUp = (region: string, options: Parameters<typeof createExhibitionWorld>[1] = {}) => {
  const world = createExhibitionWorld(database, { region, ...options })
  const path = `/api/exhibition/${region}/fund`
  const read = async () => parsed(fundSchema, await world.api.get(path))
  const years = async () => (await read()).years.map(({ year }) => year)
  return { ...world, path, read, years, chen: world.editor('chen'), sun: world.editor('sun') }
}

it('a year is public once a second person approved it, the newest first, and gone when it is withdrawn', async () => {
  const { api, chen, sun, path, years, read, submitted, published } = setUp(city)
  const waiting = await submitted(chen, aYear())
  expect(waiting.id).toBe(`${city}-fund-2025`)
  expect(waiting).toMatchObject({ title: '2025 年公益金', gallery: '' })
  expect(refusal(await api.get(path))).toBe('404 unknown-fund')
  const body = { version: 1, at: null }
  expect(refusal(await chen.post(waiting.id, 'approval', body))).toBe('403 own-entry')
  expect((await sun.post(waiting.id, 'approval', body)).status).toBe(200)
  await published(chen, sun, aYear({ year: 2024 }))
  expect(await years()).toEqual([2025, 2024])
  const { kind: _, ...shown } = aYear()
  expect((await read()).years[0]).toEqual(shown)
  await chen.post(`${city}-fund-2025`, 'withdrawal', {})
  expect(await years()).toEqual([2024])
  await chen.post(`${city}-fund-2024`, 'withdrawal', {})
  expect(refusal(await api.get(path))).toBe('404 unknown-fund')
})

it('a year is there once in a city, and stays the year that it is', async () => {
  const { chen, sun, drafted } = setUp('370100')
  const draft = await drafted(chen, aYear())
  expect(refusal(await sun.create(aYear({ note: '另一份' })))).toBe('409 entry-exists')
  expect(refusal(await chen.save(draft, aYear({ year: 2024 })))).toBe('400 invalid-request')
  expect((await chen.save(draft, aYear({ note: '改过' }))).status).toBe(200)
})

it('a year that does not add up is saved, and not submitted', async () => {
  const { chen, drafted } = setUp('370200')
  const [use] = aYear().uses
  const { id, revision } = await drafted(chen, aYear({ uses: use ? [{ ...use, amount: 10_01 }] : [] }))
  const answer = await chen.post(id, 'submission', { revision })
  expect(refusal(answer)).toBe('422 entry-incomplete')
  expect(answer.json()).toMatchObject({
    current: { findings: [{ block: '', field: 'note', code: 'overspent-without-note' }] },
  })
})

it('whoever has the document is answered by one read of half a unit; the hall and its galleries stay as they are', async () => {
  const client = database.client()
  const counted = meter(client)
  const { api, chen, sun, path, published } = setUp('370300', { client })
  await published(chen, sun, room())
  const hall = await api.get('/api/exhibition/370300')
  await published(chen, sun, aYear())
  const first = await api.get(path, { 'accept-encoding': 'br' })
  expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=30' })
  const { etag = '' } = first.headers
  expect(etag).toMatch(/^"/)
  counted.take()
  const repeated = await api.get(path, { 'accept-encoding': 'br', 'if-none-match': etag })
  expect({ status: repeated.status, ...counted.take() }).toEqual({
    ...{ status: 304, requests: 1, readUnits: 0.5, writeUnits: 0 },
  })
  expect((await api.get('/api/exhibition/370300')).headers.etag).toBe(hall.headers.etag)
  // Its name is none that a gallery can have.
  const asGallery = await api.get('/api/exhibition/370300/galleries/fund')
  expect(refusal(asGallery)).toBe('404 unknown-gallery')
})

it('years that would be more than 10 KB together are not published', async () => {
  const { api, chen, sun, path, published, submitted } = setUp('370400')
  let last = 1
  const noise = (n: number) =>
    Array.from({ length: n }, () => {
      last = (last * 48_271) % 2_147_483_647
      return String.fromCharCode(0x4e00 + (last % 20_000))
    }).join('')
  const wordy = (year: number) => {
    const [use] = aYear().uses
    if (!use) throw new Error('the year has no use')
    const uses = Array.from({ length: 12 }, (_, i) => ({
      ...{ ...use, id: `u${i}`, amount: 10, title: noise(30) },
      ...{ about: noise(120), source: noise(80) },
    }))
    return aYear({ year, uses, note: noise(400) })
  }
  await published(chen, sun, wordy(2020))
  const { id, review } = await submitted(chen, wordy(2021))
  const body = { version: review?.version, at: null }
  expect(refusal(await sun.post(id, 'approval', body))).toBe('409 fund-full')
  const { bytes } = await api.get(path, { 'accept-encoding': 'br' })
  expect(bytes.length).toBeLessThanOrEqual(10 * 1024)
})
