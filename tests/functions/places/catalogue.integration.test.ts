import { placesPaths, regionsResponseSchema } from '../../../functions/places/contract'
import { packedCatalogueSchema, unpackCatalogue } from '../../../functions/places/rules/catalogue'
import * as z from '../../../functions/shared/zod'
import type { Answer } from '../../support/api'
import { useEngine } from '../../support/engine'
import { buildPlace, manyPlaces } from '../../support/places'
import { createWorld } from '../../support/world'

const bench = useEngine()
const path = placesPaths.catalogue.replace(':adcode', '320800')
const catalogueOf = (answer: Answer) => unpackCatalogue(z.parse(packedCatalogueSchema, answer.json()))

describe('the catalogue of a city', () => {
  it('carries every place with every field of its summary', async () => {
    const world = createWorld(bench)
    const places = manyPlaces(120)
    await world.load(places)
    const catalogue = catalogueOf(await world.get(path))
    const byId = (list: { id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(catalogue.places)).toEqual(byId(places.map((place) => ({ ...place, doubts: [] }))))
    expect(catalogue.region).toMatchObject({ adcode: '320800', name: '淮安', counts: { places: 120 } })
    expect(catalogue.calendar).toMatchObject({ from: '2026-11-15' })
  })
})
