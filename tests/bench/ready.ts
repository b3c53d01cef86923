/** What the phone does with a catalogue it received or kept: parse, check, unpack, index. */
import { packedCatalogueSchema } from '../../functions/places/rules/catalogue'
import { type LoadedCatalogue, loadCatalogue } from '../../miniapp/src/places/catalogue/load'

export function ready(text: string): LoadedCatalogue {
  const loaded = loadCatalogue(packedCatalogueSchema.parse(JSON.parse(text)))
  if (loaded === null) throw new Error('the catalogue cannot be read')
  return loaded
}
