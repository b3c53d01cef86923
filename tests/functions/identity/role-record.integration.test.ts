/** Every change of somebody's roles stands in the record of what staff did, written in the transaction of the change. */
import { type AuditRecord, operatorId } from '../../../functions/audit/contract'
import { recordReader } from '../../../functions/audit/store/reads'
import {
  type Role,
  roleChangesResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { createIdentityWorld } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const region = '320800'
type Powers = Extract<Role, { kind: 'staff' }>['powers']
const staff = (powers: Powers): Role => ({ kind: 'staff', region, powers })
const outlet = { kind: 'outlet', id: '320800-32080290' } as const

const sentSchema = z.object({ TransactItems: z.array(z.record(z.string(), z.unknown())) })
const tableSchema = z.object({ TableName: z.string() })

/** An admin, somebody who holds nothing, and what each transaction wrote to. */
const setUp = async () => {
  const client = database.client()
  const transactions: string[][] = []
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        if (commandName.startsWith('TransactWrite')) {
          const items = z.parse(sentSchema, args.input).TransactItems.flatMap((item) => Object.values(item))
          transactions.push(items.map((item) => z.parse(tableSchema, item).TableName))
        }
        return next(args)
      },
    { step: 'initialize', name: 'transactionsSeen' },
  )
  const world = createIdentityWorld(database, wechat, { client })
  const { login, appoint, refresh, as } = world
  const renewed = async (session: SessionResponse) =>
    z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
  const first = await login('oAdmin-huaian')
  await appoint(first, staff(['admin', 'audit']))
  return {
    ...world,
    renewed,
    transactions,
    admin: await renewed(first),
    chen: await login('oChen-owner-abc'),
    grant: (by: SessionResponse, to: SessionResponse, role: Role, scope?: object) =>
      as(by, 'POST', '/api/staff/roles', { no: to.me.no, role, ...(scope && { scope }) }),
    revoke: (by: SessionResponse, from: SessionResponse, kind: Role['kind']) =>
      as(by, 'DELETE', `/api/staff/roles/${from.me.id}/${kind}?region=${region}`),
    recorded: async (): Promise<AuditRecord[]> =>
      (await recordReader(database.tableOf('audit')).ofMonth(region, '2036-11', null, 50)).records,
  }
}

describe('in the record of what staff did stands', () => {
  it('what an admin grants and takes, field by field', async () => {
    const { admin, chen, grant, revoke, time, recorded } = await setUp()
    const steps = [
      () => grant(admin, chen, staff(['review'])),
      () => grant(admin, chen, staff(['review', 'publish'])),
      () => grant(admin, chen, { kind: 'owner', region, outlets: [outlet.id] }),
      () => grant(admin, chen, staff(['review']), outlet),
      () => revoke(admin, chen, 'staff'),
    ]
    for (const step of steps) {
      time.now += 1000
      expect((await step()).status).toBe(200)
    }
    const [by, subject] = [admin.me.id, chen.me.id]
    const one = (action: string, field: string, before: string, after: string) =>
      expect.objectContaining({ by, subject, action, changes: [{ field, before, after }] })
    expect((await recorded()).slice(0, 5)).toEqual([
      one('role-revoked', 'powers', 'review,publish', ''),
      one('role-granted', `powers.outlet.${outlet.id}`, '', 'review'),
      one('role-granted', 'owner', '', outlet.id),
      one('role-granted', 'powers', 'review', 'review,publish'),
      one('role-granted', 'powers', '', 'review'),
    ])
  })

  it('what the operator grants by command, under an id that is nobody’s', async () => {
    const { admin, recorded } = await setUp()
    expect(await recorded()).toMatchObject([
      { action: 'role-granted', by: operatorId, subject: admin.me.id, changes: [{ after: 'admin,audit' }] },
    ])
  })

  it('what the operator approves of what was proposed', async () => {
    const { admin, chen, call, store, recorded, time } = await setUp()
    const hex = time.now.toString(16).padStart(12, '0')
    const headers = {
      authorization: `Bearer ${admin.access}`,
      'content-type': 'application/json',
      'idempotency-key': `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`,
    }
    const body = { no: chen.me.no, role: staff(['gifts']) }
    expect((await call('POST', '/api/staff/role-proposals', { headers, body })).status).toBe(200)
    await store.grantByOperator({ to: chen.me.id, role: staff(['gifts']) })
    const ofChen = (await recorded()).filter(({ subject }) => subject === chen.me.id)
    expect(ofChen.map(({ action, by }) => [action, by]).sort()).toEqual([
      ['role-approved', operatorId],
      ['role-granted', operatorId],
      ['role-proposed', admin.me.id],
    ])
  })

  it('that whoever left gave up their roles', async () => {
    const { admin, chen, grant, renewed, as, time, recorded } = await setUp()
    await grant(admin, chen, staff(['review']))
    time.now += 1000
    expect((await as(await renewed(chen), 'DELETE', '/api/me')).status).toBe(200)
    expect((await recorded())[0]).toMatchObject({
      ...{ action: 'role-left', by: chen.me.id, subject: chen.me.id },
      changes: [{ field: 'powers', before: 'review', after: '' }],
    })
  })

  it('nothing of what changed nothing or was refused', async () => {
    const { admin, chen, grant, revoke, recorded } = await setUp()
    await grant(admin, chen, staff(['review']))
    const before = await recorded()
    expect(before).toHaveLength(2)
    await grant(admin, chen, staff(['review']))
    await revoke(admin, chen, 'owner')
    expect((await grant(admin, chen, staff(['gifts']))).status).toBe(409)
    expect((await revoke(admin, admin, 'staff')).status).toBe(409)
    expect(await recorded()).toEqual(before)
  })
})

it('the record is written in the one transaction that changes the role', async () => {
  const { admin, chen, grant, transactions } = await setUp()
  const before = transactions.length
  await grant(admin, chen, staff(['review']))
  const [written, ...others] = transactions.slice(before)
  expect(others).toEqual([])
  expect(new Set(written)).toEqual(new Set(['identity', 'audit'].map(database.tableNameOf)))
})

it('the desks of before read the changes of roles as they did', async () => {
  const { admin, chen, grant, as } = await setUp()
  await grant(admin, chen, staff(['review']))
  const answer = await as(admin, 'GET', `/api/staff/roles/changes?region=${region}&month=2036-11`)
  const { changes } = z.parse(roleChangesResponseSchema, answer.json())
  expect(changes.map((change) => [change.by, change.deed, change.after])).toEqual(
    expect.arrayContaining([
      [admin.me.id, 'granted', [staff(['review'])]],
      [null, 'granted', [staff(['admin', 'audit'])]],
    ]),
  )
})
