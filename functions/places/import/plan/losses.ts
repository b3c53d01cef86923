/**
 * What places that are known lose by rows that say less of them. An empty cell is not among it: that keeps what is known, or
 * is counted as emptied (plan.ts).
 */
import type { PlaceDraft } from '../../rules/record'
import type { Fact } from './facts'

/** How many telephone numbers, amenities and roles go, and of how many places the hours become others. */
export type Losses = Partial<Record<'phone' | 'amenities' | 'roles' | 'hours', number>>

export const lossesOf = (before: PlaceDraft, after: PlaceDraft, emptied: readonly Fact[]): Losses => {
  const counts = {
    // A number that takes the place of another is a change, not a loss.
    phone: Math.max(0, phonesOf(before) - phonesOf(after)),
    amenities: gone(amenitiesOf(before), amenitiesOf(after)),
    roles: gone(before.roles, after.roles),
    hours: before.hours !== null && before.hours !== after.hours ? 1 : 0,
  } as const satisfies Required<Losses>
  return Object.fromEntries(
    Object.entries(counts).filter(([fact, count]) => count > 0 && !emptied.some((one) => one === fact)),
  )
}

export const addLosses = (sum: Losses, more: Losses): Losses => ({
  ...sum,
  ...Object.fromEntries(
    lossNames.flatMap((name) => (more[name] ? [[name, (sum[name] ?? 0) + more[name]]] : [])),
  ),
})

const lossNames = ['phone', 'amenities', 'roles', 'hours'] as const satisfies (keyof Losses)[]
const phonesOf = ({ phone, otherPhones = [] }: PlaceDraft): number =>
  (phone === null ? 0 : 1) + otherPhones.length
const amenitiesOf = ({ amenities }: PlaceDraft): string[] => amenities.map(({ amenity }) => amenity)
const gone = (before: readonly string[], after: readonly string[]): number =>
  before.filter((value) => !after.includes(value)).length
