/** `setData`'s paths (`root.cn.[0].v`, `list[2]`) on the logic layer's own copy of the data. */
import { isRecord } from './realm'

export function applyPatch(data: Record<string, unknown>, patch: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop()
    if (last === undefined) continue
    let node = data
    for (const [index, step] of steps.entries()) {
      const next = node[step]
      if (isRecord(next)) {
        node = next
        continue
      }
      // What does not exist yet comes into being as the path says: an array where a number follows.
      const created: Record<string, unknown> = /^\d+$/.test(steps[index + 1] ?? last) ? Object([]) : {}
      node[step] = created
      node = created
    }
    node[last] = value
  }
}
