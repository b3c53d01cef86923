/** Two admins of Huai'an who propose and decide grants, and somebody who holds nothing. */
import { createIdentity } from '../../../functions/identity'
import {
  holdersResponseSchema,
  type Role,
  roleProposalSchema,
  roleProposalsResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { taskReader } from '../../../functions/tasks/store/reads'
import type { TestDatabase } from '../engine/engine'
import { beforeFirstWrite } from '../faults/faults'
import { contextOn } from './context'
import { createIdentityWorld } from './identity'
import type { WeChatServer } from './wechat'

const region = '320800'
export type Powers = Extract<Role, { kind: 'staff' }>['powers']
export const staff = (powers: Powers): Role => ({ kind: 'staff', region, powers })
const paths = { grant: '/api/staff/roles', proposals: '/api/staff/role-proposals' }

/** @param admins 2; with 1 the second is somebody who holds nothing either */
export const createProposalWorld = async (
  database: TestDatabase,
  wechat: WeChatServer,
  { admins = 2 } = {},
) => {
  const world = createIdentityWorld(database, wechat)
  const { login, appoint, refresh, call, as, time } = world
  const renewed = async (session: SessionResponse) =>
    z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
  const appointed = async (openid: string, powers: Powers) => {
    const session = await login(openid)
    await appoint(session, staff(powers))
    return renewed(session)
  }
  let keys = 0
  const newKey = () => {
    const hex = time.now.toString(16).padStart(12, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(++keys).padStart(12, '0')}`
  }
  const propose = (by: SessionResponse, no: string, powers: Powers, more = {}, key = newKey()) =>
    call('POST', paths.proposals, {
      headers: {
        authorization: `Bearer ${by.access}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: { no, role: staff(powers), ...more },
    })
  return {
    ...world,
    renewed,
    newKey,
    propose,
    /** The use cases, where something happens between what is read for their first transaction and its being written. */
    storeMeeting: (happening: () => Promise<unknown>) =>
      createIdentity(
        contextOn(database, {
          clock: () => time.now,
          secrets: {},
          client: beforeFirstWrite(database.client(), happening),
        }),
      ),
    admin: await appointed('oAdmin-huaian', ['admin', 'audit']),
    second: admins > 1 ? await appointed('oSecond-huaian', ['admin']) : await login('oSecond-huaian'),
    chen: await login('oChen-staff-abc'),
    appointed,
    grant: (by: SessionResponse, no: string, powers: Powers) =>
      as(by, 'POST', paths.grant, { no, role: staff(powers) }),
    proposed: async (by: SessionResponse, no: string, powers: Powers, more = {}) =>
      z.parse(roleProposalSchema, (await propose(by, no, powers, more)).json()),
    decide: (by: SessionResponse, id: string, approve = true) =>
      as(by, 'POST', `${paths.proposals}/${id}/decision`, { approve }),
    withdraw: (by: SessionResponse, id: string) => as(by, 'POST', `${paths.proposals}/${id}/withdrawal`, {}),
    listed: async (by: SessionResponse) =>
      z.parse(
        roleProposalsResponseSchema,
        (await as(by, 'GET', `${paths.proposals}?region=${region}`)).json(),
      ).proposals,
    rolesOf: async (by: SessionResponse, id: string) => {
      const answer = await as(by, 'GET', `${paths.grant}?region=${region}`)
      return z.parse(holdersResponseSchema, answer.json()).people.find((one) => one.id === id)
    },
    waiting: async () => {
      const tasks = taskReader(database.tableOf('tasks'), () => time.now)
      return (await tasks.listTasks({ region, powers: ['admin'], from: null, limit: 9 })).tasks
    },
  }
}
