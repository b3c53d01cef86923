import { codedAnswer, notModified } from '../../shared/http/coded-response'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { placesOperations } from '../operations'
import type { Catalogues } from '../service/catalogues'
import { unknownRegion } from './failures'
import { mapCaching as caching } from './response/caching'

/** A client that has it costs one read of half a unit: the tag is known before the document is needed. */
export const handleCatalogue =
  (catalogues: Catalogues): HandlerOf<typeof placesOperations.catalogue> =>
  async ({ params, headers }) => {
    const revision = await catalogues.revision(params.adcode)
    if (!revision) return err(unknownRegion('adcode'))
    const unchanged = notModified(headers, { tag: revision.tag, caching })
    if (unchanged) return ok({ response: unchanged })
    const cached = await catalogues.load(revision)
    if (!cached) return err(unknownRegion('adcode'))
    const { document } = cached
    const { tag } = cached.revision
    return codedAnswer(headers, { tag, caching, mediaType: 'application/json', document })
  }
