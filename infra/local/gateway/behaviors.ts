import { apiPaths, isCachedBy } from '../../constructs/api-behaviors'

/** Whether the behavior that decides about a path keeps answers, the same for everybody. */
export const isKeptAt = (rawUrl: string): boolean => isCachedBy(apiPaths, rawUrl.split('?', 1)[0] ?? '/')
