/** What a report is about: a fact, and for `out-of-stock` perhaps which amenity. Server and phone compare it by this rule. */
import type { Amenity, ReportFact } from '../contract'

type About = { fact: ReportFact; amenity?: Amenity | null | undefined }

/** No amenity is a subject of its own: who did not say what ran out said nothing of the water. */
export function sameSubject(a: About, b: About): boolean {
  return a.fact === b.fact && (a.amenity ?? null) === (b.amenity ?? null)
}
