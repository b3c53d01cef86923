/** The right city: how many people are shown theirs, and how many bytes the choice takes, with 300 cities loaded. */

import type { Point } from '../../functions/places/contract'
import { type CityGrid, openCityGrid } from '../../functions/places/rules/city-grid'
import { cellsOf, packCityGrid } from '../../functions/places/rules/city-grid/cells'
import { brotli } from '../../functions/shared/http/brotli'
import { buildCountry, type Country, flat } from '../support/samples/many-cities'
import { seeded } from '../support/samples/random'
import type { Figure } from './bench'
import { kb, type Row } from './harness'

const cities = 300
const people = 3_000
const mostBytes = 20 * 1024
const leastRight = 0.97

export const citiesFigure: Figure = {
  name: 'cities',
  async measure({ step }) {
    step(`settle a country of ${cities} cities and map it`)
    const country = buildCountry(cities)
    const packed = packCityGrid([...country.cities].map(([adcode, places]) => cellsOf(adcode, places)))
    const bytes = (await brotli(JSON.stringify(packed))).byteLength
    step(`ask ${people} people for their city`)
    return [rightRow(country, openCityGrid(packed)), sizeRow(bytes)]
  },
}

function rightRow(country: Country, grid: CityGrid): Row {
  const random = seeded(9)
  const asked = Array.from({ length: people }, () => country.person(random))
  const share = (cityOf: (point: Point) => string | null) =>
    asked.filter((person) => cityOf(person) === person.adcode).length / people
  const right = share(grid.cityAt)
  const place = share(nearestOf(country.cities))
  const district = share(nearestOf(country.districts))
  const per = (of: number) => `${(100 * of).toFixed(1)} %`
  return {
    what: `people who are shown their own city, of ${cities} cities`,
    target: `≥ ${per(leastRight)}`,
    measured: `${per(right)} (nearest place ${per(place)}, nearest district centre ${per(district)})`,
    met: right >= leastRight,
    values: { right, place, district },
  }
}

function sizeRow(bytes: number): Row {
  return {
    what: `city grid of ${cities} cities, brotli`,
    target: `≤ ${kb(mostBytes)}`,
    measured: kb(bytes),
    met: bytes <= mostBytes,
    values: { bytes },
  }
}

function nearestOf(points: ReadonlyMap<string, readonly Point[]>): (point: Point) => string | null {
  const all = [...points].flatMap(([adcode, list]) => list.map((point) => ({ ...point, adcode })))
  return (point) => {
    let best: { adcode: string; away: number } | null = null
    for (const one of all) {
      const away = flat(point, one)
      if (best === null || away < best.away) best = { adcode: one.adcode, away }
    }
    return best?.adcode ?? null
  }
}
