/** What is kept of places, their regions and packed catalogues. Only the files in `store/` know the table's keys. */
import type { Context } from '../shared/aws/context'
import { importer } from './store/imports'
import { packStore } from './store/packs'
import { placeReader } from './store/places'
import { cityGridReader } from './store/region/city-grid'
import { contactWriter } from './store/region/contact'
import { regionListReader } from './store/region/region-list'
import { regionReader } from './store/region/regions'

export type { RegionHead } from './store/region/regions'
export type PlacesStore = ReturnType<typeof createPlacesStore>

export const createPlacesStore = ({ tableOf, clock }: Pick<Context, 'tableOf' | 'clock'>) => {
  const table = tableOf('places')
  return {
    ...regionReader(table),
    ...regionListReader(table),
    ...contactWriter(table, clock),
    ...placeReader(table),
    ...packStore(table),
    ...cityGridReader(table),
    ...importer(table, clock),
  }
}
