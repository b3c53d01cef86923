/** What gives somebody power over points, or over powers, takes two admins of the city. */
import { createIdentity } from '../../../functions/identity'
import {
  holdersResponseSchema,
  type Role,
  roleProposalSchema,
  roleProposalsResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import { openRoleProposalsKey } from '../../../functions/identity/store/keys'
import { roleProposalStore } from '../../../functions/identity/store/role-proposals'
import { dayMs } from '../../../functions/shared/day'
import { mostOpen, openSet } from '../../../functions/shared/open-set'
import * as z from '../../../functions/shared/zod'
import { taskReader } from '../../../functions/tasks/store/reads'
import { contextOn } from '../../support/context'
import { withDomain } from '../../support/domain-engine'
import { beforeFirstWrite } from '../../support/faults'
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

describe('what happened between proposal and approval', () => {
  it('is never overwritten: a power granted or taken meanwhile refuses the approval', async () => {
    const { admin, second, chen, grant, proposed, decide, rolesOf, listed } = await setUp()
    const first = await proposed(admin, chen.me.no, ['gifts'])
    expect((await grant(admin, chen.me.no, ['review'])).status).toBe(200)
    expect((await decide(second, first.id)).json()).toMatchObject({ code: 'role-changed-meanwhile' })
    const wide = await proposed(admin, chen.me.no, ['review', 'gifts'])
    expect((await grant(admin, chen.me.no, ['audit'])).status).toBe(200)
    expect((await decide(second, wide.id)).json()).toMatchObject({
      status: 409,
      code: 'role-changed-meanwhile',
    })
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['audit'])] })
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['proposed', 'proposed'])
    expect((await decide(second, wide.id, false)).status).toBe(200)
  })

  it('lets one of two that wait for the same person be approved', async () => {
    const { admin, second, chen, proposed, decide, rolesOf } = await setUp()
    const gifts = await proposed(admin, chen.me.no, ['gifts'])
    const both = await proposed(admin, chen.me.no, ['gifts', 'review'])
    expect((await decide(second, gifts.id)).status).toBe(200)
    expect((await decide(second, both.id)).json()).toMatchObject({ code: 'role-changed-meanwhile' })
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({ roles: [staff(['gifts'])] })
  })

  it('concerns a role within a part of the city by itself', async () => {
    const { admin, second, chen, grant, proposed, decide, rolesOf } = await setUp()
    const scope = { kind: 'outlet', id: '320800-32080290' }
    const { id } = await proposed(admin, chen.me.no, ['gifts'], { scope })
    expect((await grant(admin, chen.me.no, ['review'])).status).toBe(200)
    expect((await decide(second, id)).status).toBe(200)
    expect(await rolesOf(admin, chen.me.id)).toMatchObject({
      roles: [staff(['review'])],
      scopedRoles: [{ region, scope, powers: ['gifts'] }],
    })
  })

  it.each([['gifts'], ['admin']] as const)(
    'counts for the proposer: whoever is no admin any more is no first of two, for %s',
    async (power) => {
      const { admin, second, chen, appointed, proposed, decide, rolesOf, as } = await setUp()
      const third = await appointed('oThird-huaian', ['admin'])
      const { id } = await proposed(third, chen.me.no, [power])
      await as(admin, 'DELETE', `${paths.grant}/${third.me.id}/staff?region=${region}`)
      expect((await decide(second, id)).json()).toMatchObject({
        status: 409,
        code: 'role-proposer-not-admin',
      })
      expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
      expect((await decide(second, id, false)).status).toBe(200)
    },
  )

  it('counts in the very transaction: an approval never meets a proposer who is removed at the same moment', async () => {
    const { admin, second, chen, appointed, proposed, rolesOf, as, storeMeeting } = await setUp()
    const third = await appointed('oThird-huaian', ['admin'])
    const { id } = await proposed(third, chen.me.no, ['gifts'])
    const { decideRole } = storeMeeting(() =>
      as(admin, 'DELETE', `${paths.grant}/${third.me.id}/staff?region=${region}`),
    )
    expect(await decideRole({ id, by: second.me.id, decision: 'approved' })).toEqual({
      ...{ ok: false, error: 'role-proposer-not-admin' },
    })
    expect(await rolesOf(admin, chen.me.id)).toBeUndefined()
  })
})

