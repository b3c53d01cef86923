/**
 * One person has everything there is to have: reports, orders, entries, adjustments, roles, acts as staff, tickets, devices,
 * proposals. What is held of them is shown to them; then they delete it, and all tables are read for what is left.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type DomainName, domains } from '../../../functions/domains'
import { entrySchema } from '../../../functions/exhibition/contract/entries'
import { exportResponseSchema, powers, ticketResponseSchema } from '../../../functions/identity/contract'
import { openReportsResponseSchema, reportResponseSchema } from '../../../functions/places/contract'
import { adjustmentSchema, proposalSchema, type RulesOfCity } from '../../../functions/points/contract'
import { awards } from '../../../functions/points/fragments'
import { type Item, maxWrites } from '../../../functions/shared/table'
import * as z from '../../../functions/shared/zod'
import { city, outlets } from '../../support/points-world'
import { createStage } from '../../support/stage/create-stage'
import { createScene } from '../../support/stage/scene'
import type { Somebody, Stage } from '../../support/stage/stage'
import { withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

const openid = 'oEverything-0001'
/** Words that somebody wrote as the person or about them, each found again anywhere. */
const words = {
  note: '门口的灯坏了三天',
  granted: '补记一次走访',
  refused: '重复的补记',
  open: '还没有决定的补记',
  name: '林会计',
}
/** What the person wrote as staff, about others and the centre's things. */
const wordsOfStaff = { reason: '走访补记', label: '秋季活动', why: '数量和申请单不符' }

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

const setUp = async (options: { client?: DynamoDBDocumentClient } = {}) => {
  const stage = await createStage(database, wechat.server, options)
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
  await ask(lin, ['places', 'POST', `/api/places/${outlets.station}/reports`], anything, {
    ...{ fact: 'wrong-hours', note: words.note, credit: true },
  })
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
  const upload = { region: city, type: 'image/png', bytes: 100 }
  await ask(lin, ['media', 'POST', '/api/staff/media'], anything, upload)
  return { stage, ask, lin, chief, scene }
}

/** So little a month that one event is much. */
const frugal = async (rules: Promise<RulesOfCity>): Promise<RulesOfCity> => {
  const { limits, ...rest } = await rules
  return { ...rest, limits: { ...limits, monthlyEarning: 30 } }
}

const leave = async ({ stage, lin }: Pick<Awaited<ReturnType<typeof setUp>>, 'stage' | 'lin'>) => {
  const headers = { authorization: `Bearer ${lin.session.access}` }
  return (await stage.call('identity', 'DELETE', '/api/me', { headers })).status
}

/** One line of the table: which items, and whether they are erased with the deletion. */
type Line = { table: string; item: RegExp; name: string; isErased: boolean }

const tableOf = (text: string): Line[] => {
  const [, table = ''] = /<!-- table -->([\s\S]*?)<!-- end -->/.exec(text) ?? []
  return table.split('\n').flatMap((line) => {
    const [, where = '', item = '', , after = ''] = line.split('|').map((cell) => cell.trim())
    const [, name] = /^`(.+)`$/.exec(item) ?? []
    if (name === undefined) return []
    const pattern = name.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return [{ table: where, item: new RegExp(`^${pattern.join('.+')}$`), name, isErased: after === 'erased' }]
  })
}
const listed = tableOf(readFileSync(join(__dirname, '../../../docs/personal-data.md'), 'utf8'))

