/**
 * The running product with people in it: bundles as they would be uploaded, behind the routes of the template, each held to
 * its role. What these walks need and no role grants would be refused here.
 */
import { domains } from '../../functions/domains'
import {
  accountSchema,
  adjustmentSchema,
  counterCodeSchema,
  earnedSchema,
  giftsResponseSchema,
  orderSchema,
  pickupCheckSchema,
  pickupCodeSchema,
} from '../../functions/points/contract'
import { counterDigits, pickupDigits } from '../../functions/points/rules/rolling-code'
import { keyOf } from '../../functions/shared/codes/rolling-code'
import * as z from '../../functions/shared/zod'
import { demoBatch, demoGifts } from '../../infra/demo/gifts/gifts'
import { demoOutlet, demoPeople, demoRegion, otherDemoOutlet } from '../../infra/demo/people'
import { openidOf } from '../../infra/local/stand-ins/wechat'
import { gatewayWalks } from './product/gateway'
import { pictureWalks } from './product/media'
import { aProduct, key } from './product/product'

const product = aProduct()
const { ask, good, login, logged, stack } = product
const anything = z.unknown()
const giftAt = (n: number) => demoGifts[n]?.id ?? ''
const accountOf = (as: string) =>
  good(accountSchema, 'GET', `/api/points/account?region=${demoRegion}`, { as })

describe('the people of the demonstration', () => {
  it('are offered by name, log in, and hold their roles', async () => {
    const { json } = await ask('GET', '/stand-in/people')
    expect(json).toEqual({ people: demoPeople.map(({ key, name, about }) => ({ key, name, about })) })
    for (const { key: person, roles } of demoPeople) expect((await login(person)).me.roles).toEqual(roles)
  })

  it('are three who publish in each city, for a text that two of them wrote', () => {
    for (const city of [demoRegion, '371600']) {
      const publishers = demoPeople.filter(({ roles }) =>
        roles.some(
          (role) => role.kind === 'staff' && role.region === city && role.powers.includes('publish'),
        ),
      )
      expect(publishers).toHaveLength(3)
    }
  })

  it('are refused where the request is malformed', async () => {
    expect((await ask('POST', '/stand-in/codes', { body: { person: '林阿姨' } })).status).toBe(400)
    expect((await ask('GET', '/stand-in/codes')).status).toBe(404)
  })

  it('find gifts with pictures, one of them sold out, and points whose entries say where they come from', async () => {
    const { gifts } = await good(giftsResponseSchema, 'GET', `/api/gifts?region=${demoRegion}`)
    const wanted = demoGifts.filter(({ region }) => region === demoRegion)
    expect(gifts.map(({ id, left }) => [id, left])).toEqual(wanted.map(({ id, pieces }) => [id, pieces]))
    expect(gifts.filter(({ state }) => state === 'sold-out')).toHaveLength(1)
    for (const { picture } of gifts) {
      const { status, headers } = await ask('GET', picture ?? '')
      expect([status, headers.get('content-type')]).toEqual([200, 'image/webp'])
      expect(headers.get('cache-control')).toContain('immutable')
    }
    expect(await accountOf('citizen-1')).toMatchObject({ balance: 680 })
    const entries = await ask('GET', `/api/points/entries?region=${demoRegion}`, { as: 'citizen-1' })
    expect(entries.json).toMatchObject({
      entries: [
        { kind: 'adjust', reason: { text: '演示用的起始积分' } },
        { kind: 'earn', reason: { label: '演示数据' } },
      ],
    })
  })
})

