/** How a file is cut into parts. Pure. */
import { partBytes } from '../contract/fields'

export type PartOf = { number: number; bytes: number }

/** From 1, each as large as `partBytes` but the last. */
export const partsOf = (bytes: number): PartOf[] =>
  Array.from({ length: Math.ceil(bytes / partBytes) }, (_, i) => ({
    number: i + 1,
    bytes: Math.min(partBytes, bytes - i * partBytes),
  }))

/** What of a file is not there, or not in its size. */
export const missingParts = (bytes: number, there: readonly PartOf[]): PartOf[] => {
  const sizes = new Map(there.map((part) => [part.number, part.bytes]))
  return partsOf(bytes).filter((part) => sizes.get(part.number) !== part.bytes)
}
