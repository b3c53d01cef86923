/** What a person is called: the id that every domain stores, the number that people read out, the name that colleagues use. */
import { adcodeSchema, instantSchema, noPersonalNumber, oneLine, personIdSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { personNoSchema } from './person-no'

export { personIdSchema }

/** 内部称呼, e.g. 王老师: what a city's staff call somebody who holds a role there. Citizens have none. */
export const staffNameSchema = z.string().check(
  z.minLength(1),
  z.maxLength(20),
  oneLine,
  z.refine((name) => name.trim() === name, { error: 'must neither begin nor end with a blank' }),
)

/** Persons that are resolved at once, ids and numbers together. */
export const maxResolved = 100

const isOfBoundedSize = ({ ids, nos }: { ids: string[]; nos: string[] }): boolean =>
  ids.length + nos.length <= maxResolved

export const resolveRequestSchema = z
  .strictObject({
    /** The city whose staff ask, and whose internal names are shown. */
    region: adcodeSchema,
    ids: z._default(z.array(personIdSchema).check(z.maxLength(maxResolved)), []),
    nos: z._default(z.array(personNoSchema).check(z.maxLength(maxResolved)), []),
  })
  .check(z.refine(isOfBoundedSize, { error: `must name at most ${maxResolved} persons`, path: ['ids'] }))

export const resolvedPersonSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  /** Within the city that was asked for; absent where there is none. */
  name: z.optional(z.string()),
})
export type ResolvedPerson = z.infer<typeof resolvedPersonSchema>
/** In no order. Whoever is not among them deleted their account, or never was. */
export const resolveResponseSchema = z.object({ persons: z.array(resolvedPersonSchema) })

/** `name`: null takes it away. */
export const staffNameRequestSchema = z.strictObject({
  region: adcodeSchema,
  name: z.nullable(staffNameSchema.check(noPersonalNumber())),
})

/**
 * A record that an internal name was set or removed, without the name: the name is deleted with its person, and records are never
 * changed.
 */
export const staffNameChangeSchema = z.object({
  at: instantSchema,
  by: personIdSchema,
  person: personIdSchema,
  isSet: z.boolean(),
})
export type StaffNameChange = z.infer<typeof staffNameChangeSchema>
