import { auditRecords } from '../audit/fragments'
import { staffFragment } from '../identity/fragments'
import { mediaReads, mediaUses } from '../media/fragments'
import { placesFragment } from '../places/fragments'
import type { Context, DataContext } from '../shared/aws/context'
import { rememberedText } from '../shared/aws/secrets'
import { sessionsOf } from '../shared/session/session-reader'
import { taskWrites } from '../tasks/fragments'
import { createPointsApi } from './api'
import type { Staff } from './dependencies'
import { codesSecret } from './secrets'
import { createPointsService } from './service'
import type { PointsAudit } from './service/audit'
import { createDesks } from './service/desks'

export { createPointsSweep } from './sweep'

/** What people do with points (`service`) and what staff do (`desks`), also for demonstration data. */
export const createPoints = ({ tableOf, clock, random }: DataContext) => {
  const table = tableOf('points')
  const service = createPointsService(table, { clock, random })
  const audit: PointsAudit = auditRecords(tableOf('audit'), { clock, random })
  return {
    service,
    desks: createDesks(table, service, {
      ...{ audit, tasks: taskWrites(tableOf('tasks')), clock, random },
      media: mediaReads(tableOf('media'), clock),
      uses: mediaUses(tableOf('media'), 'points', clock),
    }),
  }
}

/** The function that answers the points API. `staff`: who else could approve, from the roles of identity if absent. */
export const createPointsFunction = (
  context: Context,
  staff: Staff = staffFragment(context.tableOf('identity')),
) => {
  const { tableOf, secrets, arnOf, clock } = context
  return createPointsApi({
    ...context,
    ...createPoints(context),
    places: placesFragment(tableOf('places')),
    staff,
    sessions: sessionsOf(context),
    secret: rememberedText(secrets, arnOf(codesSecret), clock),
  })
}
