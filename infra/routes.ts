/**
 * The routes of the HTTP API, as few as lead every operation to its domain: API Gateway takes 300. A domain has
 * `/api/<domain>/{proxy+}` and, for paths that begin otherwise, the shortest beginnings that are its alone.
 */
import type { Domain, Throttle } from '../functions/shared/declaration/domain'

type Claimant = Pick<Domain, 'name' | 'paths' | 'throttles' | 'fallback'>

/** Paths of the contracts by their segments. */
type Node = { path: string; children: Map<string, Node>; owners: Set<string>; endsHere: string | null }

/** Takes what no other route matches. */
export const defaultRoute = '$default'

const ownPrefix = (domain: string) => `/api/${domain}`

/** `/api/places/:id` is `/api/places/{id}` to API Gateway. */
const inBraces = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

/** The routes that a path of a throttle needs, for API Gateway counts by route. */
const routeOfPath = (path: string) => `ANY ${inBraces(path)}`

/**
 * Route keys by domain, `/api/<domain>/{proxy+}` first. Every route takes any method: the function itself answers 405.
 * Throws where two domains declare one path, and where a throttle is of a path that its domain does not declare.
 */
export const gatewayRoutes = (domains: readonly Claimant[]): Map<string, string[]> => {
  const root = newNode('')
  for (const { name, paths } of domains) for (const path of paths) insert(root, path, name)
  const found = new Map(domains.map(({ name }) => [name, new Set([`ANY ${ownPrefix(name)}/{proxy+}`])]))
  const add = (domain: string, path: string) => found.get(domain)?.add(routeOfPath(path))
  const names = new Set(domains.map(({ name }) => name))
  walk(root, names, add)
  for (const { name, paths, throttles = {}, fallback } of domains) {
    for (const path of Object.keys(throttles)) {
      if (!paths.includes(path)) throw new Error(`${name} throttles ${path}, which it does not declare`)
      add(name, path)
    }
    if (fallback) found.get(name)?.add(defaultRoute)
  }
  return new Map([...found].map(([name, keys]) => [name, [...keys]]))
}

const greedy = '/{proxy+}'

/**
 * The throttles of single routes by their keys. A greedy route that leads to a throttled path too takes no more than the
 * least of its throttles: `/api/sessions/%72efresh` may be the greedy route's to API Gateway, and the same to the function.
 */
export const routeThrottles = (domains: readonly Claimant[]): Record<string, Throttle> => {
  const routes = gatewayRoutes(domains)
  const own = domains.flatMap(({ throttles = {} }) =>
    Object.entries(throttles).map(([path, throttle]) => [routeOfPath(path), throttle] as const),
  )
  const around = domains.flatMap(({ name, throttles = {} }) =>
    (routes.get(name) ?? [])
      .filter((key) => key.endsWith(greedy))
      .flatMap((key) => {
        const prefix = key.slice(0, -greedy.length)
        const below = Object.entries(throttles).filter(([path]) =>
          `${routeOfPath(path)}/`.startsWith(`${prefix}/`),
        )
        return below.length === 0 ? [] : [[key, leastOf(below.map(([, throttle]) => throttle))] as const]
      }),
  )
  return Object.fromEntries([...own, ...around])
}

const leastOf = (throttles: readonly Throttle[]): Throttle => ({
  rate: Math.min(...throttles.map(({ rate }) => rate)),
  burst: Math.min(...throttles.map(({ burst }) => burst)),
})

const newNode = (path: string): Node => ({ path, children: new Map(), owners: new Set(), endsHere: null })

const insert = (root: Node, path: string, domain: string) => {
  let node = root
  for (const segment of path.split('/').slice(1)) {
    // Two names of a parameter in one place are one and the same to API Gateway.
    const key = segment.startsWith(':') ? ':' : segment
    const child = node.children.get(key) ?? newNode(`${node.path}/${segment}`)
    node.children.set(key, child)
    child.owners.add(domain)
    node = child
  }
  if (node.endsHere !== null && node.endsHere !== domain)
    throw new Error(`${path} is declared by ${node.endsHere} and by ${domain}`)
  node.endsHere = domain
}

type Add = (domain: string, path: string) => void

const walk = (node: Node, names: ReadonlySet<string>, add: Add) => {
  const byName = [...names].find((name) => ownPrefix(name) === node.path)
  if (byName !== undefined) return spellOut(node, byName, add)
  if (node.endsHere !== null) add(node.endsHere, node.path)
  const [owner, ...others] = node.owners
  const isShared = owner === undefined || node.path === '/api' || others.length > 0
  if (!isShared) {
    if (node.children.size > 0) add(owner, `${node.path}/{proxy+}`)
    return
  }
  for (const [segment, child] of node.children) {
    // Which of two greedy paths is the more specific is documented for fixed segments alone.
    if (segment === ':') spellOut(child, null, add)
    else walk(child, names, add)
  }
}

/** A route for each path from here on; of the owner of all the rest only for the very path of the node. */
const spellOut = (node: Node, ownerOfRest: string | null, add: Add, isTop = true) => {
  if (node.endsHere !== null && (node.endsHere !== ownerOfRest || isTop)) add(node.endsHere, node.path)
  for (const child of node.children.values()) spellOut(child, ownerOfRest, add, false)
}
