/** The environment, parsed once when a function starts; a wrong one stops it there, naming the variables only. */
import type { ObjectSchema } from '../declaration/operation'
import * as z from '../zod'

export function parseEnv<T extends ObjectSchema>(schema: T, env: NodeJS.ProcessEnv): z.infer<T> {
  const parsed = z.safeParse(schema, env)
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]
  throw new Error(`environment is missing or wrong: ${names.join(', ')}`)
}
