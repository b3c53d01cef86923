import { domains } from '../../functions/domains'
import type { Operation } from '../../functions/shared/declaration/operation'

export type ApiBehavior = {
  /** As CloudFront has it: `*` is anything, slashes too. */
  pattern: string
  isCached: boolean
}

type ApiOperation = Pick<Operation, 'method' | 'path' | 'cached'>

/**
 * Which paths CloudFront may keep answers of, in the order in which it tries them: the first pattern that fits decides. All
 * paths with the same first word, `/api/gifts…`, are one pattern, since CloudFront takes few; those of them that are not
 * cached stand before it. Throws where a path's pattern would decide wrongly.
 */
export const apiBehaviors = (operations: readonly ApiOperation[]): ApiBehavior[] => {
  const families = [...new Set(operations.filter(({ cached }) => cached).map(({ path }) => familyOf(path)))]
  const behaviors = [
    ...families.flatMap((family) => {
      const others = operations.filter(({ path, cached }) => !cached && fits(`${family}*`, path))
      return [
        ...[...new Set(others.map(({ path }) => patternOf(path)))].map(uncached),
        { pattern: `${family}*`, isCached: true },
      ]
    }),
    uncached('/api/*'),
  ]
  for (const { path, cached = false } of operations)
    if (isCachedBy(behaviors, path) !== cached)
      throw new Error(`CloudFront cannot tell what it may keep of ${path}: give it another path`)
  return behaviors
}

const uncached = (pattern: string): ApiBehavior => ({ pattern, isCached: false })

/** `/api/gifts` of `/api/gifts/:id`. */
const familyOf = (path: string) => path.split('/').slice(0, 3).join('/')
const patternOf = (path: string) => path.replace(/:\w+/g, '*')

const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)

/** Whether the behavior that decides about a path keeps answers, the same for everybody. */
export const isCachedBy = (behaviors: readonly ApiBehavior[], path: string): boolean =>
  behaviors.find(({ pattern }) => fits(pattern, path))?.isCached ?? false

/** What may be kept between two callers, for as long as the function says; all else passes through with its headers. */
export const apiPaths: readonly ApiBehavior[] = apiBehaviors(
  domains.flatMap(({ operations }) => Object.values(operations)),
)
