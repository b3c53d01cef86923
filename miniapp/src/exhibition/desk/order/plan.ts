/** Positions for a new order, with as few entries changed as can be. Pure. */
import type { EntrySummary } from '@functions/exhibition/contract/entries'

export type Placed = Pick<EntrySummary, 'id' | 'position'>
/** `isFixed`: it cannot be written now, and keeps its position where the order permits it. */
export type Wanted = Placed & { isFixed?: boolean }

const highest = 9_999
/** Between neighbours where all are numbered anew, so that the next move changes one alone. */
const step = 10

/** Those that get another position, in the wanted order. */
export function planOf(wanted: readonly Wanted[]): Placed[] {
  const positions = between(wanted) ?? wanted.map((_, at) => (at + 1) * step)
  return wanted.flatMap(({ id, position }, at) => {
    const next = positions[at] ?? position
    return next === position ? [] : [{ id, position: next }]
  })
}

/** Those that stand right keep their position, and the others come between; null where there is no room. */
function between(wanted: readonly Wanted[]): number[] | null {
  const kept = heaviestRise(wanted)
  const positions: number[] = []
  for (let at = 0; at < wanted.length; at++) {
    const own = wanted[at]?.position ?? 0
    if (kept.has(at)) {
      positions.push(own)
      continue
    }
    const last = positions[at - 1] ?? -1
    const next = wanted.findIndex((_, later) => later > at && kept.has(later))
    const end =
      next < 0 ? Math.min(last + step * (wanted.length - at + 1), highest + 1) : (wanted[next]?.position ?? 0)
    const count = (next < 0 ? wanted.length : next) - at
    const position = last + Math.floor((end - last) / (count + 1))
    if (position <= last || position >= end) return null
    positions.push(position)
  }
  return positions
}

/** Indices of a run of rising positions with as many fixed ones as can be, and of those a longest. */
function heaviestRise(wanted: readonly Wanted[]): ReadonlySet<number> {
  type Run = { at: number[]; last: number; weight: number }
  const none: Run = { at: [], last: -1, weight: 0 }
  const heavier = (a: Run, b: Run): Run => (b.weight > a.weight ? b : a)
  const runs: Run[] = []
  wanted.forEach(({ position, isFixed }, at) => {
    const before = runs.filter(({ last }) => last < position).reduce(heavier, none)
    const own = isFixed ? wanted.length : 1
    runs.push({ at: [...before.at, at], last: position, weight: before.weight + own })
  })
  return new Set(runs.reduce(heavier, none).at)
}

/** With the one at `from` put to `to`; as they were where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [one] = list.slice(from, from + 1)
  if (one === undefined || to < 0 || to >= list.length) return list
  const others = list.filter((_, at) => at !== from)
  return [...others.slice(0, to), one, ...others.slice(to)]
}
