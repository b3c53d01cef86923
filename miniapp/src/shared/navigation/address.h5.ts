/**
 * What of a page belongs into its address, as `?id=…&tab=…`: reloaded, kept as a bookmark or sent to a colleague, the page
 * shows the same. No entry is added to the history.
 */
import { addressNow, replaceAddress } from './back-entry'

/** @param value null takes it out */
export function writeAddress(name: string, value: string | null): void {
  const now = addressNow() || '#'
  const [page, query = ''] = now.split('?')
  const params = new URLSearchParams(query)
  if (value === null) params.delete(name)
  else params.set(name, value)
  const search = params.toString()
  const next = `${page}${search ? `?${search}` : ''}`
  if (next !== now) replaceAddress(next)
}
