import { cityOf } from '../../shared/city-of'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { placesOperations } from '../operations'
import { openAnswer } from '../rules/opening'
import { calendarAt } from '../service/catalogue/edition'
import type { PlacesStore } from '../store'
import { unknownPlace } from './failures'
import { districtNameOf } from './response/place-text'

/** Read from the table itself: who has just reported something sees what became of it. */
export const handlePlace =
  (store: Pick<PlacesStore, 'readPlace'>, clock: () => number): HandlerOf<typeof placesOperations.place> =>
  async ({ params }) => {
    const place = await store.readPlace(params.id, { consistent: false })
    if (!place) return err(unknownPlace)
    const at = clock()
    const open = openAnswer(place, calendarAt(at), at)
    const region = cityOf(place.id)
    const json = { ...place, districtName: districtNameOf(place), region, datum: 'gcj02' as const, open }
    return ok({ json, headers: { 'cache-control': 'no-cache' } })
  }
