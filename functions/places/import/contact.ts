/** How a city's centre is reached, as somebody wrote it in a JSON file. */
import { fieldErrors } from '../../shared/http/fields'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import { type Contact, pointSchema } from '../contract'
import { hoursOf } from '../rules/hours'
import { isPhone } from './row/cells'

const lineSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const writtenSchema = z.strictObject({
  name: lineSchema,
  phones: z
    .array(lineSchema.check(z.refine(isPhone, { error: 'is no telephone number' })))
    .check(z.minLength(1), z.maxLength(5)),
  address: lineSchema,
  hours: z.nullable(
    lineSchema.check(z.refine((text) => hoursOf(text) !== null, { error: 'is no opening_hours text' })),
  ),
  position: z.nullable(pointSchema),
})

/** The contact, or in words which field is wrong. A byte order mark is forgiven. */
export function readContact(text: string): Result<Contact, string> {
  const json = jsonOf(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return json
  const read = z.safeParse(writtenSchema, json.value, { reportInput: true })
  if (read.success) return ok(read.data)
  return err(
    fieldErrors(read.error.issues, 'contact')
      .map(({ field, message }) => `${field} ${message}`)
      .join('；'),
  )
}

function jsonOf(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return err('不是 JSON')
  }
}