type Found = { table: string; key: string; text: string }
const textOf = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? [...value] : value))
const foundIn = async (stage: Stage): Promise<Found[]> => {
  const keyed = (table: string, item: Item) => ({
    table,
    key: `${item.PK} / ${item.SK}`,
    text: textOf(item),
  })
  return Object.entries(await stage.scan()).flatMap(([table, items]) =>
    items.map((item) => keyed(table, item)),
  )
}
/** Puts all tables back as they were. */
const restore = async (stage: Stage, before: Record<string, Item[]>) => {
  const now = await stage.scan()
  const asKey = ({ PK, SK }: Item) => ({ PK: String(PK), SK: String(SK) })
  const keyOf = (item: Item) => JSON.stringify(asKey(item))
  for (const [name, items] of Object.entries(before)) {
    const table = database.tableOf(name)
    const kept = new Set(items.map(keyOf))
    const gone = (now[name] ?? []).filter((item) => !kept.has(keyOf(item)))
    const unchanged = new Set((now[name] ?? []).map(textOf))
    const writes = [
      ...gone.map((item) => table.remove(asKey(item))),
      ...items
        .filter((item) => !unchanged.has(textOf(item)))
        .map((item) => table.put({ ...item, ...asKey(item) })),
    ]
    for (let from = 0; from < writes.length; from += maxWrites)
      await table.transact(writes.slice(from, from + maxWrites))
  }
}
const linesOf = ({ table, key }: Found) =>
  listed.filter((line) => line.table === table && line.item.test(key))

