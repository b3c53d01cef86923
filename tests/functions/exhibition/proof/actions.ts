/** What two editors and a reviewer do, at random: steps of actions that happen at the same time. */
import fc from 'fast-check'

/**
 * `who`: one of three; `entry`: one of two exhibits, or the bulletin. Everybody tries everything: what is not allowed has to be refused.
 * `looks`: they read the entry anew before, and do not go by what they saw last.
 */
export type Action = {
  who: number
  entry: number
  looks: boolean
} /** `place`: one of two galleries, or categories. */ & (
  | { type: 'save'; place: number }
  | { type: 'submit' }
  /** `minutes` from now; null: at once. */
  | { type: 'approve'; minutes: number | null }
  | { type: 'reschedule'; minutes: number | null }
  | { type: 'return' }
  | { type: 'withdraw' }
  /** `version`: counted from the newest. */
  | { type: 'restore'; version: number }
  | { type: 'sweep' }
)
/** `minutes`: pass before it. */
export type Step = { minutes: number; actions: Action[] }
export type History = { seed: number; steps: Step[] }

const common = {
  who: fc.nat(2),
  entry: fc.nat(2),
  looks: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
}
const plain = (type: 'submit' | 'return' | 'withdraw' | 'sweep') =>
  fc.record({ ...common, type: fc.constant(type) })
const save = fc.record({ ...common, type: fc.constant('save' as const), place: fc.nat(1) })
const minutes = fc.option(fc.integer({ min: 1, max: 6 }))
const approve = fc.record({ ...common, type: fc.constant('approve' as const), minutes })
const reschedule = fc.record({ ...common, type: fc.constant('reschedule' as const), minutes })
const restore = fc.record({ ...common, type: fc.constant('restore' as const), version: fc.nat(2) })

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: save },
  { weight: 6, arbitrary: plain('submit') },
  { weight: 8, arbitrary: approve },
  { weight: 2, arbitrary: reschedule },
  { weight: 1, arbitrary: plain('return') },
  { weight: 2, arbitrary: plain('withdraw') },
  { weight: 2, arbitrary: restore },
  { weight: 3, arbitrary: plain('sweep') },
)

export const histories = (steps: number, together: number): fc.Arbitrary<History> =>
  fc.record({
    seed: fc.nat(1_000_000),
    steps: fc.array(
      fc.record({ minutes: fc.nat(3), actions: fc.array(action, { minLength: 1, maxLength: together }) }),
      { minLength: steps / 2, maxLength: steps, size: 'max' },
    ),
  })
