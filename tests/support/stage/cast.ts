/** Everyone who may come to the door of the API, each really logged in. */
import type { Power, Role } from '../../../functions/identity/contract'
import { powers } from '../../../functions/identity/contract'
import { city, outlets } from '../worlds/points-world'
import { anotherCity, type Somebody, type Stage } from './stage'

const before = [
  'nobody',
  'expired',
  'self',
  'other',
  'owner',
  'owner elsewhere',
  'salesperson',
  'manager',
] as const
const after = ['in a district', 'staff elsewhere', 'just revoked', 'revoked', 'logged out'] as const
/** `publish`, `gifts` and so on: one of the staff who holds that power alone. */
export type Part = (typeof before)[number] | Power | (typeof after)[number]
/** In the order in which the table of docs/authorisation.md shows them. */
export const parts: readonly Part[] = [...before, ...powers, ...after]

/** The same for every part. */
export const eachPart = <T>(one: T): Record<Part, T> =>
  // biome-ignore lint/plugin: every part is a key, and `fromEntries` alone does not know it
  Object.fromEntries(parts.map((part) => [part, one])) as Record<Part, T>

/** Null: nobody is logged in. */
export type Cast = Record<Part, Somebody | null>

const staffOf = (region: string, held: readonly Power[]): Role => ({
  kind: 'staff',
  region,
  powers: [...held],
})
const behind = (kind: 'owner' | 'salesperson', outlet: string): Role => ({
  kind,
  region: city,
  outlets: [outlet],
})

const rolesOf: Partial<Record<Part, Role[]>> = {
  owner: [behind('owner', outlets.first)],
  'owner elsewhere': [behind('owner', outlets.second)],
  salesperson: [behind('salesperson', outlets.first)],
  manager: [{ kind: 'manager', region: city, districts: ['清江浦'] }],
  ...Object.fromEntries(powers.map((power) => [power, [staffOf(city, [power])]])),
  'staff elsewhere': [staffOf(anotherCity, powers)],
}

/**
 * Who plays that part. `self` is whose things are asked for; `expired` and `logged out` hold a token of the same person.
 * `just revoked` had every power in the city a minute ago and holds the token of then; `revoked` has asked for a new one.
 */
export const play = async (stage: Stage, part: Part, openid: string): Promise<Somebody | null> => {
  switch (part) {
    case 'nobody':
      return null
    case 'expired':
      return stage.enter(openid)
    case 'logged out': {
      const somebody = await stage.enter(openid)
      await end(stage, somebody)
      return somebody
    }
    case 'in a district': {
      const { session } = await stage.enter(openid)
      await grantInDistrict(stage, session.me.id)
      return stage.enter(openid)
    }
    case 'just revoked':
      return revoked(stage, openid)
    case 'revoked': {
      await revoked(stage, openid)
      return stage.enter(openid)
    }
    default:
      return stage.enter(openid, rolesOf[part])
  }
}

export const end = async (stage: Stage, { session }: Somebody): Promise<void> => {
  const headers = { authorization: `Bearer ${session.access}` }
  await stage.call('identity', 'DELETE', '/api/sessions/current', { headers })
}

const revoked = async (stage: Stage, openid: string): Promise<Somebody> => {
  const somebody = await stage.enter(openid, [staffOf(city, powers)])
  const { id } = somebody.session.me
  const taken = await stage.identity.revokeRole({ from: id, region: city, kind: 'staff', by: id })
  if (!taken.ok) throw new Error(`the role of the test was not revoked: ${taken.error}`)
  return somebody
}

/** Every power that holds in a part of a city. */
const grantInDistrict = async (stage: Stage, to: string): Promise<void> => {
  const role = staffOf(
    city,
    powers.filter((power) => power !== 'admin'),
  )
  const scope = { kind: 'district', id: '320803' } as const
  const granted = await stage.identity.grantRole({ to, role, scope, by: null })
  if (!granted.ok) throw new Error(`the role of the test was not granted: ${granted.error}`)
}

/** The openid of whoever plays the part; three of them are the same person. */
export const openidOf = (part: Part): string =>
  part === 'self' || part === 'expired' || part === 'logged out'
    ? 'oLin-self-0001'
    : `oCast-${part.replaceAll(' ', '-')}`

/** Everyone, and the time is such that only the token of `expired` has run out. */
export const castOf = async (stage: Stage): Promise<Cast> => {
  const expired = await play(stage, 'expired', openidOf('expired'))
  stage.time.now += 15 * 60_000
  const cast = eachPart<Somebody | null>(null)
  for (const part of parts)
    cast[part] = part === 'expired' ? expired : await play(stage, part, openidOf(part))
  return cast
}
