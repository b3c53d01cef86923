import type { Constitution } from '../invariants'
import type { Request } from '../requests'

export type Context = {
  /** Ms since 1970. */
  at: number
  constitution: Constitution
  /** Points of a code of each batch, and what it is called. */
  batches: Record<string, { points: number; label: string }>
  /** Outlets behind whose counter the person stands. */
  outletsOf: (person: string) => readonly string[]
}

export type Of<T extends Request['type']> = Extract<Request, { type: T }>
