/**
 * Random histories of several people on the real engine under random faults. A failure prints the seed and the history
 * that fails; `LEDGER_SEED=…` plays the histories of that seed again, and looks for the shortest that fails.
 */
import fc from 'fast-check'
import { withDomain } from '../../../support/engine/domain-engine'
import { isFull } from '../../../support/full-histories'
import { histories } from '../../../support/ledger-model/actions'
import {
  faultsWithoutSdkRetries,
  faultsWithSdkRetries,
  noFaults,
} from '../../../support/ledger-model/fault-injection'
import { type Playing, play } from '../../../support/ledger-model/history'

const database = withDomain('points')
const seed = Number(process.env.LEDGER_SEED ?? 20_260_919)
/** Ends what hangs; a slow machine is no failure of the ledger. */
const hang = 20 * 60_000
/** The second engine is slower, and sees fewer histories of the same kind. */
const share = process.env.DDB_ENGINE === 'java' ? 0.5 : 1

const holds = async (numRuns: number, together: number, playing: Playing) => {
  const property = fc.asyncProperty(histories(60, together), async (history) => {
    const { violations } = await play(database, history, playing)
    if (violations.length > 0) throw new Error(violations.join('\n'))
  })
  // Each step of shrinking plays a history, which takes long: only where somebody asks for a seed again.
  await fc.assert(property, {
    numRuns: Math.ceil(numRuns * share),
    seed,
    endOnFailure: process.env.LEDGER_SEED === undefined,
  })
}

describe('whatever people do and whatever fails, the ledger adds up', () => {
  it(
    'without faults, one after the other, and is what the model says',
    () => holds(isFull ? 10 : 1, 2, { profile: noFaults, people: 4 }),
    hang,
  )

  it(
    'while answers, requests and tokens get lost and people ask again',
    () => holds(isFull ? 14 : 2, 3, { profile: faultsWithoutSdkRetries, people: 5 }),
    hang,
  )

  it(
    'under more faults, with the retries of the SDK',
    () => holds(isFull ? 10 : 2, 4, { profile: faultsWithSdkRetries, people: 5 }),
    hang,
  )
})
