/** Whatever is sent to whatever route: it is answered, never as if the fault were ours, and what is refused writes nothing. */
import fc from 'fast-check'
import { domains } from '../../../functions/domains'
import { problemSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import { isFull } from '../../support/full-histories'
import { everything, type Listed } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import type { Answer } from '../../support/worlds/api'
import { type Hostile, hostileFrom } from './hostile'
import { whoMay, withOneProduct } from './kit'

const shared = withOneProduct()

/** `FUZZ_RUNS=1000` looks longer. */
const runsEach = Number(process.env.FUZZ_RUNS ?? (isFull ? 200 : 15))

/** What is counted of somebody who is refused: tries, and how often an address asked, under the salt of the month. */
const isCount = (key: string) => /^(tries#|source#|salt )/.test(key)

let leaving = 0
const bearerOf = async (scene: Scene, one: Listed, by: Hostile['by']): Promise<Record<string, string>> => {
  if (by === 'nobody') return {}
  // Who asks these is gone afterwards, and so is whoever was made for it.
  const isEnding = by === 'whoever may' && one.endsWhoAsks === true
  if (isEnding) leaving++
  const who = isEnding ? await scene.stage.enter(`oLeaving-${leaving}-0`) : whoMay(scene, one)
  const { access } = (by === 'a citizen' ? scene.lin : who).session
  return { authorization: `Bearer ${access}` }
}

const sendHostile = async (
  scene: Scene,
  one: Listed,
  { method, target, body, headers, by, sourceIp }: Hostile,
) => {
  const { stage } = scene
  const bearer = await bearerOf(scene, one, by)
  stage.writes.length = 0
  const answer = await stage.call(one.domain, method ?? one.operation.method, target, {
    body,
    sourceIp,
    headers: {
      ...bearer,
      'content-type': 'application/json',
      ...(one.operation.idempotent && { 'idempotency-key': stage.key() }),
      ...headers,
    },
  })
  return { answer, writes: [...stage.writes] }
}

const checkAnswer = ({ status, bytes, headers, json }: Answer) => {
  expect(status).toBeLessThan(500)
  if (status < 400 || bytes.length === 0) return
  const problem = z.parse(problemSchema, json())
  expect(problem.status).toBe(status)
  expect(headers['content-type']).toBe('application/problem+json')
  expect(headers['x-request-id']).toBe(problem.requestId)
}

const tally: Record<string, number> = {}

describe('whatever is sent', () => {
  it.each(domains.map(({ name }) => name))(
    'to %s is answered, and what is refused writes nothing',
    async (domain) => {
      const { stage, scene } = shared.product
      for (const one of everything.filter((listed) => listed.domain === domain)) {
        const valid = await one.ask(scene, whoMay(scene, one))
        await fc.assert(
          fc.asyncProperty(hostileFrom(valid, Object.keys(one.operation.query.shape)), async (hostile) => {
            const { answer, writes } = await sendHostile(scene, one, hostile)
            tally[answer.status] = (tally[answer.status] ?? 0) + 1
            checkAnswer(answer)
            if (answer.status >= 400) expect(writes.filter((key) => !isCount(key))).toEqual([])
          }),
          { numRuns: runsEach },
        )
      }
      expect(stage.logged.filter((line) => line.includes('request-crashed'))).toEqual([])
    },
  )

  it('passes validation often enough to prove something', () => {
    // Not everything hostile is refused for its form: some is understood, answered, or found to be of another state.
    expect(tally[200]).toBeGreaterThan(2 * runsEach)
    expect(tally[400]).toBeGreaterThan(7 * runsEach)
    expect(tally[404]).toBeGreaterThan(runsEach)
  })
})
