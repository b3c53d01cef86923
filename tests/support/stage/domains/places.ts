/** The places API on the stage: a valid request for each operation. */
import { createPlacesFunction } from '../../../../functions/places'
import type { placesOperations } from '../../../../functions/places/operations'
import { city, outlets } from '../../worlds/points-world'
import type { StageDomain } from '../stage-domain'

export const reportNote = '门口的灯坏了三天'

export const places: StageDomain<keyof typeof placesOperations> = {
  create: createPlacesFunction,
  requests: {
    regions: () => ({ target: '/api/regions' }),
    cityGrid: () => ({ target: '/api/regions/grid' }),
    catalogue: () => ({ target: `/api/regions/${city}/places` }),
    geojson: () => ({ target: `/api/regions/${city}/places.geojson?kind=outlet` }),
    nearby: () => ({ target: '/api/places/nearby?lng=119.03&lat=33.6' }),
    search: () => ({ target: `/api/places/search?q=huaihai&region=${city}` }),
    place: () => ({ target: `/api/places/${outlets.first}` }),
    reports: {
      ask: () => ({ target: `/api/places/${outlets.first}/reports`, body: { fact: 'locked' } }),
      onePerson: 'earns nothing before one of the staff accepts it, who is another than its reporter',
    },
    openReports: () => ({ target: `/api/staff/reports?region=${city}` }),
    decideReport: {
      ask: async ({ report }) => ({
        target: `/api/staff/reports/${await report()}/decision`,
        body: { accept: true, settled: false },
      }),
      onePerson: 'as the rules say, for another than oneself: reporter and decider are the two',
    },
  },
  holding: {
    words: [reportNote],
    make: ({ stage }, { session }) =>
      stage.call('places', 'POST', `/api/places/${outlets.station}/reports`, {
        headers: { authorization: `Bearer ${session.access}`, 'content-type': 'application/json' },
        body: { fact: 'wrong-hours', note: reportNote, credit: true },
      }),
  },
}
