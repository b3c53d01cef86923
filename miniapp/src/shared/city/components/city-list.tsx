import { type CityChoice, CityRows } from './city-rows'
import { LazyCitySearch } from './lazy-city-search'

/** More than these are not looked through: they are typed, or found by their province. */
const mostAtOnce = 12

/** Cities to choose from. `current`: the one that is shown now. */
export function CityList({
  current = null,
  ...choice
}: Omit<CityChoice, 'current'> & { current?: string | null }) {
  const Cities = choice.regions.length <= mostAtOnce ? CityRows : LazyCitySearch
  return <Cities current={current} {...choice} />
}
