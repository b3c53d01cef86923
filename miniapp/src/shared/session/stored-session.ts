/** Who is logged in, as this phone stores it and as the screens get it. */
import * as z from '@common/zod'
import { type Me, meSchema } from '@contract/identity'
import { type StoredValue, storedValue, type TextStore } from '../storage/storage'
import { createStore, type Store } from '../storage/store'

/**
 * `hasEnded`: somebody was logged in until the server said no; screens say so and offer the login. `isDeleting`: that was
 * because they had asked for deletion, of which no end was heard.
 */
export interface SessionNow {
  me: Me | null
  hasEnded: boolean
  isDeleting?: boolean
}

const storedSessionSchema = z.object({
  access: z.string(),
  /** Milliseconds by the phone's clock. */
  accessUntil: z.number(),
  refresh: z.string(),
  me: meSchema,
  /** Deletion was asked for by this session, and may have begun. */
  deleting: z.optional(z.boolean()),
})
export type StoredSession = z.infer<typeof storedSessionSchema>

export const nobody: SessionNow = { me: null, hasEnded: false }
export const underDeletion: SessionNow = { me: null, hasEnded: false, isDeleting: true }

export const storedSession = (storage: TextStore): StoredValue<StoredSession> =>
  storedValue(storage, 'session', 1, storedSessionSchema)

/** Reads the phone's store when first asked, not when the program starts. */
export function sessionStore(stored: StoredValue<StoredSession>): Store<SessionNow> {
  let store: Store<SessionNow> | null = null
  const made = (): Store<SessionNow> => {
    const me = store ? null : (stored.read()?.me ?? null)
    store ??= createStore<SessionNow>(me ? { me, hasEnded: false } : nobody)
    return store
  }
  return {
    get: () => made().get(),
    set: (next) => made().set(next),
    subscribe: (listener) => made().subscribe(listener),
  }
}
