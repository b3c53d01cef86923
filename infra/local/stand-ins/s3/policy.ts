/** The conditions of a presigned POST (S3 API Reference, "POST Policy"): S3 takes a form that meets all of them and holds nothing else. */
import * as z from '../../../../functions/shared/zod'
import { denied, type Refusal } from './signature'

const conditionSchema = z.union([
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.startsWith('$')), z.string()]),
  z.record(z.string(), z.string()),
])
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(conditionSchema) })
type Policy = z.infer<typeof policySchema>

/** A form as it came: fields by their names in small letters, `bucket` of the address among them, and the size of the file. */
export type Form = { fields: ReadonlyMap<string, string>; bytes: number }

/** Fields that no condition has to name. */
const unconditional = new Set(['policy', 'x-amz-signature', 'file', 'bucket'])

/** Null: the form is what was allowed. */
export const checkPolicy = (form: Form, now: number): Refusal | null => {
  const policy = read(form.fields.get('policy') ?? '')
  if (!policy) return { status: 400, code: 'InvalidPolicyDocument', message: 'The policy is not one.' }
  if (now > Date.parse(policy.expiration)) return denied('Invalid according to Policy: Policy expired.')
  return checkFields(policy, form.fields) ?? checkSize(policy, form.bytes)
}

const read = (base64: string): Policy | null => {
  try {
    const parsed = z.safeParse(policySchema, JSON.parse(Buffer.from(base64, 'base64').toString()))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

type Rule = { how: 'eq' | 'starts-with'; field: string; value: string }

const rulesOf = ({ conditions }: Policy): Rule[] =>
  conditions.flatMap((condition): Rule[] => {
    if (!Array.isArray(condition))
      return Object.entries(condition).map(([name, value]) => ({
        how: 'eq',
        field: name.toLowerCase(),
        value,
      }))
    if (condition[0] === 'content-length-range') return []
    return [{ how: condition[0], field: condition[1].slice(1).toLowerCase(), value: condition[2] }]
  })

const checkFields = (policy: Policy, fields: Form['fields']): Refusal | null => {
  const rules = rulesOf(policy)
  for (const { how, field, value } of rules) {
    const given = fields.get(field) ?? ''
    if (how === 'eq' ? given !== value : !given.startsWith(value))
      return denied(
        `Invalid according to Policy: Policy Condition failed: ["${how}", "$${field}", "${value}"]`,
      )
  }
  const named = new Set(rules.map(({ field }) => field))
  const extra = [...fields.keys()].find(
    (name) => !named.has(name) && !unconditional.has(name) && !name.startsWith('x-ignore-'),
  )
  return extra === undefined ? null : denied(`Invalid according to Policy: Extra input fields: ${extra}`)
}

const checkSize = ({ conditions }: Policy, bytes: number): Refusal | null => {
  for (const condition of conditions) {
    if (!Array.isArray(condition) || condition[0] !== 'content-length-range') continue
    const [, least, most] = condition
    if (bytes < least) return { status: 400, code: 'EntityTooSmall', message: 'The file is too small.' }
    if (bytes > most) return { status: 400, code: 'EntityTooLarge', message: 'The file is too large.' }
  }
  return null
}
