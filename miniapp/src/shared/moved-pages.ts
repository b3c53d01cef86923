/** Pages that had another path in an earlier release: links and bookmarks to it go on working. Pure. */
import { pathOf } from './http'

const moved: Record<string, string> = {
  'outlet/handover/index': 'counter/handover/index',
  'outlet/handovers/index': 'counter/handovers/index',
  'outlet/counter/index': 'counter/code/index',
}

/** The URL of today for a path of then; null for one that never was. */
export function movedTo(path: string, query: Record<string, string | undefined> = {}): string | null {
  const page = moved[path.replace(/^\//, '')]
  return page ? pathOf(`/${page}`, {}, query) : null
}
