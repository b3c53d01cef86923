/**
 * An operation may begin to read while it is still being checked whether its caller may ask at all, so that the check
 * costs no time of its own. Until the check has passed it writes nothing and asks no other function: every write of a table and every
 * such call waits for it.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const underCheck = new AsyncLocalStorage<Promise<boolean>>()

/** What the work gave; null if the check was not passed, and then nothing was written. Throws what the check throws. */
export async function whileChecking<T>(check: Promise<boolean>, work: () => Promise<T>): Promise<T | null> {
  const [passed, outcome] = await Promise.allSettled([check, underCheck.run(check, work)])
  if (passed.status === 'rejected') throw passed.reason
  if (!passed.value) return null
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/** Waits for the check that the caller runs under, if there is one; throws if it is not passed. */
export async function mayWrite(): Promise<void> {
  const check = underCheck.getStore()
  if (check && !(await check)) throw new Error('a write of an operation that was refused')
}
