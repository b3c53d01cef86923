import { auditRecords } from '../audit/fragments'
import { staffFragment } from '../identity/fragments'
import { placesFragment } from '../places/fragments'
import type { Context } from '../shared/context'
import { rememberedText } from '../shared/secrets'
import { sessionsOf } from '../shared/session-reader'
import { taskWrites } from '../tasks/fragments'
import { createPointsApi } from './api'
import { codesSecret } from './secrets'
import { createPointsService } from './service'
import type { PointsAudit } from './service/audit'
import { createDesks } from './service/desks'

/** The function that answers the points API. */
export const createPointsFunction = (context: Context) => {
  const { tableOf, secrets, arnOf, clock, random } = context
  const table = tableOf('points')
  const service = createPointsService(table, { clock, random })
  const audit: PointsAudit = auditRecords(tableOf('audit'), { clock, random })
  return createPointsApi({
    ...context,
    service,
    desks: createDesks(table, service, { audit, tasks: taskWrites(tableOf('tasks')), clock, random }),
    places: placesFragment(tableOf('places')),
    staff: staffFragment(tableOf('identity')),
    sessions: sessionsOf(context),
    secret: rememberedText(secrets, arnOf(codesSecret), clock),
  })
}
