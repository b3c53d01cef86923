import {
  holdersResponseSchema,
  type Role,
  roleChangesResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import type { TestDatabase } from '../engine/engine'
import { createIdentityWorld } from './identity'
import type { WeChatServer } from './wechat'

export const staff = (powers: Extract<Role, { kind: 'staff' }>['powers'], region = '320800'): Role => ({
  kind: 'staff',
  region,
  powers,
})
export const owner = (outlets: string[], region = '320800'): Role => ({ kind: 'owner', region, outlets })

/** An admin of Huai'an, one of Binzhou, and two who hold nothing. */
export const createRolesWorld = async (database: TestDatabase, wechat: WeChatServer) => {
  const world = createIdentityWorld(database, wechat)
  const { login, appoint, refresh, as } = world
  const renewed = async (session: SessionResponse) =>
    z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
  const appointed = async (openid: string, role: Role) => {
    const session = await login(openid)
    await appoint(session, role)
    return renewed(session)
  }
  return {
    ...world,
    renewed,
    appointed,
    admin: await appointed('oAdmin-huaian', staff(['admin', 'audit'])),
    other: await appointed('oAdmin-binzhou', staff(['admin'], '371600')),
    chen: await login('oChen-owner-abc'),
    zhou: await login('oZhou-citizen-abc'),
    grant: (by: SessionResponse, to: SessionResponse, role: Role) =>
      as(by, 'POST', '/api/staff/roles', { no: to.me.no, role }),
    revoke: (by: SessionResponse, from: SessionResponse, kind: Role['kind'], region = '320800') =>
      as(by, 'DELETE', `/api/staff/roles/${from.me.id}/${kind}?region=${region}`),
    holders: async (by: SessionResponse, region = '320800') =>
      z.parse(holdersResponseSchema, (await as(by, 'GET', `/api/staff/roles?region=${region}`)).json())
        .people,
    changes: async (by: SessionResponse) =>
      z.parse(
        roleChangesResponseSchema,
        (await as(by, 'GET', '/api/staff/roles/changes?region=320800&month=2036-11')).json(),
      ).changes,
  }
}
