import { apiPaths } from '../../constructs/distribution'

/** Whether the behaviour that decides about a path keeps answers, the same for everybody. */
export const isKeptAt = (rawUrl: string): boolean => {
  const path = rawUrl.split('?', 1)[0] ?? '/'
  return apiPaths.find(({ pattern }) => fits(pattern, path))?.isCached ?? false
}

/** CloudFront's patterns: `*` is anything, slashes too. */
const fits = (pattern: string, path: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)
