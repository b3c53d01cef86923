import { JsonText } from '../../shared/json-text'
import type { PlaceSummary } from '../contract'

/** As long as a catalogue is held, so are the texts of its places that were asked for: about 1 KB each. */
const texts = new WeakMap<PlaceSummary, JsonText<PlaceSummary>>()

/** A place with what a list adds to it, as JSON. */
export const listed = <Added extends object>(
  place: PlaceSummary,
  added: Added,
): JsonText<PlaceSummary & Added> => {
  const text = texts.get(place) ?? JsonText.of(place)
  texts.set(place, text)
  return JsonText.both(text, JsonText.of(added))
}