describe('within their roles', () => {
  it('the functions let a citizen earn, redeem, change their mind, and get the gift at the outlet', async () => {
    const citizen = { as: 'citizen-1' }
    await good(earnedSchema, 'POST', '/api/points/check-ins', { ...citizen, body: { region: demoRegion } })
    const { codes } = await good(
      z.object({ codes: z.array(z.object({ code: z.string() })) }),
      'GET',
      `/api/staff/code-batches/${demoBatch.id}/codes`,
      { as: 'staff-gifts' },
    )
    const used = { ...citizen, body: { code: codes[0]?.code } }
    expect(await good(earnedSchema, 'POST', '/api/points/codes', used)).toMatchObject({ repeated: false })

    const counter = await good(counterCodeSchema, 'GET', `/api/outlets/${demoOutlet}/counter-code`, {
      as: 'owner',
    })
    const visit = { place: demoOutlet, digits: counterDigits(keyOf(counter.key), Date.now()) }
    await good(earnedSchema, 'POST', '/api/points/visits', { ...citizen, body: visit })
    expect(await accountOf('citizen-1')).toMatchObject({ balance: 680 + 2 + 30 + 5 })

    const body = { gift: giftAt(0), outlet: demoOutlet }
    const order = await good(orderSchema, 'POST', '/api/orders', { ...citizen, body, key: key() })
    await good(orderSchema, 'POST', `/api/orders/${order.id}/cancel`, { ...citizen, body: {} })
    const repeated = await good(orderSchema, 'POST', '/api/orders', { ...citizen, body, key: key() })

    const code = await good(pickupCodeSchema, 'GET', `/api/orders/${repeated.id}/pickup-code`, citizen)
    const digits = pickupDigits(keyOf(code.key), code.slot, Date.now())
    const elsewhere = { as: 'salesperson', body: { place: otherDemoOutlet, digits } }
    expect((await ask('POST', '/api/pickups/checks', elsewhere)).status).toBeGreaterThanOrEqual(400)
    const check = { as: 'owner', body: { place: demoOutlet, digits } }
    const { ticket } = await good(pickupCheckSchema, 'POST', '/api/pickups/checks', check)
    await good(anything, 'POST', '/api/pickups', { as: 'owner', body: { place: demoOutlet, ticket } })
    expect(await good(orderSchema, 'GET', `/api/orders/${repeated.id}`, citizen)).toMatchObject({
      state: 'picked-up',
    })
  })

  it('let one wait for what is sold out, and be offered it when staff bring more', async () => {
    const soldOut = giftAt(4)
    await good(anything, 'POST', `/api/gifts/${soldOut}/waiting`, { as: 'citizen-2', body: {} })
    const { gifts } = await good(
      z.object({ gifts: z.array(z.looseObject({ id: z.string(), version: z.int() })) }),
      'GET',
      `/api/staff/gifts?region=${demoRegion}`,
      { as: 'staff-gifts' },
    )
    const version = gifts.find(({ id }) => id === soldOut)?.version
    const more = { as: 'staff-gifts', body: { change: 1, version } }
    await good(anything, 'POST', `/api/staff/gifts/${soldOut}/stock`, more)
    const waiting = await ask('GET', `/api/gifts/${soldOut}/waiting`, { as: 'citizen-2' })
    expect(waiting.json).toMatchObject({ state: 'offered' })
    await stack().runSchedule('points-sweep-offers')
    await good(anything, 'DELETE', `/api/gifts/${soldOut}/waiting`, { as: 'citizen-2' })
  })

  it('let staff adjust in pairs, grant and revoke, and bring a reporter points', async () => {
    const { me } = await login('citizen-2')
    const proposal = { region: demoRegion, person: me.id, points: 5, text: '试一试' }
    const proposed = { as: 'staff-gifts', body: proposal, key: key() }
    const { id } = await good(adjustmentSchema, 'POST', '/api/staff/adjustments', proposed)
    const decision = { as: 'staff-admin', body: { approve: true } }
    await good(anything, 'POST', `/api/staff/adjustments/${id}/decision`, decision)

    const role = { kind: 'salesperson', region: demoRegion, outlets: [demoOutlet] }
    await good(anything, 'POST', '/api/staff/roles', { as: 'staff-admin', body: { no: me.no, role } })
    const granted = `/api/staff/roles/${me.id}/salesperson?region=${demoRegion}`
    await good(anything, 'DELETE', granted, { as: 'staff-admin' })

    const report = { fact: 'out-of-stock', amenity: 'water', credit: true }
    const path = `/api/places/${demoOutlet}/reports`
    const reported = await good(anything, 'POST', path, { as: 'citizen-2', body: report })
    expect(reported).toMatchObject({ counted: true, credited: true })
    const open = z.object({ reports: z.array(z.looseObject({ id: z.string() })) })
    const { reports } = await good(open, 'GET', `/api/staff/reports?region=${demoRegion}`, {
      as: 'staff-gifts',
    })
    const before = (await accountOf('citizen-2')).balance
    await good(anything, 'POST', `/api/staff/reports/${reports[0]?.id}/decision`, {
      as: 'staff-gifts',
      body: { accept: true, settled: true },
    })
    expect((await accountOf('citizen-2')).balance).toBe(before + 20)
  })

  it('let a person take along what is held, log out everywhere, and leave', async () => {
    const leaver = { as: 'somebody-else' }
    const { me } = await login('somebody-else')
    await good(anything, 'POST', '/api/points/check-ins', { ...leaver, body: { region: demoRegion } })
    const report = { fact: 'wrong-hours', note: '周末不开门', credit: true }
    await good(anything, 'POST', `/api/places/${otherDemoOutlet}/reports`, { ...leaver, body: report })
    const proposal = { region: demoRegion, person: me.id, points: 5, text: '走访补记' }
    await good(anything, 'POST', '/api/staff/adjustments', { as: 'staff-gifts', body: proposal, key: key() })
    const held = await ask('GET', '/api/me/export', leaver)
    expect(held.json).toMatchObject({
      points: [{ region: demoRegion, adjustments: [{ text: proposal.text }] }],
      reports: [{ note: report.note }],
    })
    await good(anything, 'DELETE', '/api/sessions', { as: 'somebody-else' })
    await login('somebody-else')
    await good(anything, 'DELETE', '/api/me', leaver)
    const repeated = await login('somebody-else')
    expect(repeated.me).toMatchObject({ roles: [] })
    expect(repeated.me.id).not.toBe(me.id)
  })

  it('answer every read of every operation for every member of staff', async () => {
    const reads = domains
      .flatMap(({ operations }) => Object.values(operations))
      .filter(({ method, access }) => method === 'GET' && access !== 'outlet')
    const values: Record<string, string> = {
      adcode: demoRegion,
      region: demoRegion,
      id: giftAt(0),
      hash: 'none',
    }
    for (const { path } of reads) {
      const filled = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'none')
      const query = `region=${demoRegion}&month=2026-11&day=2026-11-22`
      for (const as of ['staff-gifts', 'staff-admin']) {
        const { status } = await ask('GET', `${filled}?${query}`, { as })
        expect([filled, status < 500]).toEqual([filled, true])
      }
    }
  })
})

