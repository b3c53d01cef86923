import type { Session } from '../../../functions/shared/access'
import { noBody, noParams, operation } from '../../../functions/shared/operation'
import { permit, requireRegion } from '../../../functions/shared/permission'
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

  it.each(['public', 'person', 'outlet', 'staff'] as const)(
    'names the power that is asked for where the router looks at city or second person: not %s',
    (access) => {
      const checked = { ...plain, access, region: 'body.region' as const }
      expect(() => requireRegion(operation(checked))).toThrow('/things does not say which power')
      expect(() => requireRegion(operation({ ...checked, secondApproval: 'proposes' }))).toThrow(
        '/things does not say which power',
      )
    },
  )

  it('is the only one that says so', () =>
    expect(() => requireRegion(operation({ ...plain, access: 'person' }))).not.toThrow())
})
