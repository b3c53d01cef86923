import { JsonText } from '../../shared/json-text'
import type { OpenAnswer, PlaceSummary } from '../contract'

/** As long as a catalogue is held, so are the texts of its places that were asked for: about 1 KB each. */
const places = new WeakMap<PlaceSummary, JsonText<PlaceSummary>>()
/** Answers are kept while they hold, and shared by places with the same hours. */
const answers = new WeakMap<OpenAnswer, JsonText<{ open: OpenAnswer }>>()

/** A place as a list has it, in two parts. */
export const placeText = (place: PlaceSummary) => kept(places, place, () => JsonText.of(place))
export const openText = (open: OpenAnswer) => kept(answers, open, () => JsonText.of({ open }))

const kept = <Of extends object, Text>(texts: WeakMap<Of, Text>, of: Of, write: () => Text): Text => {
  const known = texts.get(of)
  if (known) return known
  const text = write()
  texts.set(of, text)
  return text
}
