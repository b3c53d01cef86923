import type { placesOperations } from '../../../functions/places/operations'
import type { Nation } from './nation'

/** The worst that anybody can ask of each: filters that match nothing, at every sort of position. */
export const worstReads = ({ country }: Nation): Record<keyof typeof placesOperations, string[]> => {
  const [adcode = ''] = country.cities.keys()
  const homes = [...country.cities.values()].flatMap(([first]) => first ?? []).filter((_, i) => i % 60 === 0)
  const filters = [
    'role=love-aid&amenity=winter-coat',
    'amenity=food',
    'kind=hall',
    'limit=100',
    'role=love-aid&amenity=winter-coat&openAt=now&limit=100',
    'role=warm-cabin&radius=200000',
  ]
  const nearby = homes.flatMap(({ lng, lat }) =>
    filters.map((filter) => `/api/places/nearby?lng=${lng}&lat=${lat}&${filter}`),
  )
  return {
    regions: ['/api/regions'],
    cityGrid: ['/api/regions/grid'],
    catalogue: [`/api/regions/${adcode}/places`],
    geojson: [`/api/regions/${adcode}/places.geojson`],
    nearby: [...nearby, '/api/places/nearby?lng=-70&lat=-30'],
    search: [`/api/places/search?q=x&region=${adcode}`, `/api/places/search?q=x&region=999900`],
    place: [`/api/places/${adcode}-nobody`],
    reports: [],
    openReports: [],
    decideReport: [],
  }
}
