/** Nobody sets a field that is not theirs to set, whatever they write into a request. */
import { isForStaff } from '../../../functions/shared/declaration/operation'
import * as z from '../../../functions/shared/zod'
import { everything, type Listed, send } from '../../support/stage/requests'
import { giftFields } from '../../support/stage/scene'
import { anotherCity, type Somebody, tables } from '../../support/stage/stage'
import { city, outlets, refusal } from '../../support/worlds/points-world'
import { whoMay, withOneProduct } from './kit'

const shared = withOneProduct()

/** Fields of what is kept, and those by which programs are tricked. */
const extras: Record<string, unknown> = {
  id: '320800-0000000000',
  region: anotherCity,
  person: 'chen0000000000000000',
  by: 'chen0000000000000000',
  balance: 1_000_000,
  points: 1_000_000,
  price: 1,
  seq: 0,
  lots: { 2036: 1_000_000 },
  roles: [{ kind: 'staff', region: city, powers: ['admin'] }],
  powers: ['admin'],
  state: 'picked-up',
  isPublished: true,
  isClosed: false,
  isStopped: false,
  demo: true,
  total: 9999,
  taken: 0,
  used: 0,
  PK: 'person#chen',
  SK: '320800#account',
  expiresAt: 1,
  constructor: { prototype: { isAdmin: true } },
  prototype: { isAdmin: true },
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object within the body, by its path. */
const objectsIn = (body: unknown, path: string[] = []): string[][] => {
  if (!isObject(body)) return []
  return [path, ...Object.entries(body).flatMap(([key, value]) => objectsIn(value, [...path, key]))]
}
const at = (body: unknown, [key, ...rest]: string[]): unknown =>
  key === undefined ? body : isObject(body) ? at(body[key], rest) : undefined
/** The body with one field more in the object at that path. */
const withField = (body: unknown, [first, ...rest]: string[], [key, value]: [string, unknown]): unknown => {
  if (!isObject(body)) return body
  return first === undefined
    ? { ...body, [key]: value }
    : { ...body, [first]: withField(body[first], rest, [key, value]) }
}

/** Also of what may be left out. */
const isTaken = ({ operation: { body } }: Listed, key: string) =>
  body instanceof z.ZodMiniObject && Object.hasOwn(body.shape, key)

/** WeChat signs all that it means, in one field, and may send more beside it. */
const written = everything.filter(({ name }) => name !== 'receivePush')
const bodied = written.filter(({ operation }) => operation.method === 'POST' || operation.method === 'PUT')

/** The body with all of the fields in one of its objects, for each of its objects, where there is none of that name. */
const additions = (one: Listed, body: unknown) =>
  objectsIn(body).map((path) => {
    const held = at(body, path)
    const free = Object.entries(extras).filter(
      ([key]) => isObject(held) && !Object.hasOwn(held, key) && !(path.length === 0 && isTaken(one, key)),
    )
    return {
      fields: free.map(([key]) => [...path, key].join('.')),
      asked: free.reduce((whole, extra) => withField(whole, path, extra), body),
    }
  })

describe('a field that is not among those of the request', () => {
  it('is refused by its name, wherever it stands, and nothing is written', async () => {
    const { stage, scene } = shared.product
    let tried = 0
    const requests: { one: Listed; who: Somebody; target: string; body: unknown }[] = []
    for (const one of bodied) {
      const who = whoMay(scene, one)
      const { target, body } = await one.ask(scene, who)
      requests.push({ one, who, target, body })
    }
    const before = await stage.scan()
    for (const { one, who, target, body } of requests) {
      stage.writes.length = 0
      for (const { fields, asked } of additions(one, body)) {
        tried += fields.length
        const answer = await send(scene, one, { target, body: asked }, who.session)
        const where = { name: one.name, fields }
        expect({ ...where, told: refusal(answer) }).toEqual({ ...where, told: '400 invalid-request' })
        // Each by its name: none of them is passed over because another is refused.
        const text = answer.bytes.toString()
        expect(fields.filter((field) => !text.includes(`"${field}"`))).toEqual([])
      }
      expect([one.name, stage.writes]).toEqual([one.name, []])
    }
    expect(await stage.scan()).toEqual(before)
    expect(bodied.length).toBeGreaterThan(25)
    expect(tried).toBeGreaterThan(600)
  })

  it('is refused in the address as well: nobody reads for another person', async () => {
    const { stage, scene } = shared.product
    const others = ['role', 'roles', 'state', 'by', '__proto__', 'constructor']
    for (const [i, one] of everything.entries()) {
      const who = whoMay(scene, one)
      const request = await one.ask(scene, who)
      stage.writes.length = 0
      // The reader of addresses knows no operation, only the names that it is given: each other name at every sixth of them.
      for (const name of ['person', others[i % others.length] ?? '']) {
        if (Object.hasOwn(one.operation.query.shape, name)) continue
        const mark = request.target.includes('?') ? '&' : '?'
        const asked = { ...request, target: `${request.target}${mark}${name}=${scene.guest.session.me.id}` }
        expect([one.name, refusal(await send(scene, one, asked, who.session))]).toEqual([
          one.name,
          '400 invalid-request',
        ])
      }
      expect(stage.writes).toEqual([])
    }
  })
})

describe('a prototype in the body', () => {
  it('reaches neither the request, nor what is written, nor any other object', async () => {
    const { stage, scene } = shared.product
    for (const one of bodied) {
      const who = whoMay(scene, one)
      const { target, body } = await one.ask(scene, who)
      const inner = JSON.stringify(body).slice(1)
      const evil = '"__proto__":{"polluted":"yes","isPublished":true,"roles":[{"kind":"staff"}],"price":1}'
      for (const text of [`{${evil}${inner === '}' ? '' : ','}${inner}`, `{${evil}}`, `[{${evil}}]`])
        expect((await send(scene, one, { target, body: text }, who.session)).status).toBeLessThan(500)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('polluted' in {}).toBe(false)
    expect(JSON.stringify(await stage.scan())).not.toContain('polluted')
  })

  it('does not stand in for a field that is missing', async () => {
    const { stage, scene } = shared.product
    const before = await stage.scan()
    for (const one of bodied) {
      const who = whoMay(scene, one)
      const { target, body } = await one.ask(scene, who)
      if (!isObject(body) || Object.keys(body).length === 0) continue
      stage.writes.length = 0
      const answer = await send(
        scene,
        one,
        { target, body: `{"__proto__":${JSON.stringify(body)}}` },
        who.session,
      )
      expect([one.name, refusal(answer)]).toEqual([one.name, '400 invalid-request'])
      expect(stage.writes).toEqual([])
    }
    expect(Object.keys(before)).toHaveLength(tables.length)
  })
})

describe('another city in what staff send', () => {
  it('is forbidden wherever it stands, before it is looked for', async () => {
    const { stage, scene } = shared.product
    const { second } = scene
    for (const one of everything.filter(({ operation }) => isForStaff(operation.access))) {
      const request = await one.ask(scene, second)
      const moved = JSON.stringify(request).replaceAll(`${city}`, anotherCity)
      // An order's city stands in the order.
      if (one.name === 'ledger') continue
      stage.writes.length = 0
      const answer = await send(scene, one, JSON.parse(moved), second.session)
      expect([one.name, refusal(answer)]).toEqual([one.name, '403 forbidden'])
      expect(stage.writes).toEqual([])
    }
  })

  it('is found in every field, not only in the one that is checked first', async () => {
    const { stage, scene } = shared.product
    const { second, guest } = scene
    const headers = () => ({
      authorization: `Bearer ${second.session.access}`,
      'content-type': 'application/json',
      'idempotency-key': stage.key(),
    })
    const foreign = outlets.first.replace(city, anotherCity)
    const { id, version } = await scene.newGift()
    const before = await stage.scan()
    const ask = async (...[domain, method, target, body]: ['points' | 'identity', string, string, unknown]) =>
      refusal(await stage.call(domain, method, target, { headers: headers(), body }))
    const gift = { ...giftFields, outlets: [outlets.first, foreign] }
    expect(await ask('points', 'POST', '/api/staff/gifts', { region: city, ...gift })).toBe(
      '404 unknown-outlet',
    )
    expect(
      await ask('points', 'PUT', `/api/staff/gifts/${id}`, { ...gift, isPublished: true, version }),
    ).toBe('404 unknown-outlet')
    const { no, id: person } = guest.session.me
    for (const kind of ['owner', 'salesperson'])
      expect(
        await ask('identity', 'POST', '/api/staff/roles', {
          no,
          role: { kind, region: city, outlets: [foreign] },
        }),
      ).toBe('400 invalid-request')
    const staff = { kind: 'staff', region: anotherCity, powers: ['gifts'] }
    expect(await ask('identity', 'POST', '/api/staff/roles', { no, role: staff })).toBe('403 forbidden')
    expect(
      await ask('identity', 'POST', '/api/staff/roles', {
        no: second.session.me.no,
        role: { ...staff, region: city },
      }),
    ).toBe('409 own-role')
    // Nobody is given points in a city in which they have no account.
    const adjustment = { region: city, person, points: 100, text: '补记' }
    expect(await ask('points', 'POST', '/api/staff/adjustments', adjustment)).toBe('404 unknown-order')
    expect(await stage.scan()).toEqual(before)
  })
})
