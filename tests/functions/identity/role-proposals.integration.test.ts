/** What gives somebody power over points, or over powers, takes two admins of the city. */
import {
  holdersResponseSchema,
  type Role,
  roleProposalSchema,
  roleProposalsResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import { dayMs } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { taskReader } from '../../../functions/tasks/store/reads'
import { withDomain } from '../../support/domain-engine'
import { createIdentityWorld } from '../../support/identity'
import { startWeChat, type WeChatServer } from '../../support/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const region = '320800'
type Powers = Extract<Role, { kind: 'staff' }>['powers']
const staff = (powers: Powers): Role => ({ kind: 'staff', region, powers })
const paths = { grant: '/api/staff/roles', proposals: '/api/staff/role-proposals' }

/** Two admins of Huai'an, and somebody who holds nothing. */
const setUp = async ({ admins = 2 } = {}) => {
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

describe('granting what makes points or rights', () => {
  it.each([['gifts'], ['admin'], ['review', 'gifts']] as const)(
    'is refused to one admin alone, by a code that programs of before know: %s',
    async (...powers) => {
      const { admin, chen, grant, rolesOf } = await setUp()
      const answer = await grant(admin, chen.me.no, [...powers])
      expect(answer.json()).toMatchObject({ status: 409, code: 'second-person-needed' })
      expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
    },
  )

  it('is done at once where nothing is new: what else, and what is taken away', async () => {
    const { admin, chen, appoint, grant, rolesOf } = await setUp()
    await appoint(chen, staff(['gifts', 'review']))
    expect((await grant(admin, chen.me.no, ['gifts', 'audit'])).status).toBe(200)
    expect((await grant(admin, chen.me.no, ['gifts'])).status).toBe(200)
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['gifts'])] })
  })

  it('waits as a task of the admins, and is granted when another approves', async () => {
    const { admin, second, chen, proposed, decide, listed, rolesOf, renewed, waiting } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
    expect(await waiting()).toMatchObject([{ kind: 'role', subject: id, power: 'admin', by: admin.me.id }])
    const decided = z.parse(roleProposalSchema, (await decide(second, id)).json())
    expect(decided).toMatchObject({ state: 'approved', decidedBy: second.me.id, powers: ['gifts'] })
    expect((await renewed(chen)).me.roles).toEqual([staff(['gifts'])])
    expect(await waiting()).toEqual([])
    expect(await listed(admin)).toEqual([decided])
    expect((await decide(second, id)).status).toBe(200)
  })

  it('takes nobody’s approval who proposed it, or would get it', async () => {
    const { admin, second, proposed, decide, withdraw, listed } = await setUp()
    const { id } = await proposed(admin, second.me.no, ['admin', 'gifts'])
    for (const by of [admin, second])
      expect((await decide(by, id)).json()).toMatchObject({ status: 409, code: 'own-role-proposal' })
    expect((await withdraw(second, id)).json()).toMatchObject({ code: 'not-own-role-proposal' })
    expect((await withdraw(admin, id)).status).toBe(200)
    expect(await listed(admin)).toMatchObject([{ state: 'withdrawn' }])
  })

  it('is not for whoever was an admin a moment ago, or of another city', async () => {
    const { admin, second, chen, proposed, decide, propose, as } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    await as(admin, 'DELETE', `${paths.grant}/${second.me.id}/staff?region=${region}`)
    expect((await decide(second, id)).status).toBe(401)
    expect((await propose(chen, second.me.no, ['gifts'])).status).toBe(403)
    expect((await decide(admin, `371600-${'0'.repeat(32)}`)).status).toBe(403)
    expect((await decide(admin, `${region}-${'0'.repeat(32)}`)).json()).toMatchObject({
      code: 'unknown-role-proposal',
    })
  })

  it('changes nothing where it is refused, or not decided in time', async () => {
    const { admin, second, chen, proposed, decide, listed, renewed, refresh, time } = await setUp()
    const refused = await proposed(admin, chen.me.no, ['gifts'])
    expect((await decide(second, refused.id, false)).status).toBe(200)
    expect((await decide(second, refused.id)).json()).toMatchObject({ code: 'role-proposal-decided' })
    const late = await proposed(admin, chen.me.no, ['gifts'])
    time.now += 14 * dayMs
    const [now, other] = [await renewed(admin), await renewed(second)]
    expect((await decide(other, late.id)).json()).toMatchObject({ code: 'role-proposal-expired' })
    expect((await listed(now)).map(({ state }) => state)).toEqual(['expired', 'rejected'])
    expect((await refresh(chen.refresh)).json()).toMatchObject({ me: { roles: [] } })
  })

  it('is proposed once for one key, and only as a role of staff', async () => {
    const { admin, chen, propose, newKey, listed } = await setUp()
    const key = newKey()
    const answers = [
      await propose(admin, chen.me.no, ['gifts'], {}, key),
      await propose(admin, chen.me.no, ['gifts'], {}, key),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await propose(admin, chen.me.no, ['admin'], {}, key)).json()).toMatchObject({
      code: 'idempotency-key-reused',
    })
    expect(await listed(admin)).toHaveLength(1)
    const role = { kind: 'owner', region, outlets: ['320800-32080290'] }
    expect((await propose(admin, chen.me.no, [], { role })).json()).toMatchObject({ code: 'invalid-request' })
  })

  it('two who approve and withdraw at once do one of both', async () => {
    const { admin, second, chen, proposed, decide, withdraw, rolesOf, listed } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const answers = await Promise.all([decide(second, id), withdraw(admin, id)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [{ state } = { state: 'other' }] = await listed(admin)
    expect((await rolesOf(admin, chen.me.id)) !== undefined).toBe(state === 'approved')
  })
})

describe('a city with one admin', () => {
  it('has its grant wait until the operator grants it by command, which approves what was proposed', async () => {
    const { admin, second, chen, proposed, store, listed, renewed, waiting } = await setUp({ admins: 1 })
    await proposed(admin, second.me.no, ['admin'])
    const other = await proposed(admin, chen.me.no, ['gifts'])
    const role = staff(['admin', 'audit'])
    expect((await store.grantByOperator({ to: second.me.id, role })).ok).toBe(true)
    expect((await renewed(second)).me.roles).toEqual([role])
    expect((await listed(admin)).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([
      ['proposed', null],
      ['approved', null],
    ])
    expect((await waiting()).map(({ subject }) => subject)).toEqual([other.id])
  })
})
