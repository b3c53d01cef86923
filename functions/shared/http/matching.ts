/** Which of the routes a request is for. Hono's routers, without the rest of it. */
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { tryDecodeURIComponent } from 'hono/utils/url'

/** `method`: null for any. */
export type Matched<T> = { method: string | null; path: string; target: T }
export type Match<T> = (method: string, path: string) => { target: T; params: Record<string, string> } | null

/** Of several that match, the one that comes first. */
export function createMatch<T>(routes: readonly Matched<T>[]): Match<T> {
  const router = new SmartRouter<T>({ routers: [new RegExpRouter(), new TrieRouter()] })
  for (const { method, path, target } of routes) router.add(method ?? 'ALL', path, target)
  return (method, path) => {
    const [matches, stash] = router.match(method, path)
    const [first] = matches
    if (first === undefined) return null
    const [target, named] = first
    const params: Record<string, string> = {}
    for (const [name, at] of Object.entries(named)) {
      const value = typeof at === 'number' ? stash?.[at] : at
      if (value !== undefined) params[name] = tryDecodeURIComponent(value)
    }
    return { target, params }
  }
}
