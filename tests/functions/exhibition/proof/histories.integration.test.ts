/**
 * Random histories of two editors and a reviewer, with schedules and withdrawals, several at once, on the real engine under random faults.
 * A failure prints the seed and the history that fails.
 */
import fc from 'fast-check'
import { withDomain } from '../../../support/engine/domain-engine'
import { isFull } from '../../../support/full-histories'
import {
  type FaultProfile,
  faultsWithoutSdkRetries,
  faultsWithSdkRetries,
  noFaults,
} from '../../../support/ledger-model/fault-injection'
import { histories } from './actions'
import { play } from './history'

const database = withDomain('exhibition')
/** Ends what hangs; a slow machine is no failure of the exhibition. */
const hang = 30 * 60_000

const holds = async (numRuns: number, profile: FaultProfile, together: number) => {
  const happened = new Set<string>()
  const property = fc.asyncProperty(histories(isFull ? 40 : 24, together), async (history) => {
    const { violations, outcomes } = await play(database, history, profile)
    for (const outcome of Object.keys(outcomes)) happened.add(outcome)
    if (violations.length > 0) throw new Error(violations.join('\n'))
  })
  await fc.assert(property, { numRuns, endOnFailure: true })
  return happened
}

describe('no acknowledged text is lost, none is public unreviewed, and each schedule fires once', () => {
  it(
    'where one thing happens after the other',
    async () => {
      const happened = await holds(isFull ? 200 : 4, noFaults, 1)
      // What was drawn has been more than refusals.
      for (const kind of ['exhibit', 'bulletin'])
        for (const type of ['save', 'submit', 'approve']) expect(happened).toContain(`${kind} ${type} done`)
    },
    hang,
  )

  it(
    'while answers and requests get lost and people ask again, several at once',
    () => holds(isFull ? 400 : 2, faultsWithoutSdkRetries, 3),
    hang,
  )

  it(
    'under more faults, with the retries of the SDK',
    () => holds(isFull ? 400 : 2, faultsWithSdkRetries, 4),
    hang,
  )
})
