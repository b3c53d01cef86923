import type { Context } from '../shared/context'
import { sessionsOf } from '../shared/session-reader'
import { createAuditApi } from './api'
import { recordReader } from './store/reads'

/** The function that answers the audit API. */
export const createAuditFunction = (context: Context) =>
  createAuditApi({
    ...context,
    store: recordReader(context.tableOf('audit')),
    sessions: sessionsOf(context),
  })
