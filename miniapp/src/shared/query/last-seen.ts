/**
 * What the server answered last, kept on the phone for when there is no network: gifts by city, one's own by person and
 * city (`own-seen.ts`). A newer answer takes its place.
 */
import * as z from '@common/zod'
import { storedValue, type TextStore } from '@/shared/storage/storage'

/** `readAt`: ms, when it was read. */
export type Seen<T> = { value: T; readAt: number }

export type LastSeen<T> = {
  read(name: string): Seen<T> | null
  write(name: string, value: T, readAt: number): void
  /** Deletes entries of other names. */
  retain(accept: (name: string) => boolean): void
}

/** Cities, or persons in cities, that one phone looks at. */
const maxEntries = 3

/** @param what `gifts`: kept under `seen.gifts` */
export function createLastSeen<T>(store: TextStore, what: string, schema: z.ZodMiniType<T>): LastSeen<T> {
  const seenSchema = z.object({ name: z.string(), value: schema, readAt: z.number() })
  const stored = storedValue(store, `seen.${what}`, 1, z.array(seenSchema))
  const all = () => stored.read() ?? []
  return {
    read: (name) => all().find((one) => one.name === name) ?? null,
    write(name, value, readAt) {
      const others = all().filter((one) => one.name !== name)
      stored.write([{ name, value, readAt }, ...others].slice(0, maxEntries))
    },
    retain(accept) {
      const before = all()
      const left = before.filter(({ name }) => accept(name))
      if (left.length === before.length) return
      if (left.length > 0) stored.write(left)
      else stored.clear()
    },
  }
}
