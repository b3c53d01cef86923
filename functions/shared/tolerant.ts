/**
 * How a client reads what a later server may answer with. An installed mini-program is months old: what it does not know,
 * or what is broken, costs itself and nothing around it.
 */
import * as z from './zod'

/** Null for a value this build does not know. */
export const orNull = <T extends z.ZodMiniType>(schema: T) => z.catch(z.nullable(schema), null)

/** Absent where there is none, or none that this build can read. */
export const orAbsent = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** The items this build knows, in their order. */
export const listOfKnown = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.array(orAbsent(item)),
    z.transform((items) => items.filter((one) => one !== undefined)),
  )

/** Counts by word, of the words this build knows. */
export const countsOfKnown = <T extends string>(word: z.ZodMiniType<T>) =>
  z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((counts) => {
      const known: Partial<Record<T, number>> = {}
      for (const [key, count] of Object.entries(counts)) {
        const [read, number] = [word.safeParse(key), whole.safeParse(count)]
        if (read.success && number.success) known[read.data] = number.data
      }
      return known
    }),
  )

const whole = z.int()