describe('taking a proposal back', () => {
  it('is answered as done where it was this very withdrawal that met it', async () => {
    const { admin, chen, proposed, withdraw, storeMeeting } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const { withdrawRole } = storeMeeting(() => withdraw(admin, id))
    expect(await withdrawRole(id, admin.me.id)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
  })
})

describe('what may be proposed', () => {
  it('is only what takes two: the rest is granted at once', async () => {
    const { admin, chen, propose, listed } = await setUp()
    expect((await propose(admin, chen.me.no, ['review'])).json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ field: 'role.powers' }],
    })
    expect(await listed(admin)).toEqual([])
  })

  it('is repeated with its key after it was approved, to the same answer', async () => {
    const { admin, second, chen, propose, decide, newKey, listed } = await setUp()
    const key = newKey()
    await propose(admin, chen.me.no, ['gifts'], {}, key)
    const [{ id } = { id: '' }] = await listed(admin)
    expect((await decide(second, id)).status).toBe(200)
    expect((await propose(admin, chen.me.no, ['gifts'], {}, key)).json()).toMatchObject({
      id,
      state: 'approved',
    })
  })

  it('is shown for as long as it waits, however many were decided since', async () => {
    const { admin, chen, proposed, withdraw, listed, time } = await setUp()
    const [oldest, other] = [
      await proposed(admin, chen.me.no, ['gifts']),
      await proposed(admin, chen.me.no, ['gifts', 'audit']),
    ]
    const { table } = database
    const { putProposal } = roleProposalStore(table, { clock: () => time.now })
    const newer = (i: number) => `${region}-${'f'.repeat(29)}${String(i).padStart(3, '0')}`
    const decided = Array.from({ length: 100 }, (_, i) =>
      putProposal({ ...oldest, powers: ['gifts'], scope: undefined, state: 'rejected', id: newer(i) }),
    )
    expect((await table.transact(decided)).ok).toBe(true)
    const waiting = async () =>
      (await listed(admin)).filter(({ state }) => state === 'proposed').map(({ id }) => id)
    expect(await waiting()).toEqual([other.id, oldest.id])
    expect((await withdraw(admin, oldest.id)).status).toBe(200)
    expect(await waiting()).toEqual([other.id])
  })

  it('is limited: no more wait than may', async () => {
    const { admin, chen, proposed, propose, withdraw, time } = await setUp()
    const { id } = await proposed(admin, chen.me.no, ['gifts'])
    const open = openSet(database.table, openRoleProposalsKey, () => time.now)
    const until = new Date(time.now + dayMs).toISOString()
    for (let i = 1; i < mostOpen; i++)
      await database.table.transact([open.adding({ id: `${region}-${i}`, owner: region, until })])
    const more = () => propose(admin, chen.me.no, ['gifts'])
    expect((await more()).json()).toMatchObject({ status: 409, code: 'role-proposal-limit' })
    expect((await withdraw(admin, id)).status).toBe(200)
    expect((await more()).status).toBe(200)
    expect((await more()).status).toBe(409)
  })
})

describe('a city with one admin', () => {
  it('has a role within a part of it granted by command as well', async () => {
    const { admin, chen, proposed, store, listed } = await setUp({ admins: 1 })
    const scope = { kind: 'outlet', id: '320800-32080290' } as const
    await proposed(admin, chen.me.no, ['gifts'], { scope })
    expect((await store.grantByOperator({ to: chen.me.id, role: staff(['gifts']), scope })).ok).toBe(true)
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['approved'])
  })

  it('may have what the command would approve withdrawn meanwhile: the grant is made all the same', async () => {
    const { admin, chen, proposed, storeMeeting, withdraw, listed, renewed } = await setUp({ admins: 1 })
    const gone = await proposed(admin, chen.me.no, ['gifts'])
    await proposed(admin, chen.me.no, ['gifts', 'audit'])
    const store = storeMeeting(() => withdraw(admin, gone.id))
    const role = staff(['gifts', 'audit'])
    expect((await store.grantByOperator({ to: chen.me.id, role })).ok).toBe(true)
    expect((await listed(admin)).map(({ state }) => state)).toEqual(['approved', 'withdrawn'])
    expect((await renewed(chen)).me.roles).toEqual([staff(['gifts', 'audit'])])
  })

  it('may have many waiting for one person: the command approves the newest of them in its one transaction', async () => {
    const { admin, chen, proposed, store, listed } = await setUp({ admins: 1 })
    for (let i = 0; i < 25; i++) await proposed(admin, chen.me.no, ['gifts'])
    const role = staff(['gifts'])
    for (const open of [15, 5, 0]) {
      expect((await store.grantByOperator({ to: chen.me.id, role })).ok).toBe(true)
      expect((await listed(admin)).filter(({ state }) => state === 'proposed')).toHaveLength(open)
    }
  })

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
