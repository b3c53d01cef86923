/** Grants that take two admins. */
import type { BodyOf } from '@common/declaration/endpoint'
import * as endpoints from '@functions/identity/endpoints/role-proposals'
import { call } from '@/shared/api/request'

export const fetchRoleProposals = (region: string) => call(endpoints.roleProposals, { query: { region } })

export const proposeRole = (body: BodyOf<typeof endpoints.proposeRole>, key: string) =>
  call(endpoints.proposeRole, { body, key })

export const decideRole = (id: string, approve: boolean) =>
  call(endpoints.decideRole, { params: { id }, body: { approve } })

export const withdrawRole = (id: string) => call(endpoints.withdrawRole, { params: { id }, body: {} })