describe('what is held of a person who has everything', () => {
  it('has a line for every domain that holds something of people', () => {
    const holding = domains.filter(({ personalData }) => personalData.length > 0).map(({ name }) => name)
    const tables = new Set(listed.map(({ table }) => table))
    expect(holding.filter((name) => !tables.has(name))).toEqual([])
  })

  it('is in the list of what is held, item by item', async () => {
    const { stage, lin } = await setUp()
    const { id, no } = lin.session.me
    const theirs = (await foundIn(stage)).filter(({ text }) =>
      [id, no, openid].some((one) => text.includes(one)),
    )
    expect(theirs.filter((found) => linesOf(found).length === 0).map(({ key }) => key)).toEqual([])
    // And the world of this test has every kind of them, but those that only leaving makes.
    const met = new Set(theirs.flatMap(linesOf))
    const seldom = ['revocation#… / revocation', 'person#… / left', 'leaving / …']
    expect(
      listed
        .filter((line) => !met.has(line))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(seldom.sort())
  })

  it('is gone when they go, but for the bare id where the list says so', async () => {
    const { stage, lin, ask, chief } = await setUp()
    expect(await leave({ stage, lin })).toBe(200)
    const { id, no } = lin.session.me
    const left = await foundIn(stage)
    const exposed = (texts: readonly string[]) =>
      left
        .filter(({ text }) => texts.some((one) => text.includes(one)))
        .map(({ table, key }) => `${table}: ${key}`)
    expect(exposed([openid, no])).toEqual([])
    expect(exposed(Object.values(words))).toEqual([])
    const withId = left.filter(({ text }) => text.includes(id))
    expect(withId.filter(({ text }) => text.includes('creditTo'))).toEqual([])
    expect(
      withId.filter((one) => !linesOf(one).some(({ isErased }) => !isErased)).map(({ key }) => key),
    ).toEqual([])
    // Something is wrong with the place all the same, and staff still see it.
    const { reports } = await ask(
      chief,
      ['places', 'GET', `/api/staff/reports?region=${city}`],
      openReportsResponseSchema,
    )
    expect(reports).toContainEqual(
      expect.objectContaining({ fact: 'wrong-hours', note: null, credit: false }),
    )
  })

  it('is all of it in their export: what they reported, were given, did, and what others wrote about them', async () => {
    const { ask, lin, scene } = await setUp()
    const exported = await ask(lin, ['identity', 'GET', '/api/me/export'], exportResponseSchema)
    const text = JSON.stringify(exported)
    for (const written of Object.values(words)) expect(text).toContain(written)
    expect(exported.reports).toEqual([
      expect.objectContaining({ place: outlets.station, fact: 'wrong-hours', note: words.note }),
    ])
    expect(exported.roleChanges?.own).toEqual([
      expect.objectContaining({
        region: city,
        deed: 'granted',
        after: [expect.objectContaining({ kind: 'staff' })],
      }),
    ])
    expect(exported.roleChanges?.made).toEqual([expect.objectContaining({ region: city, deed: 'granted' })])
    expect(exported.acts?.list.map(({ action }) => action).sort()).toEqual(
      [
        'adjustment-proposed',
        'batch-created',
        'entry-created',
        'entry-submitted',
        'ledger-read',
        'proposal-made',
        'proposal-made',
        'proposal-rejected',
        'report-accepted',
        'role-granted',
        'role-proposed',
        'stock-changed',
      ].sort(),
    )
    // Others stay out of it.
    for (const other of [scene.guest, scene.chief, scene.second])
      expect(text).not.toContain(other.session.me.id)
  })

  it('keeps what they wrote as staff: the centre answers for it, in its books and its record, not as words of a citizen', async () => {
    const { stage, lin } = await setUp()
    expect(await leave({ stage, lin })).toBe(200)
    const left = await foundIn(stage)
    const kindsWith = (word: string) => [
      ...new Set(left.filter(({ text }) => text.includes(word)).map(({ key }) => key.replace(/#.*/, ''))),
    ]
    expect({
      reason: kindsWith(wordsOfStaff.reason).sort(),
      label: kindsWith(wordsOfStaff.label).sort(),
      why: kindsWith(wordsOfStaff.why).sort(),
    }).toEqual({
      reason: ['adjustments', 'person', 'record'],
      label: ['batches', 'proposals', 'record'],
      why: ['proposals', 'record'],
    })
  })

  it('is gone as well where the functions were killed after any one of their writes, and the clock or the person went on', async () => {
    const { client, killAfter } = killableClient()
    const { stage, lin } = await setUp({ client })
    const { id, no } = lin.session.me
    const before = await stage.scan()
    const traces = [openid, no, ...Object.values(words)]
    let [kills, marked] = [0, 0]
    for (let writes = 1; ; writes++) {
      killAfter(writes)
      const status = await leave({ stage, lin })
      killAfter(null)
      if (status === 200) break
      kills++
      const isMarked = (await foundIn(stage)).some(({ key }) => key === `leaving / ${id}`)
      if (isMarked) marked++
      // In turns; before the mark nothing is begun that a clock could go on with.
      if (isMarked && marked % 2 === 0) await stage.finishLeaving()
      else expect(await leave({ stage, lin })).toBe(200)
      const left = await foundIn(stage)
      expect(
        left.filter(({ text }) => traces.some((one) => text.includes(one))).map(({ key }) => key),
      ).toEqual([])
      const withId = left.filter(({ text }) => text.includes(id))
      expect(withId.filter((one) => !linesOf(one).some(({ isErased }) => !isErased))).toEqual([])
      await restore(stage, before)
    }
    expect(kills).toBeGreaterThan(10)
    expect(marked).toBeGreaterThan(10)
  })

  it('has nothing added by a token that outlives them: what they still report is counted, and nobody’s', async () => {
    const { stage, lin, ask } = await setUp()
    await leave({ stage, lin })
    const report = await ask(
      lin,
      ['places', 'POST', `/api/places/${outlets.plain}/reports`],
      reportResponseSchema,
      {
        ...{ fact: 'gone', note: '卷帘门拆了', credit: true },
      },
    )
    expect(report).toMatchObject({ counted: true, credited: false })
    const reports = (await foundIn(stage)).filter(({ key }) => key.startsWith('reports#'))
    expect(reports.some(({ text }) => text.includes('卷帘门拆了'))).toBe(true)
    expect(reports.filter(({ text }) => text.includes('creditTo'))).toEqual([])
  })
})

/** A client whose function is killed after so many writes: what it did stands, and nothing it asks for is heard any more. */
const killableClient = () => {
  const client = database.client()
  let left: number | null = null
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (left === 0) throw new Error('killed')
        const answer = await next(args)
        if (left !== null && !/^(Get|BatchGet|Query)/.test(commandName) && --left === 0)
          throw new Error('killed')
        return answer
      },
    { step: 'initialize', name: 'testKill' },
  )
  return {
    client,
    killAfter: (writes: number | null) => {
      left = writes
    },
  }
}
