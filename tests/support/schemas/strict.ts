/**
 * The strict form of a schema that forgives: what the server may send, where the schema itself is what a client reads.
 * See functions/shared/tolerant.ts, whose shapes it takes apart.
 */
import * as z from '../../../functions/shared/zod'

type Schema = z.core.$ZodType

export function strictOf(schema: Schema): z.ZodMiniType {
  if (schema instanceof z.ZodMiniCatch) return strictOf(schema._zod.def.innerType)
  if (schema instanceof z.ZodMiniPipe) {
    // A list or a record of what is known: written as a plain one.
    const written = schema._zod.def.in
    return written instanceof z.ZodMiniTransform ? whole(schema) : strictOf(written)
  }
  if (schema instanceof z.ZodMiniOptional) return z.optional(strictOf(schema._zod.def.innerType))
  if (schema instanceof z.ZodMiniNullable) return z.nullable(strictOf(schema._zod.def.innerType))
  if (schema instanceof z.ZodMiniArray) return z.array(strictOf(schema._zod.def.element))
  if (schema instanceof z.ZodMiniObject) return strictObjectOf(schema)
  if (schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion)
    return z.union(schema._zod.def.options.map(strictOf))
  if (schema instanceof z.ZodMiniTuple) {
    const [first, ...rest] = schema._zod.def.items.map(strictOf)
    return first ? z.tuple([first, ...rest]) : z.tuple([])
  }
  return whole(schema)
}

/** Taken as it is. */
const whole = (schema: Schema): z.ZodMiniType => {
  if (!(schema instanceof z.ZodMiniType)) throw new Error('a schema that is not of zod/mini')
  return schema
}

function strictObjectOf(schema: z.ZodMiniObject): z.ZodMiniType {
  const shape = Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [name, strictOf(field)] as const),
  )
  // Loose where the schema says so.
  return schema._zod.def.catchall instanceof z.ZodMiniUnknown ? z.looseObject(shape) : z.strictObject(shape)
}
