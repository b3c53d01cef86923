/**
 * Makes a client meet DynamoDB's ways on a local engine, which has none of them: how long a request takes, that two
 * transactions on one item do not both go through, and, if so asked, functions that die between two requests.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { TableUnavailable } from '../../../functions/shared/aws/unavailable'
import { withConflicts } from '../../support/faults/faults'
import type { Ledger, Outcome } from './ledger'

/** Milliseconds that a request is under way at least: of the order that DynamoDB has inside a region. */
const plainMs = 5
const transactionMs = 15

class Ended extends Error {}

export type Met = { conflicts: number; deaths: number }

/** @param dies asked before every request whether the function ends there */
export function inCloud(
  client: DynamoDBDocumentClient,
  { meets = true, dies = () => false }: { meets?: boolean; dies?: () => boolean } = {},
): Met {
  const met: Met = { conflicts: 0, deaths: 0 }
  if (meets) withConflicts(client, { underWay: new Set(), onConflict: () => met.conflicts++ })
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (dies()) {
          met.deaths++
          throw new Ended('the function ended here')
        }
        const ms = commandName.startsWith('Transact') ? transactionMs : plainMs
        const [answer] = await Promise.all([next(args), new Promise((done) => setTimeout(done, ms))])
        return answer
      },
    { step: 'initialize', priority: 'low', name: 'benchCloud' },
  )
  return met
}

export type Call = (ledger: Ledger) => Promise<Outcome>
export type Served = {
  counts: Record<Outcome, number>
  /** Milliseconds from the beginning to the last call that was done. */
  lastDoneMs: number
}

/** More would be a program that never answers. */
const mostTries = 40

/** All calls at once through so many functions, each of which does one after the other, as Lambda lets it. */
export async function runConcurrently(functions: readonly Ledger[], calls: readonly Call[]): Promise<Served> {
  const counts: Served['counts'] = { done: 0, 'sold-out': 0, refused: 0, retry: 0 }
  const waiting = calls.map((call) => ({ call, tries: 0 }))
  const began = performance.now()
  let lastDoneMs = 0
  const serve = async (ledger: Ledger) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await next.call(ledger).catch((error: unknown): Outcome => {
        // The second is a busy machine's engine; the caller gets 503 and retries.
        if (error instanceof Ended || error instanceof TableUnavailable) return 'retry'
        throw error
      })
      counts[outcome]++
      next.tries++
      if (outcome === 'done') lastDoneMs = performance.now() - began
      if (outcome === 'retry') waiting.push(next)
      if (next.tries >= mostTries) throw new Error(`asked ${mostTries} times and never answered`)
    }
  }
  await Promise.all(functions.map(serve))
  return { counts, lastDoneMs }
}
