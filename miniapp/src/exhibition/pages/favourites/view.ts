/** What the list of favourites says of each. Pure. */
import type { Hall } from '@contract/exhibition'
import type { Age } from '@/shared/storage/settings'
import type { Favourite } from '../../favourites'
import type { ExhibitAt } from '../../go'
import { isShut } from '../../view'

/** `at`: where it is to be seen now. `shut`: not by this person. `gone`: nowhere any more. */
export type Found =
  | { state: 'shown'; title: string; at: ExhibitAt; gallery: string | null }
  | { state: 'shut' | 'gone'; title: string }

/** @param hall null while it has not come: what was kept is taken to be there */
export function find(favourite: Favourite, hall: Hall | null, age: Age): Found {
  const { region, gallery, exhibit, title } = favourite
  if (!hall) return { state: 'shown', title, at: { region, gallery, exhibit }, gallery: null }
  for (const one of hall.galleries) {
    const found = one.exhibits.find(({ id }) => id === exhibit)
    if (!found) continue
    if (isShut(one, age)) return { state: 'shut', title: found.title }
    return {
      state: 'shown',
      title: found.title,
      at: { region, gallery: one.gallery, exhibit },
      gallery: one.title,
    }
  }
  return { state: 'gone', title }
}

/** The cities of a list, each once, in the order of what was kept last. */
export const regionsOf = (list: readonly Favourite[]): string[] => [
  ...new Set(list.map(({ region }) => region)),
]
