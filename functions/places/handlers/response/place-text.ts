import { cityOf } from '../../../shared/city-of'
import { JsonText } from '../../../shared/http/json-text'
import type { OpenAnswer, PlaceSummary } from '../../contract'
import { fullDistrictName } from '../../rules/divisions'

/** As long as a catalogue is held, so are the texts of its places that were asked for: about 1 KB each. */
type Named = PlaceSummary & { districtName: string }
const places = new WeakMap<PlaceSummary, JsonText<Named>>()
/** Answers are kept while they hold, and shared by places with the same hours. */
const answers = new WeakMap<OpenAnswer, JsonText<{ open: OpenAnswer }>>()

/** A place as a list has it, in two parts. */
export const placeText = (place: PlaceSummary) =>
  kept(places, place, () => JsonText.of({ ...place, districtName: districtNameOf(place) }))
export const openText = (open: OpenAnswer) => kept(answers, open, () => JsonText.of({ open }))

/** 清江浦区; the place itself has the short name, which is the key. */
export const districtNameOf = ({ id, district }: Pick<PlaceSummary, 'id' | 'district'>): string =>
  fullDistrictName(cityOf(id), district)

const kept = <Of extends object, Text>(texts: WeakMap<Of, Text>, of: Of, write: () => Text): Text => {
  const known = texts.get(of)
  if (known) return known
  const text = write()
  texts.set(of, text)
  return text
}
