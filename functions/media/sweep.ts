import { systemId } from '../audit/contract'
import { auditRecords, changesOf } from '../audit/fragments'
import type { Context } from '../shared/aws/context'
import type { JobContext } from '../shared/aws/job-context'
import type { MediaAuditAction } from './contract/audit-actions'
import { createChanging } from './service/changing'
import { createSweeping } from './service/sweeping'
import { createMediaStore } from './store'

type SweepContext = JobContext & { objects: Pick<Context['objects'], 'remove'> }

/** What goes by itself when nobody has used it for long. */
export const createMediaSweep = ({ tableOf, clock, random, objects }: SweepContext) => {
  const store = createMediaStore(tableOf('media'), clock)
  const audit = auditRecords<MediaAuditAction>(tableOf('audit'), { clock, random })
  return createSweeping({
    ...{ store, objects, clock, change: createChanging(store) },
    recordRemoval: ({ id, region, type, description }) => {
      const changes = changesOf({}, { type, description })
      return audit.writes({ region, by: systemId, action: 'media-removed', subject: id, changes })
    },
  })
}
