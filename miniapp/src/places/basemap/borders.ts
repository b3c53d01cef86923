/**
 * Merges cells of one owner into one outline. Borders are first cut into arcs, the stretches between
 * points where three owners meet; each arc is drawn once and then used by both of its sides, which is
 * what keeps neighbours free of gaps however the arc is smoothed.
 */
import type { Position } from './format'

export type OwnedCell = { owner: string | null; polygon: Position[] }

/**
 * The outline of every owner, counter-clockwise and closed. `draw` turns the corners of an arc into the
 * line that is shown; it must keep the two ends. Throws where an owner is not one piece without holes.
 */
export const mergeByOwner = (
  cells: readonly OwnedCell[],
  draw: (arc: Position[]) => Position[],
): Map<string, Position[]> => {
  const { next, vertices, nodes } = borderEdges(cells)
  const arcs = new Map<string, Position[]>()

  /** The drawn line that starts with edge a→b, and the node it ends in. */
  const arcFrom = (a: string, b: string, owner: string): { line: Position[]; end: string } => {
    const trail = [a, b]
    for (let at = b; !nodes.has(at) && at !== a; at = last(trail)) {
      const onward = next.get(at)?.find((edge) => edge.owner === owner)
      if (!onward) throw new Error(`the border of ${owner} ends at ${at}`)
      trail.push(onward.to)
    }
    const end = last(trail)
    const forward = trail.join('>')
    const backward = [...trail].reverse().join('>')
    const known = arcs.get(forward)
    if (known) return { line: known, end }
    const reversed = arcs.get(backward)
    if (reversed) return { line: [...reversed].reverse(), end }
    const line = draw(trail.map((v) => positionAt(vertices, v)))
    arcs.set(forward, line)
    return { line, end }
  }

  const outlines = new Map<string, Position[]>()
  for (const owner of new Set(cells.flatMap((cell) => cell.owner ?? []))) {
    const starts = [...vertices.keys()].filter((v) => next.get(v)?.some((edge) => edge.owner === owner))
    const start = starts.find((v) => nodes.has(v)) ?? starts[0]
    if (start === undefined) continue
    const ring: Position[] = []
    const visited = new Set<string>()
    let at = start
    do {
      const edge = next.get(at)?.find((candidate) => candidate.owner === owner)
      if (!edge || visited.has(at)) throw new Error(`the border of ${owner} crosses itself at ${at}`)
      visited.add(at)
      const { line, end } = arcFrom(at, edge.to, owner)
      ring.push(...(ring.length ? line.slice(1) : line))
      at = end
    } while (at !== start)
    const nodesOfOwner = starts.filter((v) => nodes.has(v)).length
    if (nodesOfOwner > visited.size) throw new Error(`${owner} is not one piece`)
    outlines.set(owner, ring)
  }
  return outlines
}

type Edge = { to: string; owner: string | null }

/** Directed edges with the owner on their left, where the owner on the right is another. */
export const borderEdges = (cells: readonly OwnedCell[]) => {
  const vertices = new Map<string, Position>()
  const directed = new Map<string, { from: string; to: string; owner: string | null }>()
  for (const { owner, polygon } of cells) {
    const keys = polygon.map((p) => keyOf(p, vertices))
    keys.forEach((from, i) => {
      const to = keys[(i + 1) % keys.length] ?? from
      if (from !== to) directed.set(`${from}|${to}`, { from, to, owner })
    })
  }
  const next = new Map<string, Edge[]>()
  const neighbours = new Map<string, Set<string>>()
  for (const { from, to, owner } of directed.values()) {
    const opposite = directed.get(`${to}|${from}`)?.owner ?? null
    if (owner === opposite) continue
    next.set(from, [...(next.get(from) ?? []), { to, owner }])
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
  }
  for (const v of vertices.keys()) if (!next.has(v)) vertices.delete(v)
  // Three or more owners meet where more than two borders leave.
  const nodes = new Set([...neighbours].flatMap(([v, around]) => (around.size > 2 ? [v] : [])))
  return { next, vertices, nodes }
}

/** Corners computed from two cells differ in their last digits: a millionth of a unit decides sameness. */
const keyOf = (p: Position, vertices: Map<string, Position>): string => {
  const key = `${Math.round(p[0] * 1e6)},${Math.round(p[1] * 1e6)}`
  if (!vertices.has(key)) vertices.set(key, p)
  return key
}

const positionAt = (vertices: Map<string, Position>, key: string): Position => {
  const position = vertices.get(key)
  if (!position) throw new Error(`no vertex ${key}`)
  return position
}

const last = (trail: string[]): string => trail[trail.length - 1] ?? ''
