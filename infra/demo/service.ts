/** Hours, amenities, dates and phone numbers as they might be in a real list: regular in the main, with gaps. */
import { type Amenity, amenities, type Channel, type PlaceSummary } from '../../functions/places/contract'
import { addDays, type Day } from '../../functions/shared/day'
import type { Random } from './random'

/** The demonstration plays in November 2026: nothing was verified after this day. */
const today: Day = '2026-11-16'

const hoursByChannel: Record<Channel, readonly (readonly [string, number])[]> = {
  street: [
    ['08:30-21:00', 22],
    ['08:00-21:00', 16],
    ['08:30-21:30', 12],
    ['09:00-21:00', 12],
    ['08:00-20:30', 8],
    ['08:00-12:00,13:30-20:30', 8],
    ['Mo-Fr 08:30-21:00; Sa,Su 09:00-21:30', 6],
    ['Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off', 4],
    ['Mo-Sa 08:30-20:30; Su 09:00-18:00', 4],
    ['09:00-22:00', 4],
    ['Mo-Sa 08:30-20:00', 2],
  ],
  mall: [
    ['10:00-21:30', 5],
    ['10:00-22:00', 4],
    ['Mo-Th 10:00-21:30; Fr-Su 10:00-22:00', 2],
  ],
  'petrol-station': [
    ['24/7', 6],
    ['07:00-22:00', 3],
    ['06:30-21:30', 1],
  ],
  'convenience-store': [
    ['07:00-23:00', 6],
    ['07:30-22:30', 5],
    ['24/7', 2],
    ['08:00-02:00', 1],
  ],
  supermarket: [
    ['08:30-21:30', 5],
    ['08:00-21:00', 4],
    ['07:30-21:00', 2],
  ],
  restaurant: [
    ['10:00-14:00,16:30-21:30', 5],
    ['09:30-21:30', 3],
    ['16:00-02:00', 2],
  ],
  'housing-sales': [
    ['09:00-18:00', 3],
    ['08:30-17:30', 2],
  ],
}

/** Null: unknown. */
export const hoursFor = (channel: Channel, random: Random): string | null =>
  random.chance(0.08) ? null : random.weighted(hoursByChannel[channel])

/** Mostly this season; one in ten is stale, one in seven was never dated. */
export const verifiedDay = (random: Random): Day | null => {
  if (random.chance(0.14)) return null
  return addDays(today, random.chance(0.1) ? -random.int(330, 680) : -random.int(0, 95))
}

/** `certain` are there, each of `likely` by its chance; most were looked at on the same day. */
export const stock = (
  certain: readonly Amenity[],
  likely: Partial<Record<Amenity, number>>,
  random: Random,
): PlaceSummary['amenities'] => {
  const common = verifiedDay(random)
  return amenities
    .filter((amenity) => certain.includes(amenity) || random.chance(likely[amenity] ?? 0))
    .map((amenity) => ({ amenity, verifiedOn: random.chance(0.9) ? common : verifiedDay(random) }))
}

/**
 * Nobody can be called by mistake: after the area code stands a 0, which no local number in China begins with,
 * because a 0 there is the prefix of long-distance calls. `digits`: length of the city's local numbers.
 */
export const phoneFor = (areaCode: string, digits: number, random: Random): string | null =>
  random.chance(0.15)
    ? null
    : `${areaCode}-0${String(random.int(0, 10 ** (digits - 1) - 1)).padStart(digits - 1, '0')}`
