import { codedAnswer, tagOfContent } from '../../shared/http/coded-response'
import { inCoding } from '../../shared/http/compression'
import type { HandlerOf } from '../../shared/http/router'
import { err } from '../../shared/result'
import type { placesOperations } from '../operations'
import { matcher } from '../rules/filter'
import { featureCollection } from '../rules/geojson'
import type { Catalogues } from '../service/catalogues'
import { unknownRegion } from './failures'
import { mapCaching as caching } from './response/caching'

export const handleGeojson =
  (catalogues: Catalogues, clock: () => number): HandlerOf<typeof placesOperations.geojson> =>
  async ({ params, query, headers }) => {
    const cached = await catalogues.current(params.adcode)
    if (!cached) return err(unknownRegion('adcode'))
    const { catalogue } = await cached.open()
    const filter = { kinds: query.kind, roles: query.role, amenities: [], openAt: null }
    const collection = featureCollection(catalogue, matcher(filter, catalogue.calendar, clock()))
    const plain = Buffer.from(JSON.stringify(collection))
    return codedAnswer(headers, {
      tag: tagOfContent(plain),
      caching,
      mediaType: 'application/geo+json',
      document: (coding) => inCoding(plain, coding),
    })
  }