describe('the local gateway', () => gatewayWalks(product))

let pictures: ReturnType<typeof pictureWalks>
describe('pictures', () => {
  pictures = pictureWalks(product)
})

describe('what stands in for services', () => {
  it('fails as WeChat does, and the answer says what to do', async () => {
    const tried = async (code: string) => (await ask('POST', '/api/sessions', { body: { code } })).status
    expect(await tried('errcode:40029')).toBe(400)
    expect(await tried('errcode:45011')).toBe(429)
    expect(await tried('errcode:-1')).toBe(503)
    stack().wechat.behave({ errcode: -1 })
    expect(await tried(stack().wechat.codeFor('citizen-1'))).toBe(503)
    stack().wechat.behave({})
  })

  it('calls WeChat from one function within its role: a text, a code of a page, a message', async () => {
    const { me } = await login('citizen-1')
    const invoke = async (request: object) => {
      const outcome = await stack().invoke(
        'fuyi-local-identity-wechat',
        JSON.stringify({ requestId: 'r', ...request }),
      )
      return outcome.kind === 'answer' ? JSON.parse(outcome.payload) : outcome
    }
    const check = { ask: 'check-text', person: me.id, scene: 'comment' }
    expect(await invoke({ ...check, text: '门口有坡道' })).toEqual({ ok: true, value: { verdict: 'pass' } })
    expect(await invoke({ ...check, text: '违规的话' })).toEqual({ ok: true, value: { verdict: 'risky' } })
    const code = { ask: 'mini-program-code', page: 'tabs/home/index', scene: 'a=1', version: 'release' }
    expect(await invoke(code)).toMatchObject({ ok: true, value: { type: 'image/png' } })
    const message = {
      ask: 'send-message',
      person: me.id,
      template: 'gift-kept',
      page: 'tabs/me/index',
      data: {},
    }
    expect(await invoke(message)).toEqual({ ok: false, error: 'not-subscribed' })
    stack().wechat.calls.consent(openidOf('citizen-1'), 'gift-kept')
    expect(await invoke(message)).toEqual({ ok: true, value: {} })
  })

  it('keeps of every request its time, address, route pattern and status in the address log, and nothing else', async () => {
    const before = stack().addressLines().length
    await ask('GET', `/api/places/${demoOutlet}`)
    await ask('GET', '/api/places/search?region=320800&q=林阿姨')
    await ask('GET', '/api/orders/of-nobody', { as: 'citizen-1' })
    // Cached by CloudFront: the request that fills the cache is logged all the same.
    await ask('GET', '/api/regions')
    const lines = stack().addressLines().slice(before)
    const shape = z.strictObject({
      time: z.iso.datetime(),
      address: z.string().check(z.regex(/^(::1|(::ffff:)?127\.0\.0\.1)$/)),
      route: z.string(),
      status: z.int(),
    })
    const events = lines.map((line) => z.parse(shape, JSON.parse(line)))
    expect(events.map(({ route, status }) => `${route} ${status}`)).toEqual([
      'GET /api/places/:id 200',
      'GET /api/places/search 200',
      expect.stringMatching(/^GET \/api\/orders\/:id 4\d\d$/),
      'GET /api/regions 200',
    ])
  })

  it('rotates the keys, and nobody is logged out', async () => {
    await stack().rotateKeys()
    expect((await ask('GET', '/api/me', { as: 'citizen-1' })).status).toBe(200)
  })

  it('runs each schedule of the template, and no other', async () => {
    await stack().runSchedule('points-sweep-daily')
    expect(logged.filter((line) => line.includes('"sweep-ended"'))).toHaveLength(1)
    await stack().runSchedule('identity-privacy-unfinished')
    await stack().runSchedule('exhibition-sweep-due')
    await expect(stack().runSchedule('points-sweep-yearly')).rejects.toThrow(
      'no schedule points-sweep-yearly',
    )
  })

  it('keeps secrets, data and pictures over a restart: whoever was logged in still is, and nothing is given twice', async () => {
    const before = await accountOf('citizen-1')
    const codesSecret = stack().secrets.read('points')
    await product.restart()
    expect(stack().secrets.read('points')).toBe(codesSecret)
    expect(await accountOf('citizen-1')).toEqual(before)
    await pictures.served()
  }, 300_000)
})
