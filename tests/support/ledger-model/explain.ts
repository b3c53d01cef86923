/**
 * Whether what was answered, and what then stood in the books, can have come of doing the requests one after the other, in
 * whatever order: actions that meet may not make anything that no order of them would make.
 */
import { predict } from './predict'
import type { Context } from './predict/context'
import type { Done } from './requests'
import { type State, textOf } from './state'

/** Null where an order explains it; else what is wrong with the order in which they were sent. */
export const unexplained = (before: State, done: readonly Done[], afterwards: State, context: Context) => {
  const wanted = textOf(afterwards)
  let first: string | null = null
  for (const order of ordersOf(done))
    for (const happened of choicesOf(order)) {
      const problem = problemWith(before, happened, { afterwards, wanted }, context)
      if (problem === null) return null
      first ??= problem
    }
  return first
}

type Happened = Done & { isDone: boolean }

const problemWith = (
  before: State,
  happened: readonly Happened[],
  { afterwards, wanted }: { afterwards: State; wanted: string },
  context: Context,
): string | null => {
  const state = structuredClone(before)
  for (const { request, outcome, isDone } of happened) {
    if (!isDone) continue
    const expected = predict(state, request, context)
    if (outcome.code === 'unknown') continue
    if (expected.code !== outcome.code)
      return `${request.type} was answered ${outcome.code}, expected ${expected.code}`
    if (expected.of !== undefined && expected.of !== outcome.of)
      return `${request.type} told of ${outcome.of}, expected ${expected.of}`
  }
  return textOf(state) === wanted ? null : differenceOf(state, afterwards)
}

/** Requests of which nobody knows what became may have been done or not. */
const choicesOf = (done: readonly Done[]): Happened[][] =>
  done.reduce<Happened[][]>(
    (lists, one) =>
      lists.flatMap((list) => {
        const isDone = [...list, { ...one, isDone: true }]
        return one.outcome.code === 'unknown' ? [isDone, [...list, { ...one, isDone: false }]] : [isDone]
      }),
    [[]],
  )

const ordersOf = <T>(list: readonly T[]): T[][] =>
  list.length <= 1
    ? [[...list]]
    : list.flatMap((one, i) =>
        ordersOf([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [one, ...rest]),
      )

/** The first part in which they differ. */
const differenceOf = (expected: State, found: State): string => {
  const differences = (['persons', 'orders', 'gifts', 'waiting', 'codes', 'adjustments'] as const).flatMap(
    (part) => {
      const [wanted, there]: Record<string, unknown>[] = [expected[part], found[part]]
      const keys = new Set([...Object.keys(wanted ?? {}), ...Object.keys(there ?? {})])
      return [...keys].flatMap((key) => {
        const [a, b] = [textOf(wanted?.[key]), textOf(there?.[key])]
        return a === b ? [] : [`${part} ${key}: expected ${a}, found ${b}`]
      })
    },
  )
  return differences.slice(0, 3).join('; ')
}
