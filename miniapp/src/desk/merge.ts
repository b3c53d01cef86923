/**
 * Two people edited the same thing. What only one of them touched is taken from that one; where both changed the
 * same field to different values, a person has to choose, and until then nothing is lost. Pure.
 */

/** A field that both changed, with what each made of it. */
export type Clash<T> = { field: keyof T; mine: T[keyof T]; theirs: T[keyof T] }
export type Merged<T> = {
  /** With my value wherever there is a clash. */
  value: T
  clashes: Clash<T>[]
  /** Fields that only the other one changed, now taken over. */
  taken: (keyof T)[]
}

export type Merge<T> = (base: T, mine: T, theirs: T) => Merged<T>

/**
 * @param base what both began with
 * @param mine what I have written, not saved
 * @param theirs what is saved now
 */
export function merge<T extends Record<string, unknown>>(base: T, mine: T, theirs: T): Merged<T> {
  const fields: (keyof T)[] = Object.keys(theirs)
  const value = { ...mine }
  const clashes: Clash<T>[] = []
  const taken: (keyof T)[] = []
  for (const field of fields) {
    if (same(mine[field], theirs[field]) || same(theirs[field], base[field])) continue
    if (same(mine[field], base[field])) {
      value[field] = theirs[field]
      taken.push(field)
    } else {
      clashes.push({ field, mine: mine[field], theirs: theirs[field] })
    }
  }
  return { value, clashes, taken }
}

/** The fields in which `now` differs from `before`. */
export function changedFields<T extends Record<string, unknown>>(before: T, now: T): (keyof T)[] {
  const fields: (keyof T)[] = Object.keys(now)
  return fields.filter((field) => !same(before[field], now[field]))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
