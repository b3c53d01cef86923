/** Lists of the desk are kept by whose desk it is: `{person} {region}`, and for some `{person} {region} {month}`. */

import type { RemoteStore } from '@/shared/query/remote'

/** ms for which an answer is not asked for again. */
export const fresh = { fresh: 2_000 }

export const regionOf = (name: string): string => name.split(' ')[1] ?? ''
export const monthIn = (name: string): string => name.split(' ')[2] ?? ''

/**
 * Changes what the list holds by now: a late answer finds the changes of others. Nothing where the list
 * was never read.
 */
export function changeListed<T>(
  store: Pick<RemoteStore<T>, 'get' | 'put'>,
  name: string,
  change: (value: T) => T,
): void {
  const { value } = store.get(name)
  if (value !== null) store.put(name, change(value))
}

/** Puts what was just changed or made into the list that is shown, in its place or first. */
export function putInto<T extends { id: string }>(list: readonly T[], one: T): T[] {
  return list.some(({ id }) => id === one.id)
    ? list.map((other) => (other.id === one.id ? one : other))
    : [one, ...list]
}
