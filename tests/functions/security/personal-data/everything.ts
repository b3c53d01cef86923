/**
 * One person has everything there is to have: reports, orders, entries, adjustments, roles, acts as staff, tickets, devices,
 * proposals.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type DomainName, domains } from '../../../../functions/domains'
import { entrySchema } from '../../../../functions/exhibition/contract/entries'
import { powers, ticketResponseSchema } from '../../../../functions/identity/contract'
import { adjustmentSchema, proposalSchema, type RulesOfCity } from '../../../../functions/points/contract'
import { awards } from '../../../../functions/points/fragments'
import * as z from '../../../../functions/shared/zod'
import type { TestDatabase } from '../../../support/engine/engine'
import { createStage } from '../../../support/stage/create-stage'
import { stageDomain } from '../../../support/stage/domains'
import { createScene } from '../../../support/stage/scene'
import type { Somebody, Stage } from '../../../support/stage/stage'
import { city, outlets } from '../../../support/worlds/points-world'
import type { WeChatServer } from '../../../support/worlds/wechat'

export const openid = 'oEverything-0001'
/** Words about the person, each found again anywhere. */
const words = {
  granted: '补记一次走访',
  refused: '重复的补记',
  open: '还没有决定的补记',
  name: '林会计',
}
const holdings = domains.flatMap(({ name }) => stageDomain(name).holding ?? [])
/** Words that somebody wrote as the person or about them. */
export const personalWords = [...Object.values(words), ...holdings.flatMap((holding) => holding.words)]
/** What the person wrote as staff, about others and the centre's things. */
export const wordsOfStaff = { reason: '走访补记', label: '秋季活动', why: '数量和申请单不符' }

