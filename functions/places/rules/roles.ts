/** Which services a place gives on a given day. */
import type { Day } from '../../shared/day'
import type { PlaceSummary, Role } from '../contract'

/** Roles that give something to people who do not buy: such a place keeps its door open when the market is closed. */
export const serviceRoles = [
  'love-aid',
  'warm-cabin',
  'post-station',
  'parcel-point',
] as const satisfies readonly Role[]

/** 温暖小屋 hands out winter goods from 1 November to 31 March, every winter. */
export function isWinter(day: Day): boolean {
  const month = Number(day.slice(5, 7))
  return month >= 11 || month <= 3
}

/**
 * The roles of a place that hold on `day`: all of them, except `warm-cabin` outside winter.
 * Badge, filter and API ask here, so that none of them shows a warm cabin in July.
 */
export function rolesInForce(place: Pick<PlaceSummary, 'roles'>, day: Day): Role[] {
  return isWinter(day) ? place.roles : place.roles.filter((role) => role !== 'warm-cabin')
}

/** Whether somebody in need is helped there on `day`: a love-aid station, and in winter a warm cabin. */
export function givesAid(place: Pick<PlaceSummary, 'roles'>, day: Day): boolean {
  return rolesInForce(place, day).some((role) => role === 'love-aid' || role === 'warm-cabin')
}

export function isService(role: Role): boolean {
  return serviceRoles.some((service) => service === role)
}

/** Whether a place gives some service beside selling on `day`. */
export function givesService(place: Pick<PlaceSummary, 'roles'>, day: Day): boolean {
  return rolesInForce(place, day).some(isService)
}
