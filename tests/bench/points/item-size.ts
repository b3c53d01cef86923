/**
 * How large an item is to DynamoDB and what a transaction of them costs, by AWS's own rules (Developer Guide, “DynamoDB item
 * sizes and formats” and “Read and write operations”). Local engines count otherwise, each in its way.
 */
import * as z from '../../../functions/shared/zod'

/** An item as it goes over the wire: `{"PK": {"S": "…"}, "left": {"N": "3"}}`. */
export type WireItem = { [name: string]: unknown }

const number = (digits: string): number => {
  const significant = digits.replace(/^-|\./g, '').replace(/^0+|0+$/g, '')
  return Math.ceil(significant.length / 2) + 1 + (digits.startsWith('-') ? 1 : 0)
}
const text = (value: string): number => Buffer.byteLength(value)
const container = 3
const element = 1

const valueSchema = z.union([
  z.strictObject({ S: z.string() }),
  z.strictObject({ N: z.string() }),
  z.strictObject({ BOOL: z.boolean() }),
  z.strictObject({ NULL: z.boolean() }),
  z.strictObject({ L: z.array(z.unknown()) }),
  z.strictObject({ M: z.record(z.string(), z.unknown()) }),
])

function valueBytes(raw: unknown): number {
  const value = z.parse(valueSchema, raw)
  if ('S' in value) return text(value.S)
  if ('N' in value) return number(value.N)
  if ('L' in value) return value.L.reduce<number>((sum, one) => sum + valueBytes(one) + element, container)
  if ('M' in value) return itemBytes(value.M) + container + element * Object.keys(value.M).length
  return 1
}

export const itemBytes = (item: WireItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + text(name) + valueBytes(value), 0)

/** One unit a kilobyte begun, and twice that in a transaction. */
export const transactedUnits = (bytes: number): number => 2 * Math.ceil(bytes / 1024)
