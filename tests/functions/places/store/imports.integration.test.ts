import type { PlaceSummary, Region } from '../../../../functions/places/contract'
import type { PlaceDraft } from '../../../../functions/places/rules/record'
import { regionFigures } from '../../../../functions/places/rules/region'
import { createPlacesStore } from '../../../../functions/places/store'
import { withEngine } from '../../../support/engine/engine'
import { buildPlace, manyPlaces } from '../../../support/samples/places'

const database = withEngine()
const huaian = { adcode: '320800', name: '淮安', pinyin: { 淮: 'huai' } }
const draftOf = ({ doubts, ...place }: PlaceSummary): PlaceDraft => ({ ...place, demo: false })
const drafts = (n: number) => manyPlaces(n).map(draftOf)

const open = () => {
  const store = createPlacesStore({
    tableOf: database.tableOf,
    clock: () => Date.parse('2026-11-18T02:00:00Z'),
  })
  const stored = async () => ({
    region: await store.readRegion('320800', { consistent: true }),
    places: (await store.readContent('320800')).places,
  })
  return { store, stored: stored }
}
const nothing = { region: null, places: [], upserts: [], deletes: [] }

describe('an import', () => {
  it('makes a region of its first places, one version a transaction', async () => {
    const { store, stored } = open()
    const progress: number[] = []
    const onProgress = (done: number) => progress.push(done)
    const outcome = await store.applyImport({ ...huaian, ...nothing, upserts: drafts(200), onProgress })
    expect(outcome).toEqual({ ok: true, value: { version: 3, written: 200, deleted: 0 } })
    expect(progress).toEqual([97, 194, 200])
    const { region, places } = await stored()
    expect(region).toEqual({ adcode: '320800', name: '淮安', version: 3, ...regionFigures('320800', places) })
    expect((await store.readContent('320800')).pinyin).toEqual({ 淮: 'huai' })
  })

  it('has true figures whatever it adds and takes away', async () => {
    const { store, stored } = open()
    const check = (region: Region | null, n: number) =>
      expect(region).toMatchObject({ counts: { places: n } })
    const upserts = drafts(150)
    await store.applyImport({ ...huaian, ...nothing, upserts: upserts.slice(0, 97) })
    check((await stored()).region, 97)
    await store.applyImport({
      ...huaian,
      ...(await stored()),
      upserts: upserts.slice(97),
      deletes: [upserts[0]?.id ?? ''],
    })
    check((await stored()).region, 149)
  })

  it('of nothing writes nothing', async () => {
    const { store, stored } = open()
    await store.applyImport({ ...huaian, ...nothing, upserts: drafts(5) })
    const before = await database.scan()
    const outcome = await store.applyImport({ ...huaian, ...(await stored()), upserts: [], deletes: [] })
    expect(outcome).toEqual({ ok: true, value: { version: 1, written: 0, deleted: 0 } })
    expect(await database.scan()).toEqual(before)
  })

  it('of a new name alone renames the region', async () => {
    const { store, stored } = open()
    await store.applyImport({ ...huaian, ...nothing, upserts: drafts(5) })
    await store.applyImport({ ...huaian, ...(await stored()), name: '淮安市', upserts: [], deletes: [] })
    expect((await stored()).region).toMatchObject({ name: '淮安市', version: 2, counts: { places: 5 } })
  })

  it('is refused where somebody wrote meanwhile, and changes nothing then', async () => {
    const { store, stored } = open()
    await store.applyImport({ ...huaian, ...nothing, upserts: drafts(5) })
    const seen = await stored()
    await store.applyImport({ ...huaian, ...seen, upserts: [draftOf(buildPlace())], deletes: [] })
    const before = await database.scan()
    const late = await store.applyImport({
      ...huaian,
      ...seen,
      upserts: [draftOf(buildPlace({ name: '晚到' }))],
      deletes: [],
    })
    expect(late).toEqual({ ok: false, error: 'region-changed' })
    expect(await store.applyImport({ ...huaian, ...nothing, upserts: drafts(1) })).toEqual(late)
    expect(await database.scan()).toEqual(before)
  })

  it('that takes the last place away leaves the region its frame', async () => {
    const { store, stored } = open()
    await store.applyImport({ ...huaian, ...nothing, upserts: [draftOf(buildPlace({ lng: 119, lat: 33 }))] })
    await store.applyImport({ ...huaian, ...(await stored()), upserts: [], deletes: ['320800-32080290'] })
    const { region, places } = await stored()
    expect(places).toEqual([])
    expect(region).toMatchObject({
      version: 2,
      bbox: [119, 33, 119, 33],
      districts: [],
      counts: { places: 0 },
      demo: false,
    })
  })

  it('marks the region as a demonstration while any of its places is one', async () => {
    const { store, stored } = open()
    const made = { ...draftOf(buildPlace()), demo: true }
    const real = draftOf(buildPlace({ id: '320800-1', outletNo: '1' }))
    await store.applyImport({ ...huaian, ...nothing, upserts: [made, real] })
    expect((await stored()).region?.demo).toBe(true)
    await store.applyImport({ ...huaian, ...(await stored()), upserts: [], deletes: [made.id] })
    expect((await stored()).region?.demo).toBe(false)
  })

  it('keeps the head of a region of a hundred districts small enough for half a read unit', async () => {
    const { store } = open()
    const upserts = Array.from({ length: 100 }, (_, i) =>
      draftOf(
        buildPlace({ id: `320800-${i}`, outletNo: String(i), district: `第${i}区`, roles: ['love-aid'] }),
      ),
    )
    await store.applyImport({ ...huaian, ...nothing, upserts })
    const head = (await database.scan()).find(({ PK, SK }) => PK === 'REGIONS' && SK === '320800')
    expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThan(1000)
    expect((await store.readRegion('320800', { consistent: true }))?.districts).toHaveLength(100)
  })
})
