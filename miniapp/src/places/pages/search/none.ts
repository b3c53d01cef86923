/** What search says where no place of the city has what was asked for. Pure. */
import type { Region, Role } from '@contract/places'
import { anyRoleMatcher } from '@functions/places/rules/filter'
import { distanceMetres } from '@functions/places/rules/nearby'
import { isWinter } from '@functions/places/rules/roles'
import { type Wanted, wantedMatcher } from '@functions/places/rules/search/words'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import { amenityNames, channelNames, kindNames, projectCategoryNames, roleNames } from '../../words'
import { askedIn } from './find'

export type NoneHere = {
  /** `淮安还没有快递代收点` */
  title: string
  /** The nearest city whose places are known to have it. */
  elsewhere: { adcode: string; city: string; text: string } | null
  /** The services that this city does give, the commonest first. */
  here: { role: Role; name: string; count: number }[]
}

const mostHere = 3
const services: readonly Role[] = ['love-aid', 'warm-cabin', 'post-station', 'parcel-point']

/** Null where the city has it, or `q` asks for nothing of the kind, here or at some place of it. @param day `YYYY-MM-DD` */
export function noneHere(
  catalogue: LoadedCatalogue,
  regions: readonly Region[],
  q: string,
  day: string,
): NoneHere | null {
  const wanted = askedIn(catalogue, q)?.wanted
  if (!wanted || catalogue.places.some(wantedMatcher(wanted, day))) return null
  const { region } = catalogue
  const isOutOfSeason = catalogue.places.some(wantedMatcher(wanted))
  return {
    title: isOutOfSeason ? '温暖小屋 11 月到次年 3 月开放' : `${region.name}还没有${nounOf(wanted)}`,
    elsewhere: isOutOfSeason ? null : nearestWith(wanted, region, regions),
    here: servicesOf(catalogue, day),
  }
}

/** What is asked for as a noun: `快递代收点`, `提供卫生间的地方`. */
export function nounOf({
  kinds = [],
  roles = [],
  amenities = [],
  channels = [],
  categories = [],
}: Wanted): string {
  return [
    ...kinds.map((kind) => kindNames[kind]),
    ...roles.map((role) => (role === 'parcel-point' ? `${roleNames[role]}点` : roleNames[role])),
    ...amenities.map(
      (amenity) => `提供${amenityNames[amenity]}${amenity === 'accessible' ? '设施' : ''}的地方`,
    ),
    ...channels.map((channel) =>
      channel === 'street' ? channelNames[channel] : `${channelNames[channel]}的网点`,
    ),
    ...categories.map((category) => `${projectCategoryNames[category]}项目`),
  ].join('、')
}

/** The list of cities tells how many places of each kind and role there are, and nothing of what they are stocked with. */
function nearestWith(
  { kinds = [], roles = [] }: Wanted,
  from: Region,
  regions: readonly Region[],
): NoneHere['elsewhere'] {
  const countIn = ({ counts }: Region) =>
    [...kinds.map((kind) => counts.kinds[kind]), ...roles.map((role) => counts.roles[role])].reduce<number>(
      (sum, count) => sum + (count ?? 0),
      0,
    )
  const [nearest] = regions
    .filter((region) => region.adcode !== from.adcode && countIn(region) > 0)
    .sort((a, b) => distanceMetres(from.centre, a.centre) - distanceMetres(from.centre, b.centre))
  return nearest
    ? { adcode: nearest.adcode, city: nearest.name, text: `${nearest.name}有 ${countIn(nearest)} 处` }
    : null
}

function servicesOf({ index, some }: LoadedCatalogue, day: string): NoneHere['here'] {
  return services
    .filter((role) => role !== 'warm-cabin' || isWinter(day))
    .map((role) => ({
      role,
      name: roleNames[role],
      count: some(anyRoleMatcher(index, [role])).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostHere)
}
