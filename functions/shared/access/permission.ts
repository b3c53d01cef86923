/** What the router checks of a request that was parsed, before its handler: power in the city, key, second person. */

import { cityOf } from '../city-of'
import { type IdempotencyKey, idempotencyHeader, readKey } from '../codes/idempotency'
import {
  type Access,
  isForStaff,
  type Operation,
  type RegionField,
  type RegionSource,
  type Within,
} from '../declaration/operation'
import type { RequestHeaders } from '../http/messages'
import type { Failure } from '../http/problems'
import { err, ok, type Result } from '../result'
import { isPowerName, isStaffOf, type Power, requirePower, type Session } from './access'
import { scopeKinds, type Target } from './scope'

/** Whether anybody of the city's staff beside `person` holds the power. */
export type SecondPerson = (power: Power, who: { region: string; person: string }) => Promise<boolean>

export type Parsed = { params: unknown; query: unknown; body: unknown; headers: RequestHeaders }
export type Gate = { clock: () => number; secondPerson: SecondPerson }

/** The powers of which one is needed; none where any staff, or others, may ask. */
export const powersOf = (access: Access): Power[] =>
  (access.split(':')[1] ?? '').split('/').filter((name) => isPowerName(name))

/** The power that alone is needed; null where others will do as well. */
export function powerOf(access: Access): Power | null {
  const [power, another] = powersOf(access)
  return another === undefined ? (power ?? null) : null
}

/** The key of the request, null where it carries none; refused in this order: city, key, second person. */
export async function permit(
  operation: Operation,
  session: Session | null,
  parsed: Parsed,
  { clock, secondPerson }: Gate,
): Promise<Result<IdempotencyKey | null, Failure<never>>> {
  const { access, region, within, idempotent, secondApproval } = operation
  const power = powerOf(access)
  const city = region === undefined || region === 'handler' ? null : regionIn(region, parsed)
  if (session && isForStaff(access) && city !== null) {
    const target = { region: city, ...partOf(within, parsed) }
    const powers = powersTaken(operation, parsed, session)
    const isHeld = (one: Power) => requirePower(session, one, target).ok
    if (powers === 'any' ? !isStaffOf(session, city) : !powers.some(isHeld)) return err({ code: 'forbidden' })
  }
  const key = idempotent ? readKey(parsed.headers.get(idempotencyHeader), clock()) : ok(null)
  if (!key.ok) return err({ code: key.error })
  if (secondApproval === 'proposes' && session && power && city !== null) {
    // It would wait for nothing.
    const isThere = await secondPerson(power, { region: city, person: session.person })
    if (!isThere) return err({ code: 'second-person-missing' })
  }
  return key
}

/** The powers of which this very request takes one; `any`: being staff there is enough. */
function powersTaken(
  { access, power, path }: Pick<Operation, 'access' | 'power' | 'path'>,
  parsed: Parsed,
  { person }: Session,
): Power[] | 'any' {
  if (power === undefined) return access === 'staff' ? 'any' : powersOf(access)
  if (typeof power === 'object') return textAt(power.unlessOwn, parsed) === person ? 'any' : [power.needs]
  const named = textAt(power, parsed)
  if (named === null) throw new Error(`${path}: no power in ${power}`)
  return powersOf(access).filter((one) => one === named)
}

/** The city that the request is about. Where the operation names a field that no request has, it is wrong in itself. */
export function regionIn(source: Exclude<RegionSource, 'handler'>, parsed: Parsed): string {
  const fields: readonly RegionField[] = typeof source === 'string' ? [source] : source
  for (const field of fields) {
    const value = textAt(field, parsed)
    if (value !== null) return cityOf(value)
  }
  throw new Error(`no city in ${fields.join(', ')}`)
}

/** Which part of the city the request names. */
function partOf(within: Within = {}, parsed: Parsed): Omit<Target, 'region'> {
  const part: Omit<Target, 'region'> = {}
  for (const kind of scopeKinds) {
    const field = within[kind]
    const value = field === undefined ? null : textAt(field, parsed)
    if (value !== null) part[kind] = value
  }
  return part
}

function textAt(field: RegionField, parsed: Parsed): string | null {
  const value = field.split('.').reduce(memberOf, parsed)
  return typeof value === 'string' ? value : null
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

/**
 * Throws where an operation of staff does not say of which city it is: forgotten, it would be open to all cities' staff. And
 * where it names city or second person without a power, for then nothing looks at them.
 */
export function requireRegion({ access, region, within, power, path, secondApproval }: Operation): void {
  const isForSome = powersOf(access).length > 0
  const isInRequest = region !== undefined && region !== 'handler'
  if (isForStaff(access) && region === undefined)
    throw new Error(`${path} does not say where its region stands`)
  const isUnclear = !isForSome && (access !== 'staff' || within !== undefined)
  if (isUnclear && (isInRequest || within)) throw new Error(`${path} does not say which power it takes`)
  if (power !== undefined) requirePowerSource({ access, power, path, isInRequest })
  // Nobody is looked for who could approve by another power than whoever proposes.
  if (!powerOf(access) && secondApproval === 'proposes')
    throw new Error(`${path} does not say which power it takes`)
  if ((within || secondApproval === 'proposes') && !isInRequest)
    throw new Error(`${path} does not say in which city`)
}

/** A power that the request names is one of several of its access; one that is not needed for oneself goes beside any staff. */
function requirePowerSource({
  access,
  power,
  path,
  isInRequest,
}: Required<Pick<Operation, 'access' | 'power' | 'path'>> & { isInRequest: boolean }): void {
  const isRight = typeof power === 'object' ? access === 'staff' : powersOf(access).length > 1
  if (!isRight || !isInRequest) throw new Error(`${path} does not say which power it takes`)
}
