/**
 * One person has everything there is to have: reports, orders, entries, adjustments, roles, acts as staff, tickets, devices,
 * proposals. What is held of them is shown to them; then they delete it, and all tables are read for what is left.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { exportResponseSchema, powers, ticketResponseSchema } from '../../../functions/identity/contract'
import { openReportsResponseSchema, reportResponseSchema } from '../../../functions/places/contract'
import { adjustmentSchema, proposalSchema, type RulesOfCity } from '../../../functions/points/contract'
import { awards } from '../../../functions/points/fragments'
import type { Item } from '../../../functions/shared/table'
import * as z from '../../../functions/shared/zod'
import { withEngine } from '../../support/engine'
import { city, outlets } from '../../support/points-world'
import { createScene } from '../../support/stage/scene'
import { createStage, type Domain, type Somebody, type Stage } from '../../support/stage/stage'
import { withWeChat } from './kit'

const bench = withEngine('identity', 'points', 'places')
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

const asking =
  (stage: Stage) =>
  async <T extends z.ZodMiniType>(
    who: Somebody | null,
    [domain, method, target]: readonly [Domain, string, string],
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
  const stage = await createStage(bench, wechat.server, options)
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
  await awards(bench.tableOf('points'), { clock: () => stage.time.now }).transactWithAward([], {
    ...{ person: id, region: city, rule: 'event', subject: 'walk', at: stage.time.now },
    reason: { type: 'event', subject: 'walk', label: '健步走' },
  })

  // As staff.
  await ask(chief, ['identity', 'PUT', `/api/staff/persons/${id}/name`], anything, {
    ...{ region: city, name: words.name },
  })
  await decide(
    await adjust(lin, guest.session.me.id, '走访补记').catch(async () => {
      await scene.give(guest, 10)
      return adjust(lin, guest.session.me.id, '走访补记')
    }),
    second,
    true,
  )
  const batch = { region: city, label: '秋季活动', count: 1, points: 1, until: '2036-12-31' }
  const proposal = await ask(lin, ['points', 'POST', '/api/staff/proposals'], proposalSchema, {
    ...{ operation: 'createBatch', request: batch },
  })
  await ask(chief, ['points', 'POST', `/api/staff/proposals/${proposal.id}/decision`], anything, {
    approve: true,
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
  await ask(lin, ['points', 'POST', `/api/staff/gifts/${onSale.id}/stock`], anything, {
    ...{ change: 1, version: scene.pictured.version },
  })
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
const foundIn = async (stage: Stage): Promise<Found[]> => {
  const keyed = (table: string, item: Item) => ({
    table,
    key: `${item.PK} / ${item.SK}`,
    text: JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? [...value] : value)),
  })
  return Object.entries(await stage.scan()).flatMap(([table, items]) =>
    items.map((item) => keyed(table, item)),
  )
}
const linesOf = ({ table, key }: Found) =>
  listed.filter((line) => line.table === table && line.item.test(key))

describe('what is held of a person who has everything', () => {
  it('is in the list of what is held, item by item', async () => {
    const { stage, lin } = await setUp()
    const { id, no } = lin.session.me
    const theirs = (await foundIn(stage)).filter(({ text }) =>
      [id, no, openid].some((one) => text.includes(one)),
    )
    expect(theirs.filter((found) => linesOf(found).length === 0).map(({ key }) => key)).toEqual([])
    // And the world of this test has every kind of them, but those that only leaving makes.
    const met = new Set(theirs.flatMap(linesOf))
    const seldom = ['revocation#… / revocation', 'person#… / left']
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
    const told = (texts: readonly string[]) =>
      left
        .filter(({ text }) => texts.some((one) => text.includes(one)))
        .map(({ table, key }) => `${table}: ${key}`)
    expect(told([openid, no])).toEqual([])
    expect(told(Object.values(words))).toEqual([])
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
    const told = await ask(lin, ['identity', 'GET', '/api/me/export'], exportResponseSchema)
    const text = JSON.stringify(told)
    for (const written of Object.values(words)) expect(text).toContain(written)
    expect(told.reports).toEqual([
      expect.objectContaining({ place: outlets.station, fact: 'wrong-hours', note: words.note }),
    ])
    expect(told.roleChanges?.own).toEqual([
      expect.objectContaining({
        region: city,
        deed: 'granted',
        after: [expect.objectContaining({ kind: 'staff' })],
      }),
    ])
    expect(told.roleChanges?.made).toEqual([expect.objectContaining({ region: city, deed: 'granted' })])
    expect(told.acts?.list.map(({ action }) => action).sort()).toEqual(
      [
        'adjustment-proposed',
        'batch-created',
        'ledger-read',
        'proposal-made',
        'report-accepted',
        'stock-changed',
      ].sort(),
    )
    // Others stay out of it.
    for (const other of [scene.guest, scene.chief, scene.second])
      expect(text).not.toContain(other.session.me.id)
  })

  it('is gone as well where the function died after every single write of it', async () => {
    const { client, dieAfter } = mortal()
    const { stage, lin } = await setUp({ client })
    const { id, no } = lin.session.me
    let deaths = 0
    for (let writes = 1; ; writes++) {
      dieAfter(writes)
      const status = await leave({ stage, lin })
      dieAfter(null)
      if (status === 200) break
      deaths++
    }
    expect(deaths).toBeGreaterThan(5)
    const left = await foundIn(stage)
    const traces = [openid, no, ...Object.values(words)]
    expect(left.filter(({ text }) => traces.some((one) => text.includes(one))).map(({ key }) => key)).toEqual(
      [],
    )
    const withId = left.filter(({ text }) => text.includes(id))
    expect(withId.filter((one) => !linesOf(one).some(({ isErased }) => !isErased))).toEqual([])
  })

  it('has nothing added by a token that outlives them: what they still report is counted, and nobody’s', async () => {
    const { stage, lin, ask } = await setUp()
    await leave({ stage, lin })
    const told = await ask(
      lin,
      ['places', 'POST', `/api/places/${outlets.plain}/reports`],
      reportResponseSchema,
      {
        ...{ fact: 'gone', note: '卷帘门拆了', credit: true },
      },
    )
    expect(told).toMatchObject({ counted: true, credited: false })
    const reports = (await foundIn(stage)).filter(({ key }) => key.startsWith('reports#'))
    expect(reports.some(({ text }) => text.includes('卷帘门拆了'))).toBe(true)
    expect(reports.filter(({ text }) => text.includes('creditTo'))).toEqual([])
  })
})

/** A client whose function dies after so many writes: what it did stands, and nothing it asks for is heard any more. */
const mortal = () => {
  const client = bench.client()
  let left: number | null = null
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (left === 0) throw new Error('dead')
        const answer = await next(args)
        if (left !== null && !/^(Get|BatchGet|Query)/.test(commandName) && --left === 0)
          throw new Error('dead')
        return answer
      },
    { step: 'initialize', name: 'testDeath' },
  )
  return {
    client,
    dieAfter: (writes: number | null) => {
      left = writes
    },
  }
}
