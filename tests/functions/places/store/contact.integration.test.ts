import { type Contact, regionsResponseSchema } from '../../../../functions/places/contract'
import { readContact } from '../../../../functions/places/import/contact'
import { packedCatalogueSchema, unpackCatalogue } from '../../../../functions/places/rules/catalogue'
import { createPlacesStore } from '../../../../functions/places/store'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { manyPlaces } from '../../../support/samples/places'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')
const clock = () => Date.parse('2026-11-18T02:00:00Z')

const contact: Contact = {
  name: '淮安市福利彩票中心（测试）',
  phones: ['0517-00000000', '0517-00000001'],
  address: '测试路 1 号',
  hours: 'Mo-Fr 08:30-12:00,14:00-17:30',
  position: { lng: 119.02, lat: 33.6 },
}
const upserts = () => manyPlaces(5).map(({ doubts, ...place }) => ({ ...place, demo: false }))
const nothing = { region: null, places: [], upserts: [], deletes: [] }
const city = { adcode: '320800', name: '淮安', pinyin: {} }

describe('how a city’s centre is reached', () => {
  it('is set once, is part of the regions and the catalogue, and stays after an import', async () => {
    const store = createPlacesStore({ tableOf: database.tableOf, clock })
    await store.applyImport({ ...city, ...nothing, upserts: upserts() })
    const before = await store.readRegion('320800', { consistent: true })
    expect(await store.setContact('320800', contact)).toEqual({ ok: true, value: undefined })
    const { get } = createWorld(database)
    const { regions } = z.parse(regionsResponseSchema, (await get('/api/regions')).json())
    expect(regions[0]?.contact).toEqual(contact)
    expect(regions[0]?.version).toBe((before?.version ?? 0) + 1)
    const packed = z.parse(packedCatalogueSchema, (await get('/api/regions/320800/places')).json())
    expect(unpackCatalogue(packed).region.contact).toEqual(contact)

    const region = await store.readRegion('320800', { consistent: true })
    const { places } = await store.readContent('320800')
    const [gone] = places
    await store.applyImport({ ...city, region, places, upserts: [], deletes: [gone?.id ?? ''] })
    expect((await store.readRegion('320800', { consistent: true }))?.contact).toEqual(contact)
  })

  it('of a city that is not there is refused', async () => {
    const store = createPlacesStore({ tableOf: database.tableOf, clock })
    expect(await store.setContact('999900', contact)).toEqual({ ok: false, error: 'unknown-region' })
  })
})

describe('a contact that somebody wrote', () => {
  it('is read as it is', () => {
    expect(readContact(JSON.stringify(contact))).toEqual({ ok: true, value: contact })
    expect(readContact(`\uFEFF${JSON.stringify({ ...contact, hours: null, position: null })}`).ok).toBe(true)
  })

  it.each([
    ['no JSON', '电话 0517', '不是 JSON'],
    ['a missing telephone', JSON.stringify({ ...contact, phones: [] }), 'phones'],
    ['a telephone that nobody can dial', JSON.stringify({ ...contact, phones: ['总机'] }), 'phones'],
    ['hours that mean nothing', JSON.stringify({ ...contact, hours: '上班时间' }), 'hours'],
    [
      'a position the wrong way round',
      JSON.stringify({ ...contact, position: { lng: 33, lat: 119 } }),
      'position',
    ],
    ['a field that nobody knows', JSON.stringify({ ...contact, fax: '1' }), 'fax'],
  ])('with %s is refused, and says which field', (_, text, field) => {
    const read = readContact(text)
    expect(read.ok ? '' : read.error).toContain(field)
  })
})
