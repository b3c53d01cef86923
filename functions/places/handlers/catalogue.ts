import { err, ok } from '../../shared/result'
import type { HandlerOf } from '../../shared/router'
import type { placesOperations } from '../operations'
import type { Catalogues } from '../service/catalogues'
import { unknownRegion } from './failures'
import { codedAnswer, notModified } from './response/encoded'

/** A client that has it costs one read of half a unit: the tag is known before the document is needed. */
export const handleCatalogue =
  (catalogues: Catalogues): HandlerOf<typeof placesOperations.catalogue> =>
  async ({ params, headers }) => {
    const revision = await catalogues.revision(params.adcode)
    if (!revision) return err(unknownRegion('adcode'))
    const unchanged = notModified(headers, revision.tag)
    if (unchanged) return ok({ response: unchanged })
    const holding = await catalogues.holding(revision)
    if (!holding) return err(unknownRegion('adcode'))
    const { document } = holding
    return codedAnswer(headers, { tag: holding.revision.tag, mediaType: 'application/json', document })
  }
