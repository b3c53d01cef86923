import { auditRecords } from '../audit/fragments'
import type { Context, DataContext } from '../shared/context'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import { createRouter, route } from '../shared/router'
import { sessionsOf } from '../shared/session-reader'
import { taskWrites } from '../tasks/fragments'
import { handleGallery, handleHall } from './handlers/exhibition'
import { handleApproveEntry, handleCreateEntry, handleSubmitEntry } from './handlers/staff/entries'
import { exhibitionOperations as operations, exhibitionProblems as problems } from './operations'
import { createExhibitionService } from './service'

/** What is done in exhibition, for its function and for demonstration data. */
export const createExhibition = ({ tableOf, clock, random }: DataContext) =>
  createExhibitionService(tableOf('exhibition'), {
    audit: auditRecords(tableOf('audit'), { clock, random }),
    tasks: taskWrites(tableOf('tasks')),
    clock,
  })

/** The function that answers the exhibition API. */
export const createExhibitionFunction = (context: Context): GatewayHandler => {
  const service = createExhibition(context)
  const routes = {
    hall: route(operations.hall, handleHall(service)),
    gallery: route(operations.gallery, handleGallery(service)),
    createEntry: route(operations.createEntry, handleCreateEntry(service)),
    submitEntry: route(operations.submitEntry, handleSubmitEntry(service)),
    approveEntry: route(operations.approveEntry, handleApproveEntry(service)),
  } satisfies Record<keyof typeof operations, unknown>
  const sessions = sessionsOf(context)
  const router = createRouter({ ...context, routes: Object.values(routes), problems, sessions })
  return gatewayHandler(router, context.clock)
}
