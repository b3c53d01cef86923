/**
 * What the phone does for “near me”: filter with opening hours, search, metres. The bare arm is one call of geokdbush,
 * as its readme shows it, that finds the same places; its filter was answered beforehand, as one bit a place.
 */
import { around, distance as kilometres } from 'geokdbush'
import KDBush from 'kdbush'
import type { PlaceSummary } from '../../functions/places/contract'
import { indexMatcher, matcher, type PlaceFilter } from '../../functions/places/rules/filter'
import { nearest } from '../../functions/places/rules/nearby'
import type { LoadedCatalogue } from '../../miniapp/src/shared/city/catalogue/load'
import { calendar, type Figure, now, pointsNear } from './bench'
import { catalogueText } from './catalogue'
import { ms, type Row, race, times } from './harness'
import { ready } from './ready'

const limit = 20
const most = 2
const filters: readonly [string, PlaceFilter][] = [
  ['open now', { kinds: [], roles: [], amenities: [], openAt: now }],
  ['outlet with water, open now', { kinds: ['outlet'], roles: [], amenities: ['water'], openAt: now }],
  ['love-aid, open now', { kinds: [], roles: ['love-aid'], amenities: [], openAt: now }],
]

export const nearestFigure: Figure = {
  name: 'nearest',
  async measure({ step }) {
    const rows: Row[] = []
    for (const count of [5_000, 25_460]) {
      step(`nearest ${limit} of ${count} places`)
      const { index, places } = ready(catalogueText(count))
      for (const [label, filter] of filters) rows.push(await measureFilter({ index, places }, label, filter))
    }
    return rows
  },
}

async function measureFilter(
  { index, places }: Pick<LoadedCatalogue, 'index' | 'places'>,
  label: string,
  filter: PlaceFilter,
): Promise<Row> {
  const points = pointsNear(places, 1_000)
  const accepted = Uint8Array.from(places, (place) => Number(matcher(filter, calendar, now)(place)))
  const at = (call: number) => points[call % points.length] ?? { lng: 0, lat: 0 }
  const ours = (call: number) =>
    nearest(index, at(call), { limit, accept: indexMatcher(index, filter, calendar, now) })
  const tree = bareTree(places)
  const bare = (call: number) => {
    const { lng, lat } = at(call)
    return around(tree, lng, lat, limit, Number.POSITIVE_INFINITY, (id) => accepted[id] === 1)
  }
  for (let call = 0; call < points.length; call++) {
    const { lng, lat } = at(call)
    const metres = bare(call).map(
      (id) => kilometres(lng, lat, places[id]?.lng ?? 0, places[id]?.lat ?? 0) * 1000,
    )
    // Places at one distance may come in any order; a millimetre is rounding.
    const same = ours(call).every(({ distance }, rank) => Math.abs(distance - (metres[rank] ?? 0)) < 0.001)
    if (!same) throw new Error(`“${label}” finds other places than geokdbush around ${lng},${lat}`)
  }
  const timed = await race({ ours, bare }, { rounds: 200, batch: 20 })
  const ratio = timed.ratio('ours', 'bare')
  return {
    what: `phone: nearest ${limit} of ${places.length}, ${label}, against bare geokdbush`,
    target: `≤ ${most}×`,
    measured: `${times(ratio)} (${ms(timed.p50('ours'))} : ${ms(timed.p50('bare'))})`,
    met: ratio <= most,
    values: { ratio, p50Ms: timed.p50('ours'), bareP50Ms: timed.p50('bare') },
  }
}

function bareTree(places: readonly PlaceSummary[]): KDBush {
  const tree = new KDBush(places.length)
  for (const { lng, lat } of places) tree.add(lng, lat)
  tree.finish()
  return tree
}
