/** How a few corners become a line that looks drawn, and how lines are measured. Plane coordinates. */
import type { Position } from '../../miniapp/src/places/basemap/format'

/** Cuts each corner twice at a quarter (Chaikin); an open line keeps its ends. */
export const smooth = (line: readonly Position[], closed = false, times = 2): Position[] => {
  let current = [...line]
  for (let round = 0; round < times; round++) {
    const cut: Position[] = []
    const count = closed ? current.length : current.length - 1
    for (let i = 0; i < count; i++) {
      const a = current[i]
      const b = current[(i + 1) % current.length]
      if (!a || !b) continue
      cut.push(between(a, b, 0.25), between(a, b, 0.75))
    }
    const first = current[0]
    const end = current[current.length - 1]
    current = closed || !first || !end ? cut : [first, ...cut, end]
  }
  return current
}

/**
 * Breaks straight stretches longer than `grain` by midpoint displacement, so that a border made of
 * bisectors does not look ruled. `random` gives numbers in [0, 1).
 */
export const roughen = (line: readonly Position[], grain: number, random: () => number): Position[] => {
  const out: Position[] = []
  line.forEach((a, i) => {
    out.push(a)
    const b = line[i + 1]
    if (b) out.push(...displaced(a, b, grain, random))
  })
  return out
}

const displaced = (a: Position, b: Position, grain: number, random: () => number): Position[] => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length < grain) return []
  const swing = (random() - 0.5) * 0.3
  const middle: Position = [
    (a[0] + b[0]) / 2 - (b[1] - a[1]) * swing,
    (a[1] + b[1]) / 2 + (b[0] - a[0]) * swing,
  ]
  return [...displaced(a, middle, grain, random), middle, ...displaced(middle, b, grain, random)]
}

/** Drops points that lie within `tolerance` of the line without them (Douglas-Peucker). */
export const simplify = (line: readonly Position[], tolerance: number): Position[] => {
  const first = line[0]
  const end = line[line.length - 1]
  if (!first || !end || line.length < 3) return [...line]
  let worst = 0
  let at = 0
  line.forEach((p, i) => {
    const distance = distanceToSegment(p, first, end)
    if (distance > worst) {
      worst = distance
      at = i
    }
  })
  if (worst <= tolerance) return [first, end]
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)]
}

export const distanceToSegment = (p: Position, a: Position, b: Position): number => {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const squared = dx * dx + dy * dy
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

const between = (a: Position, b: Position, t: number): Position => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]
