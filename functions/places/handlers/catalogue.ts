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
    const cached = await catalogues.load(revision)
    if (!cached) return err(unknownRegion('adcode'))
    const { document } = cached
    return codedAnswer(headers, { tag: cached.revision.tag, mediaType: 'application/json', document })
  }
