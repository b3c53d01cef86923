/** What auditors and the desk read of the record. */
import { mayAsStaff } from '../shared/access'
import { badCursor, readSortCursor, sortCursorOf } from '../shared/cursor'
import { err, ok } from '../shared/result'
import type { HandlerOf } from '../shared/router'
import type { auditOperations } from './operations'
import type { AuditStore } from './store/reads'

type Operations = typeof auditOperations

const perPage = 50
const sortKeys = /^\d{4}-[\dTZ:.-]{19}#[0-9A-Za-z]{1,20}$/

export const handleAudit =
  ({ ofMonth }: Pick<AuditStore, 'ofMonth'>): HandlerOf<Operations['audit']> =>
  async ({ query: { region, month, cursor } }) => {
    const from = readSortCursor(cursor, sortKeys)
    if (!from.ok) return err(badCursor)
    const { records, next } = await ofMonth(region, month, from.value, perPage)
    return ok({ json: { audit: records, cursor: sortCursorOf(next) } })
  }

/** Looks at somebody's points are an auditor's own business: others of the city see what was done, not who looked. */
const looks = ['ledger-read']

export const handleHistory =
  ({ ofSubject }: Pick<AuditStore, 'ofSubject'>): HandlerOf<Operations['history']> =>
  async ({ session, params: { subject }, query: { region } }) => {
    const isStaffThere = session.roles.some((role) => role.kind === 'staff' && role.region === region)
    if (!isStaffThere) return err({ code: 'forbidden' })
    const { list, more } = await ofSubject(region, subject, perPage)
    const seesLooks = mayAsStaff(session, region, 'audit')
    return ok({ json: { audit: list.filter(({ action }) => seesLooks || !looks.includes(action)), more } })
  }
