/** What is logged leads to nobody and opens nothing: every flow is walked, then every line is looked through. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withCheck } from '../../../functions/points/rules/code'
import * as z from '../../../functions/shared/zod'
import { type Fault, withFaults } from '../../support/faults/faults'
import { answeredAs, everything, type Listed, send } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import { city, outlets } from '../../support/worlds/points-world'
import { appSecret, sessionKeyOf } from '../../support/worlds/wechat'
import { linsOpenid, setUp, whoMay, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const [phone, note] = ['13812345678', '找张三']
const position = { lng: '119.024681', lat: '33.597531' }
const address = '203.0.113.77'
const sent = { sourceIp: address, headers: { 'user-agent': '张三的手机', 'x-forwarded-for': address } }

/** Everything is asked once as it should be, by whoever may; what was sent and what came back is remembered. */
const walk = async (scene: Scene, seen: string[]) => {
  const isLast = (one: Listed) => (one.endsWhoAsks ? 1 : 0)
  const inOrder = [...everything].sort((a, b) => isLast(a) - isLast(b))
  for (const one of inOrder) {
    const who = one.endsWhoAsks ? await scene.stage.enter('oLeaving-0001') : whoMay(scene, one)
    const request = await one.ask(scene, who)
    const answer = await send(scene, one, request, who.session)
    expect([one.name, answer.status]).toEqual([one.name, answeredAs(one)])
    // The catalogue and the description of the API are the same for all.
    if (answer.status === 200 && answer.headers['cache-control']?.includes('no-store'))
      seen.push(answer.bytes.toString())
    seen.push(JSON.stringify(request.body ?? ''), who.session.access, who.session.refresh)
  }
}

/** What goes wrong, with something in it that somebody might be tempted to log. */
const stumble = async (scene: Scene) => {
  const { stage, lin } = scene
  const as = { ...sent, headers: { ...sent.headers, authorization: `Bearer ${lin.session.access}` } }
  const json = { ...as, headers: { ...as.headers, 'content-type': 'application/json' } }
  const [points, identity, places] = [stage.apiOf('points'), stage.apiOf('identity'), stage.apiOf('places')]
  await places.call('GET', `/api/places/nearby?lng=${position.lng}&lat=${position.lat}`, sent)
  await places.call('GET', `/api/places/nearby/${position.lng},${position.lat}`, sent)
  // With the telephone it is refused, without it taken.
  for (const written of [`${note} ${phone}`, note])
    await places.post(
      `/api/places/${outlets.first}/reports`,
      { fact: 'gone', note: written, credit: true },
      json,
    )
  for (const target of [
    `/api/orders/${phone}`,
    `/api/me/${linsOpenid}`,
    `/api/gifts?region=${city}&phone=${phone}`,
  ])
    for (const api of [points, identity]) await api.call('GET', target, as)
  for (let i = 0; i < 11; i++) {
    await points.post('/api/points/codes', { code: withCheck(`ZZZZZZZZ${100 + i}`) }, json)
    await points.post('/api/points/visits', { place: outlets.first, digits: `9999${1000 + i}` }, json)
  }
  const keeper = { headers: { authorization: `Bearer ${scene.keeper.session.access}` } }
  for (let i = 0; i < 6; i++)
    await points.post('/api/pickups/checks', { place: outlets.first, digits: `0000${1000 + i}` }, keeper)
  await identity.post('/api/sessions', { code: 'a-code-of-nobody' }, sent)
  for (const mood of [
    { errcode: -1 },
    { errcode: 45011 },
    { text: `${linsOpenid} <html>` },
    'cut',
  ] as const) {
    wechat.server.mood = mood
    await identity.post('/api/sessions', { code: stage.newLoginCode(linsOpenid) }, sent)
  }
  wechat.server.mood = null
  stage.time.now += 60_000
  await identity.post('/api/sessions/refresh', { refresh: lin.session.refresh }, sent)
  stage.time.now += 60_000
  await identity.post('/api/sessions/refresh', { refresh: lin.session.refresh }, sent)
}

/** Values of that kind in JSON or beside it, whatever field they stand in. */
const traces = (seen: readonly string[], scene: Scene): string[] => {
  const text = seen.join('\n')
  const fields = (name: string) =>
    [...text.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, value = '']) => value)
  const tokens = [...fields('access'), ...fields('refresh'), ...seen.filter((one) => one.startsWith('eyJ'))]
  const people = [scene.lin, scene.chief, scene.second, scene.keeper, scene.guest]
  return [
    ...tokens.flatMap((token) => [token, ...token.split('.').slice(1)]),
    ...['secret', 'ticket', 'key', 'openid', 'no', 'person', 'code', 'digits', 'proposedBy', 'by'].flatMap(
      fields,
    ),
    ...fields('id').filter((id) => /^[0-9a-z]{20}$/.test(id)),
    ...people.flatMap(({ openid, session: { me } }) => [openid, me.id, me.no, sessionKeyOf(openid)]),
    ...[phone, note, position.lng, position.lat, address, '张三', appSecret, scene.stage.secret],
    ...[scene.stage.keys.private.d, 'a-code-of-nobody', '补记', '淮海东路'],
    // Of what is too short to mean anything there is too much everywhere.
  ].filter((trace) => trace.length > 1)
}

