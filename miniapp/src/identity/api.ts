/** What the phone asks the server of the person, beside the session itself (shared/session.ts). */
import type { Result } from '@common/result'
import type * as z from '@common/zod'
import {
  collectResponseSchema,
  doneSchema,
  exportResponseSchema,
  identityPaths,
  type TicketPurpose,
  ticketResponseSchema,
  ticketViewSchema,
} from '@contract/identity'
import { ask, type Failure, pathOf } from '@/shared/request'

type Answer<Schema extends z.ZodMiniType> = Promise<Result<z.infer<Schema>, Failure>>

export type Ticket = z.infer<typeof ticketResponseSchema>
export type Export = z.infer<typeof exportResponseSchema>

/** @param purpose what whoever is logged in here asks their phone for; absent: a login */
export const openTicket = (purpose?: TicketPurpose): Answer<typeof ticketResponseSchema> =>
  ask({
    path: identityPaths.tickets,
    schema: ticketResponseSchema,
    body: purpose ? { purpose } : {},
    auth: purpose !== undefined,
  })

export const collectTicket = ({
  id,
  secret,
}: Pick<Ticket, 'id' | 'secret'>): Answer<typeof collectResponseSchema> =>
  ask({ path: pathOf(identityPaths.ticketSession, { id }), schema: collectResponseSchema, body: { secret } })

export const viewTicket = (id: string): Answer<typeof ticketViewSchema> =>
  ask({ path: pathOf(identityPaths.ticket, { id }), schema: ticketViewSchema, auth: true })

export const approveTicket = ({ id, digits }: { id: string; digits: string }): Answer<typeof doneSchema> =>
  ask({ path: pathOf(identityPaths.ticket, { id }), schema: doneSchema, body: { digits }, auth: true })

export const endDevice = (id: string): Answer<typeof doneSchema> =>
  ask({ path: pathOf(identityPaths.device, { id }), schema: doneSchema, method: 'DELETE', auth: true })

/** Years of a ledger may be long. */
export const fetchExport = (): Answer<typeof exportResponseSchema> =>
  ask({ path: identityPaths.export, schema: exportResponseSchema, auth: true, timeout: 20_000 })
