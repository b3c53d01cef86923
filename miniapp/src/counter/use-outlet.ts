/** The counter one stands behind: which outlets there are, which was chosen, and what they are called. */

import * as z from '@common/zod'
import { placeIdSchema } from '@contract/shared'
import * as endpoints from '@functions/places/endpoints/place'
import { call } from '@/shared/api/request'
import { usePlaceName } from '@/shared/city/use-place-name'
import { createRemote, useRemote } from '@/shared/query/remote'
import { outletsOf, useMe } from '@/shared/session/session'
import { phoneStore, storedValue } from '@/shared/storage/storage'
import { createStore, type Store, useStore } from '@/shared/storage/store'
import { chosenOutlet, numberName } from './place'

const storedOutlet = storedValue(phoneStore, 'counter', 1, placeIdSchema)
let store: Store<string | null> | null = null
const chosen = (): Store<string | null> => {
  store ??= createStore(storedOutlet.read())
  return store
}

/** Stored on this phone. Null: the person is asked again. */
export function chooseOutlet(id: string | null): void {
  if (id === null) storedOutlet.clear()
  else storedOutlet.write(id)
  chosen().set(id)
}

const watched = {
  get: () => chosen().get(),
  subscribe: (listener: () => void) => chosen().subscribe(listener),
}

export function useOutlets(): { outlets: string[]; outlet: string | null } {
  const outlets = outletsOf(useMe())
  const last = useStore(watched)
  return { outlets, outlet: chosenOutlet(outlets, last) }
}

const day = 24 * 60 * 60_000
const places = createRemote((id) => call(endpoints.place, { params: { id } }), { fresh: day })

/** From the catalogue on the phone; for another city's outlet from the server; its number until that has come. */
export function useOutletName(id: string): string {
  const inCity = usePlaceName()(id)
  const { value } = useRemote(places, inCity === null && z.safeParse(placeIdSchema, id).success ? id : null)
  return inCity ?? value?.name ?? numberName(id)
}
