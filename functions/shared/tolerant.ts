/**
 * How a client reads what a later server may answer with. An installed mini-program is months old: what it does not know,
 * or what is broken, costs itself and nothing around it. Schemas of responses are made of these; those of requests and of
 * stored items stay strict. tests/functions/compat finds a response that is not.
 */
import * as z from './zod'

/** What an unknown value is read as; screens call it 其他. */
export const other = 'other'
export type Other = typeof other

/** One of a list that may grow: `other` for a value this build does not know. */
export function openEnum<const Value extends string>(values: readonly Value[]) {
  const known: z.ZodMiniType<Value | Other> = z.enum(values)
  return z.catch(known, other)
}

/** One of several forms distinguished by a field, of which there may be more: `unknown` for one this build does not know. */
export function openUnion<Form, const Unknown>(forms: z.ZodMiniType<Form>, unknown: Unknown) {
  const known: z.ZodMiniType<Form | Unknown> = forms
  return z.catch(known, unknown)
}

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