describe('the log', () => {
  it('has nothing in it of a person, a token, a code or a position, whatever was asked and however it failed', async () => {
    let fault: Fault | null = null
    const client = withFaults(database.client({ maxAttempts: 1 }), () => fault)
    const { stage, scene } = await setUp(database, wechat, { client })
    const seen: string[] = []
    await walk(scene, seen)
    await stumble(scene)
    const { items, broken } = await breakGift(scene)
    for (const one of everything.filter(({ name }) => ['gift', 'me', 'order', 'account'].includes(name))) {
      const who = await stage.enter('oAgain-0001')
      const request = one.name === 'gift' ? { target: `/api/gifts/${broken}` } : await one.ask(scene, who)
      fault = one.name === 'gift' ? null : 'throttle'
      await send(scene, one, request, who.session)
      fault = null
      seen.push(who.session.access, who.session.refresh)
    }
    expect(items).toBe(1)
    const lines = stage.logged
    const codes = new Set(lines.map((line) => z.parse(z.object({ code: z.string() }), JSON.parse(line)).code))
    expect([...codes].sort()).toEqual(expected)
    const all = lines.join('\n')
    const looked = [...new Set(traces(seen, scene))]
    expect(looked.length).toBeGreaterThan(100)
    expect(looked.filter((trace) => all.includes(trace))).toEqual([])
    expect(all).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    expect(all).not.toMatch(/eyJ|Bearer/)
    for (const line of lines) isPlain(JSON.parse(line))
    expect(lines.length).toBeGreaterThan(150)
  })
})

const expected = [
  'catalogue-loaded',
  'code-tries-locked',
  'fresh-code-used',
  'login-refused',
  'media-not-checked',
  'pickup-tries-locked',
  'request-answered',
  'request-crashed',
  'session-reused',
  'table-unavailable',
  'text-not-checked',
  'wechat-failed',
  'wechat-pushed',
]

/** A gift that has lost its shape and holds what nobody should read: its reader crashes. */
const breakGift = async ({ stage, soldOut }: Scene) => {
  const items = (await database.scan('points')).filter(
    ({ SK, name }) => SK === soldOut.id && name !== undefined,
  )
  for (const item of items) {
    const { PK, SK } = z.parse(z.object({ PK: z.string(), SK: z.string() }), item)
    await database.tableOf('points').putOne({ ...item, PK, SK, name: 7, about: { [phone]: note } })
  }
  stage.time.now += 60_000
  return { items: items.length, broken: soldOut.id }
}

const routes = ['unmatched', ...everything.map(({ operation }) => operation.path)]
const page = readFileSync(join(__dirname, '../../../docs/logging.md'), 'utf8')

/** Fields that docs/logging.md names, each with a value of the one form it can have. */
const isPlain = ({ time, level, code, ...fields }: Record<string, unknown>) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` |`)) ?? ''
  const forms: Record<string, RegExp> = {
    batch: /^320800-[0-9a-z]{10}$/,
    requestId: /^request-\d{1,4}$/,
    method: /^[A-Z]{3,7}$/,
    status: /^\d{3}$/,
    ms: /^\d{1,6}$/,
    problem: /^[a-z-]{4,40}$/,
    cause: /^[\w-]{1,40}$/,
    errcode: /^-?\d{1,5}$/,
    place: /^\d{6}-\d{8}$/,
    region: /^\d{6}$/,
    version: /^\d{1,4}$/,
    bytes: /^\d{1,7}$/,
    from: /^(pack|places)$/,
    error: /^\w{1,40}$/,
  }
  expect({ time, level }).toEqual({ time: expect.stringMatching(/^[\dT:.-]+Z$/), level: expect.any(String) })
  for (const [name, value] of Object.entries(fields)) {
    expect(row).toContain(`\`${name}\``)
    if (name === 'route') expect(routes).toContain(value)
    else if (name === 'stack') expect(value).toEqual(expect.arrayContaining([expect.stringMatching(/^at /)]))
    else
      expect({ code, [name]: String(value) }).toEqual({
        code,
        [name]: expect.stringMatching(forms[name] ?? /^$/),
      })
  }
}
