/** Where somebody of the staff works: their city, their powers, and the pages that these open. */
import type { Me, Power } from '@contract/identity'
import { useEffect } from 'react'
import { chooseCity, cityStore, useCity } from '@/shared/city'
import { staffOf, useMe } from '@/shared/session/session'

/** @param name of the lists that belong to this person and this city */
export type Desk = { me: Me; region: string; powers: readonly Power[]; cities: string[]; name: string }

/**
 * The city whose desk one sits at: the one chosen for the map while it is one of theirs, else their first, to which the map
 * then goes too. Null: nobody is logged in, or they are no staff.
 */
export function useDesk(): Desk | null {
  const me = useMe()
  const city = useCity()
  const roles = staffOf(me)
  // While its catalogue is on the way as well: what is looked at is on record in the city of this desk.
  const wanted = cityStore.wanted()
  const role = roles.find(({ region }) => region === wanted) ?? roles[0]
  const region = role?.region ?? null
  useEffect(() => {
    // Names and districts of the desk's city come from the catalogue.
    const isOther = city.status === 'unchosen' || (wanted !== null && wanted !== region)
    if (region !== null && isOther) chooseCity(region)
  }, [region, wanted, city.status])
  if (!me || !role) return null
  return {
    me,
    region: role.region,
    powers: role.powers,
    cities: roles.map((one) => one.region),
    name: `${me.id} ${role.region}`,
  }
}
