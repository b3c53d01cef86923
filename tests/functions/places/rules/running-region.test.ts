import type { PlaceSummary } from '../../../../functions/places/contract'
import { regionFigures } from '../../../../functions/places/rules/region'
import { amenityCounts } from '../../../../functions/places/rules/region/list'
import { RunningRegion } from '../../../../functions/places/rules/region/running'
import { manyPlaces } from '../../../support/samples/places'
import { type Random, seeded } from '../../../support/samples/random'

type Counted = PlaceSummary & { demo: boolean }

const adcode = '320800'
const cityOf = (size: number): Counted[] =>
  manyPlaces(size).map((place, i) => ({ ...place, demo: i % 50 === 7 }))
const expectTrue = (region: RunningRegion<Counted>) => {
  const places = region.places()
  expect(region.figures()).toEqual(regionFigures(adcode, places))
  expect(region.amenityCounts()).toEqual(amenityCounts(places))
}

/** Another state of some place: gone, as in the file, in another's stead, or with a slip of the pen in its position. */
function change(region: RunningRegion<Counted>, all: readonly Counted[], random: Random) {
  const [place, like] = [random.pick(all), random.pick(all)]
  const changes = [
    () => region.delete(place.id),
    () => region.set(place),
    () => region.set({ ...like, id: place.id, demo: !place.demo }),
    () => region.set({ ...place, lat: place.lat + 1 + random.between(0, 1) }),
  ]
  random.pick(changes)()
}

describe('the figures of a region while an import changes its places', () => {
  it.each([1, 2, 3, 4])('are those of all its places after each change, history %i', (seed) => {
    const random = seeded(seed)
    const all = cityOf(240)
    const region = new RunningRegion(adcode, all.slice(0, random.between(0, 59)))
    for (let i = 0; i < 120; i++) {
      change(region, all, random)
      expectTrue(region)
    }
  })

  it('are none once the last place has gone', () => {
    const places = cityOf(12)
    const region = new RunningRegion(adcode, places)
    for (const { id } of places) region.delete(id)
    expect(region.figures()).toBeNull()
    expect(region.amenityCounts()).toEqual({})
  })

  it('do not look at each place again for every version', () => {
    let looks = 0
    const watched = cityOf(200).map((place) => ({
      ...place,
      get district() {
        looks++
        return place.district
      },
    }))
    const region = new RunningRegion(adcode, watched)
    region.figures()
    const afterOne = looks
    for (let version = 0; version < 50; version++) region.figures()
    expect(looks).toBe(afterOne)
  })
})