const asking =
  (stage: Stage) =>
  async <T extends z.ZodMiniType>(
    who: Somebody | null,
    [domain, method, target]: readonly [DomainName, string, string],
    schema: T,
    body?: unknown,
  ): Promise<z.infer<T>> => {
    const headers = {
      ...(who && { authorization: `Bearer ${who.session.access}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'idempotency-key': stage.key(),
    }
    const answer = await stage.call(domain, method, target, { headers, body })
    if (answer.status !== 200) throw new Error(`${method} ${target}: ${answer.status} ${answer.bytes}`)
    return z.parse(schema, answer.json())
  }

const anything = z.unknown()

export type World = Awaited<ReturnType<typeof createEverything>>

export const createEverything = async (
  database: TestDatabase,
  wechat: WeChatServer,
  options: { client?: DynamoDBDocumentClient } = {},
) => {
  const stage = await createStage(database, wechat, options)
  const ask = asking(stage)
  const staff = { kind: 'staff' as const, region: city, powers: [...powers] }
  const lin = await stage.enter(openid, [staff])
  const scene = await createScene(stage, lin)
  const { chief, second, guest, onSale, soldOut } = scene

  const adjust = (by: Somebody, person: string, text: string) =>
    ask(by, ['points', 'POST', '/api/staff/adjustments'], adjustmentSchema, {
      ...{ region: city, person, points: 5, text },
    })
  const decide = ({ id }: { id: string }, by: Somebody, approve: boolean) =>
    ask(by, ['points', 'POST', `/api/staff/adjustments/${id}/decision`], anything, { approve })

  await ask(lin, ['places', 'POST', `/api/staff/reports/${await scene.report()}/decision`], anything, {
    ...{ accept: true, settled: false },
  })

  // As a citizen.
  const ended = await scene.order()
  await ask(lin, ['points', 'POST', `/api/orders/${ended.id}/cancel`], anything, {})
  await scene.order()
  await ask(lin, ['points', 'POST', `/api/gifts/${soldOut.id}/waiting`], anything, {})
  await ask(lin, ['points', 'POST', '/api/points/codes'], anything, { code: await scene.newCode() })
  await ask(lin, ['points', 'POST', '/api/points/visits'], anything, {
    ...{ place: outlets.first, digits: scene.counterDigits() },
  })
  await stage.call('points', 'POST', '/api/points/codes', {
    headers: { authorization: `Bearer ${lin.session.access}`, 'content-type': 'application/json' },
    body: { code: '0000-0000-0000' },
  })
  const { id } = lin.session.me
  await decide(await adjust(chief, id, words.granted), second, true)
  await decide(await adjust(chief, id, words.refused), second, false)
  await adjust(chief, id, words.open)
  for (const { make } of holdings) await make(scene, lin)
  const ticket = await ask(null, ['identity', 'POST', '/api/sessions/tickets'], ticketResponseSchema, {})
  await scene.approve(ticket, lin)
  await ask(null, ['identity', 'POST', `/api/sessions/tickets/${ticket.id}/session`], anything, {
    secret: ticket.secret,
  })

  // A piece comes free for whoever waits, and somebody earns as nobody does.
  await ask(chief, ['points', 'POST', `/api/staff/gifts/${soldOut.id}/stock`], anything, {
    ...{ change: 1, version: soldOut.version },
  })
  await ask(chief, ['points', 'PUT', `/api/staff/rules/${city}`], anything, await frugal(scene.rules()))
  await awards(database.tableOf('points'), { clock: () => stage.time.now }).transactWithAward([], {
    ...{ person: id, region: city, rule: 'event', subject: 'walk', at: stage.time.now },
    reason: { type: 'event', subject: 'walk', label: '健步走' },
  })

  // As staff.
  await ask(chief, ['identity', 'PUT', `/api/staff/persons/${id}/name`], anything, {
    ...{ region: city, name: words.name },
  })
  await decide(
    await adjust(lin, guest.session.me.id, wordsOfStaff.reason).catch(async () => {
      await scene.give(guest, 10)
      return adjust(lin, guest.session.me.id, wordsOfStaff.reason)
    }),
    second,
    true,
  )
  const batch = { region: city, label: wordsOfStaff.label, count: 1, points: 1, until: '2036-12-31' }
  const proposal = await ask(lin, ['points', 'POST', '/api/staff/proposals'], proposalSchema, {
    ...{ operation: 'createBatch', request: batch },
  })
  await ask(chief, ['points', 'POST', `/api/staff/proposals/${proposal.id}/decision`], anything, {
    approve: true,
  })
  // One that nobody has decided.
  await ask(lin, ['points', 'POST', '/api/staff/proposals'], proposalSchema, {
    ...{ operation: 'createBatch', request: { ...batch, label: '春季活动' } },
  })
  const refused = await ask(chief, ['points', 'POST', '/api/staff/proposals'], proposalSchema, {
    ...{ operation: 'createBatch', request: { ...batch, label: '社区义诊' } },
  })
  await ask(lin, ['points', 'POST', `/api/staff/proposals/${refused.id}/decision`], anything, {
    ...{ approve: false, why: wordsOfStaff.why },
  })
  await ask(
    lin,
    ['points', 'GET', `/api/staff/ledger?region=${city}&person=${guest.session.me.id}`],
    anything,
  )
  await ask(chief, ['points', 'GET', `/api/staff/ledger?region=${city}&person=${id}`], anything)
  await ask(lin, ['identity', 'POST', '/api/staff/roles'], anything, {
    no: guest.session.me.no,
    role: { kind: 'salesperson', region: city, outlets: [outlets.plain] },
  })
  await ask(lin, ['identity', 'POST', '/api/staff/role-proposals'], anything, {
    no: guest.session.me.no,
    role: { kind: 'staff', region: city, powers: ['gifts'] },
  })
  await ask(lin, ['points', 'POST', `/api/staff/gifts/${onSale.id}/stock`], anything, {
    ...{ change: 1, version: scene.pictured.version },
  })
  const entries = '/api/staff/exhibition/entries'
  const content = { kind: 'exhibit', gallery: 'stories', position: 1, title: '收据', blocks: [] }
  const entry = await ask(lin, ['exhibition', 'POST', entries], entrySchema, { region: city, content })
  await ask(lin, ['exhibition', 'POST', `${entries}/${entry.id}/submission`], anything, { revision: 1 })
  // What they did to another's: no more than a save.
  const others = await ask(chief, ['exhibition', 'POST', entries], entrySchema, { region: city, content })
  await ask(lin, ['exhibition', 'PUT', `${entries}/${others.id}`], anything, {
    ...{ base: 1, content: { ...content, title: '一张收据' } },
  })
  const upload = { region: city, type: 'image/png', bytes: 100 }
  await ask(lin, ['media', 'POST', '/api/staff/media'], anything, upload)
  return { stage, ask, lin, chief, scene }
}

/** So little a month that one event is much. */
const frugal = async (rules: Promise<RulesOfCity>): Promise<RulesOfCity> => {
  const { limits, ...rest } = await rules
  return { ...rest, limits: { ...limits, monthlyEarning: 30 } }
}

/** Status of the answer. */
export const leave = async ({ stage, lin }: Pick<World, 'stage' | 'lin'>): Promise<number> => {
  const headers = { authorization: `Bearer ${lin.session.access}` }
  return (await stage.call('identity', 'DELETE', '/api/me', { headers })).status
}
