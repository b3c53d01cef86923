import type { Power, Session } from '../../../functions/shared/access/access'
import { permit, powersOf, requireRegion } from '../../../functions/shared/access/permission'
import { noBody, noParams, operation } from '../../../functions/shared/declaration/operation'
import * as z from '../../../functions/shared/zod'

const now = Date.parse('2026-11-18T02:00:00Z')
const session: Session = {
  person: 'p',
  id: 's',
  roles: [{ kind: 'staff', region: '320800', powers: ['gifts'] }],
  minor: false,
  letInAt: null,
  generation: 0,
}
const plain = {
  method: 'POST' as const,
  path: '/things',
  access: 'staff:gifts' as const,
  summary: '',
  params: noParams,
  query: noParams,
  body: noBody,
  answer: { schema: z.unknown(), description: '' },
  codes: [],
}
const keyAt = (at: number) => {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`
}
const asked = (values: { body?: unknown; params?: unknown; key?: string } = {}) => ({
  params: values.params ?? {},
  query: {},
  body: values.body ?? { region: '320800' },
  headers: new Headers(values.key ? { 'idempotency-key': values.key } : {}),
})
const gate = { clock: () => now, secondPerson: async () => false }
const codeOf = async (outcome: ReturnType<typeof permit>) => {
  const permitted = await outcome
  return permitted.ok ? 'permitted' : permitted.error.code
}

describe('before a handler is asked', () => {
  const proposing = operation({
    ...plain,
    idempotent: true,
    region: ['body.region', 'params.id'],
    secondApproval: 'proposes',
  })

  it('staff of another city are refused, whatever else is wrong', async () =>
    expect(await codeOf(permit(proposing, session, asked({ body: { region: '371600' } }), gate))).toBe(
      'forbidden',
    ))

  it('a request without a key is refused, and one whose key is of last week', async () => {
    expect(await codeOf(permit(proposing, session, asked(), gate))).toBe('idempotency-key-missing')
    const old = asked({ key: keyAt(now - 7 * 86_400_000) })
    expect(await codeOf(permit(proposing, session, old, gate))).toBe('idempotency-key-stale')
  })

  it('a proposal that nobody else could approve is refused', async () => {
    const request = asked({ key: keyAt(now) })
    expect(await codeOf(permit(proposing, session, request, gate))).toBe('second-person-missing')
    const two = { ...gate, secondPerson: async () => true }
    expect(await permit(proposing, session, request, two)).toMatchObject({
      ok: true,
      value: { madeAt: now },
    })
  })

  it('the city is read from an id that begins with it, where no field names it', async () => {
    const foreign = asked({ body: {}, params: { id: '371600-0000000000' } })
    expect(await codeOf(permit(proposing, session, foreign, gate))).toBe('forbidden')
  })

  it('a field that no request has is a fault of the operation, not of the request', async () =>
    await expect(permit({ ...proposing, region: 'body.city' }, session, asked(), gate)).rejects.toThrow(
      'no city in body.city',
    ))
})

describe('an operation that is done within an outlet', () => {
  const scopedTo = (outlet: string): Session => ({
    ...session,
    roles: [],
    scopedRoles: [{ region: '320800', scope: { kind: 'outlet', id: outlet }, powers: ['gifts'] }],
  })
  const done = { ...plain, region: 'body.outlet' as const, within: { outlet: 'body.outlet' as const } }
  const request = asked({ body: { outlet: '320800-32080290' } })

  it('is permitted to staff of the outlet, and of the city', async () => {
    expect(await codeOf(permit(done, scopedTo('320800-32080290'), request, gate))).toBe('permitted')
    expect(await codeOf(permit(done, session, request, gate))).toBe('permitted')
  })

  it('is refused to staff of another outlet', async () =>
    expect(await codeOf(permit(done, scopedTo('320800-32080216'), request, gate))).toBe('forbidden'))

  it('is refused to all of them where it is of the whole city', async () => {
    const ofCity = { ...plain, region: 'body.outlet' as const }
    expect(await codeOf(permit(ofCity, scopedTo('320800-32080290'), request, gate))).toBe('forbidden')
  })

  it('has to be asked for with a power, and to name its city in the request', () => {
    const within = { outlet: 'params.outlet' as const }
    for (const wrong of [
      { ...plain, region: 'handler' as const, within },
      { ...plain, access: 'staff' as const, region: 'handler' as const, within },
    ])
      expect(() => requireRegion(operation(wrong))).toThrow('/things does not say')
  })
})

describe('an operation of staff', () => {
  it.each(['staff', 'staff:gifts'] as const)('has to say of which city it is: %s', (access) => {
    const described = { ...plain, access }
    expect(() => requireRegion(operation(described))).toThrow('/things does not say where its region stands')
    expect(() => requireRegion(operation({ ...described, region: 'handler' }))).not.toThrow()
  })

  it('names the city in its request where it proposes', () =>
    expect(() =>
      requireRegion(operation({ ...plain, region: 'handler', secondApproval: 'proposes' })),
    ).toThrow('does not say in which city'))

  it('of any power is refused to those of another city', async () => {
    const any = { ...plain, access: 'staff' as const, region: 'body.region' as const }
    expect(() => requireRegion(operation(any))).not.toThrow()
    expect(await codeOf(permit(any, session, asked(), gate))).toBe('permitted')
    expect(await codeOf(permit(any, session, asked({ body: { region: '371600' } }), gate))).toBe('forbidden')
    expect(await codeOf(permit(any, { ...session, roles: [] }, asked(), gate))).toBe('forbidden')
  })

  it.each(['public', 'person', 'outlet'] as const)(
    'names the power that is asked for where the router looks at city or second person: not %s',
    (access) => {
      const checked = { ...plain, access, region: 'body.region' as const }
      expect(() => requireRegion(operation(checked))).toThrow('/things does not say which power')
      expect(() => requireRegion(operation({ ...checked, secondApproval: 'proposes' }))).toThrow(
        '/things does not say which power',
      )
    },
  )

  it('may be open to either of two powers of its city, and to no other', async () => {
    const either = { ...plain, access: 'staff:gifts/review' as const, region: 'body.region' as const }
    expect(powersOf(either.access)).toEqual(['gifts', 'review'])
    expect(() => requireRegion(operation(either))).not.toThrow()
    expect(() => requireRegion(operation({ ...either, secondApproval: 'proposes' }))).toThrow(
      '/things does not say which power',
    )
    const holding = (power: Power): Session => ({
      ...session,
      roles: [{ kind: 'staff', region: '320800', powers: [power] }],
    })
    expect(await codeOf(permit(either, holding('gifts'), asked(), gate))).toBe('permitted')
    expect(await codeOf(permit(either, holding('review'), asked(), gate))).toBe('permitted')
    expect(await codeOf(permit(either, holding('audit'), asked(), gate))).toBe('forbidden')
    const elsewhere = asked({ body: { region: '371600' } })
    expect(await codeOf(permit(either, holding('gifts'), elsewhere, gate))).toBe('forbidden')
  })

  it('may take the power that the request names', async () => {
    const named = {
      ...plain,
      access: 'staff:gifts/review' as const,
      region: 'body.region' as const,
      power: 'body.power' as const,
    }
    expect(() => requireRegion(operation(named))).not.toThrow()
    const request = (power: string) => asked({ body: { region: '320800', power } })
    expect(await codeOf(permit(named, session, request('gifts'), gate))).toBe('permitted')
    expect(await codeOf(permit(named, session, request('review'), gate))).toBe('forbidden')
    // Held, and yet none of those of the operation.
    const auditor: Session = { ...session, roles: [{ kind: 'staff', region: '320800', powers: ['audit'] }] }
    expect(await codeOf(permit(named, auditor, request('audit'), gate))).toBe('forbidden')
    await expect(permit(named, session, asked(), gate)).rejects.toThrow('/things: no power in body.power')
    for (const wrong of [
      { ...named, access: 'staff:gifts' as const },
      { ...named, region: 'handler' as const },
    ])
      expect(() => requireRegion(operation(wrong))).toThrow('/things does not say which power')
  })

  it('may take a power of whoever asks about somebody else', async () => {
    const named = {
      ...plain,
      access: 'staff' as const,
      region: 'body.region' as const,
      power: { needs: 'admin', unlessOwn: 'params.person' } as const,
    }
    expect(() => requireRegion(operation(named))).not.toThrow()
    const about = (person: string) => asked({ params: { person } })
    expect(await codeOf(permit(named, session, about('p'), gate))).toBe('permitted')
    expect(await codeOf(permit(named, session, about('q'), gate))).toBe('forbidden')
    const admin: Session = { ...session, roles: [{ kind: 'staff', region: '320800', powers: ['admin'] }] }
    expect(await codeOf(permit(named, admin, about('q'), gate))).toBe('permitted')
    const elsewhere = { ...about('p'), body: { region: '371600' } }
    expect(await codeOf(permit(named, session, elsewhere, gate))).toBe('forbidden')
    expect(() => requireRegion(operation({ ...named, access: 'staff:gifts' as const }))).toThrow(
      '/things does not say which power',
    )
  })

  it('is the only one that says so', () =>
    expect(() => requireRegion(operation({ ...plain, access: 'person' }))).not.toThrow())
})
