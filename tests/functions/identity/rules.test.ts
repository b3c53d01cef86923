import fc from 'fast-check'
import { personIdSchema, personNoSchema } from '../../../functions/identity/contract'
import { type Family, graceMs, judge, turned } from '../../../functions/identity/rules/family'
import { newDigits, newId, newPersonNo } from '../../../functions/identity/rules/ids'
import {
  publishedMs,
  retentionMs,
  signingKey,
  stillChecking,
  withNewKey,
} from '../../../functions/identity/rules/keys'
import { adminsAfter, strayOf, withRole } from '../../../functions/identity/rules/roles'
import { refreshToken } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'

const bytes = (n: number) => (drawn: number[]) =>
  Uint8Array.from({ length: n }, (_, i) => drawn[i % drawn.length] ?? 0)

describe('names', () => {
  it('of people are what the contract says, whatever is drawn', () => {
    const drawn = fc.array(fc.nat(255), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(drawn, (given) => {
        expect(
          z.safeParse(
            personIdSchema,
            newId((n) => bytes(n)(given)),
          ).success,
        ).toBe(true)
        expect(
          z.safeParse(
            personNoSchema,
            newPersonNo((n) => bytes(n)(given)),
          ).success,
        ).toBe(true)
      }),
    )
  })

  it('of four digits each two are drawn evenly', () => {
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const turns = [byte, 7]
      const digits = newDigits(() => Uint8Array.of(turns.shift() ?? 42))
      if (byte < 200) seen.set(digits, (seen.get(digits) ?? 0) + 1)
      else expect(digits).toBe('0742')
    }
    expect(seen.size).toBe(100)
    expect([...seen.values()].every((times) => times === 2)).toBe(true)
  })
})

describe('a family of refresh tokens', () => {
  const family = { jti: 'a', previous: null, turnedAt: 0, until: 1_000_000 }

  /** Whoever uses each token once and in order is never thrown out; whoever uses one that is older than the last always is. */
  it('knows its current token and, for ten seconds, the one before', () => {
    const steps = fc.array(fc.nat(60_000), { maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.nat(20_000), fc.nat(14), (pauses, later, which) => {
        let now = 0
        let current: Family = family
        const given = [family.jti]
        for (const pause of pauses) {
          now += pause
          expect(judge(current, current.jti, now)).toBe('turn')
          current = turned(current, `t${given.length}`, now, 1_000_000)
          given.push(current.jti)
        }
        const jti = given[which % given.length] ?? ''
        const age = given.length - 1 - given.indexOf(jti)
        const verdict = age === 0 ? 'turn' : age === 1 && later <= graceMs ? 'retry' : 'reused'
        expect(judge(current, jti, now + later)).toBe(verdict)
      }),
    )
  })

  it('is over when it expires, and when it is deleted', () => {
    expect(judge(family, 'a', 999_999)).toBe('turn')
    expect(judge(family, 'a', 1_000_000)).toBe('ended')
    expect(judge(null, 'a', 0)).toBe('ended')
  })
})

describe('keys', () => {
  const key = (kid: string, at: number) => ({ kid, createdAt: new Date(at).toISOString() })

  it('sign once every function has had the time to read them', () => {
    const keys = [key('a', 0), key('b', 50_000_000)]
    expect(signingKey([], 0)).toBeNull()
    expect(signingKey(keys.slice(0, 1), 0)?.kid).toBe('a')
    expect(signingKey(keys, 50_000_000 + publishedMs - 1)?.kid).toBe('a')
    expect(signingKey(keys, 50_000_000 + publishedMs)?.kid).toBe('b')
  })

  it('verify for longer than anything that they signed is valid', () => {
    const minutesToNotice = 5
    const longest = refreshToken.lifeSeconds * 1000 + publishedMs + minutesToNotice * 60_000
    expect(retentionMs).toBeGreaterThan(longest)
  })

  it('verify for 31 days after another has taken over, however often one rotates', () => {
    const gaps = fc.array(
      fc.oneof(
        fc.integer({ min: 1000, max: 900_000 }),
        fc.integer({ min: 86_400_000, max: 90 * 86_400_000 }),
      ),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(gaps, (pauses) => {
        let now = 0
        let kept = { private: [key('k0', 0)], public: [key('k0', 0)] }
        const replacedAt = new Map<string, number>()
        for (const [n, pause] of pauses.entries()) {
          now += pause
          const made = key(`k${n + 1}`, now)
          for (const { kid } of kept.private.slice(-1)) replacedAt.set(kid, now)
          const next = withNewKey(kept.private, made, now)
          kept = { private: next, public: stillChecking(kept.public, next, now) }
          const known = kept.public.map(({ kid }) => kid)
          for (const [kid, at] of replacedAt) expect(known.includes(kid)).toBe(now < at + retentionMs)
          expect(known).toContain(made.kid)
          // Whoever signs does so with a key that everybody knows, as soon as there is one.
          const signing = signingKey(next, now)
          expect(Date.parse(signing?.createdAt ?? '')).toBeLessThanOrEqual(Math.max(0, now - publishedMs))
        }
      }),
    )
  })
})

describe('roles', () => {
  it('of an outlet stay in their city', () => {
    const owner = (outlets: string[]) => ({ kind: 'owner' as const, region: '320800', outlets })
    expect(strayOf(owner(['320800-32080290']))).toBeNull()
    expect(strayOf(owner(['320800-1', '371600-1']))).toBe('371600-1')
    expect(strayOf(owner(['3208001-1']))).toBe('3208001-1')
  })

  it('are one of each kind in a city', () => {
    const powers = fc.uniqueArray(fc.constantFrom('gifts' as const, 'admin' as const), { minLength: 1 })
    const role = fc.record({
      kind: fc.constant('staff' as const),
      region: fc.constantFrom('320800', '371600'),
      powers,
    })
    fc.assert(
      fc.property(fc.array(role, { maxLength: 10 }), (given) => {
        const held = given.reduce<ReturnType<typeof withRole>>(withRole, [])
        const places = held.map(({ kind, region }) => `${kind} ${region}`)
        expect(new Set(places).size).toBe(places.length)
        const last = given.at(-1)
        if (last) expect(held).toContainEqual(last)
      }),
    )
  })

  it('leave a city that has an admin with one', () => {
    expect(adminsAfter([], 'a', true)).toEqual(['a'])
    expect(adminsAfter(['a', 'b'], 'a', false)).toEqual(['b'])
    expect(adminsAfter(['a'], 'a', false)).toBeNull()
    expect(adminsAfter([], 'a', false)).toEqual([])
    expect(adminsAfter(['a'], 'a', true)).toEqual(['a'])
  })
})
