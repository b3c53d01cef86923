/**
 * Ours against dynamodb-geo: the same places, points, engine and client. It has no “nearest”, so it is given the distance
 * of the 20th place beforehand, which nobody knows in life, and need not sort: its best case.
 */
import type { PlaceSummary, Point } from '../../functions/places/contract'
import { distanceMetres } from '../../functions/places/rules/nearby'
import * as z from '../../functions/shared/zod'
import { type Figure, pointsNear } from './bench'
import { ms, percentile, type Row, race, times } from './harness'
import type { Meter } from './meter'
import { nearbyPath } from './requests'
import { type Rival, startRival } from './rival'
import type { Called } from './stage'

const limit = 20
/** The library's sphere is 10 m wider than ours: a metre more than a radius surely holds what ours holds. */
const slack = (metres: number) => metres * 1.00001 + 1

/** A question and its right answer: who lies within the distance of the 20th nearest place. */
type Question = { point: Point; reach: number; within: Set<string> }
type Ask = (question: Question) => Promise<string[]>
/** `recall`: the share of the 20 nearest that were found, over all questions. */
type Checked = { requests: number; readUnits: number; recall: number }

export const dynamodbGeoFigure: Figure = {
  name: 'dynamodb-geo',
  async measure({ step, stage, large }) {
    const { city, label } = await large()
    const { client, meter } = await stage()
    const rival = await startRival(client, step)
    step(`write ${city.places.length} places with dynamodb-geo`)
    await rival.load(city.places)
    step(`find ${label} by brute force, by ours and by dynamodb-geo`)
    const questions = pointsNear(city.places, 200).map((point) => bruteForce(city.places, point))
    const asks = { ours: askOurs(city.startFunction()), rival: askRival(rival) }
    const ours = await check(asks.ours, questions, meter)
    const theirs = await check(asks.rival, questions, meter)
    const timed = await race(
      {
        ours: (call) => asks.ours(questionAt(questions, call)),
        rival: (call) => asks.rival(questionAt(questions, call)),
        getItem: city.getItem,
      },
      { rounds: 300 },
    )
    const rowOf = (name: 'ours' | 'rival', { requests, readUnits, recall }: Checked): Row => ({
      what: `nearest ${limit} of ${city.places.length}: ${name === 'ours' ? 'ours, at the function' : 'dynamodb-geo'}`,
      target: 'recall 100 %',
      measured:
        `${requests} req, ${readUnits} RCU, p50 ${ms(timed.p50(name))} = ${times(timed.ratio(name, 'getItem'))} GetItem, ` +
        `recall ${(recall * 100).toFixed(1)} %`,
      met: recall === 1,
      values: { requests, readUnits, recall, p50Ms: timed.p50(name), ratio: timed.ratio(name, 'getItem') },
    })
    return [rowOf('ours', ours), rowOf('rival', theirs)]
  },
}

function bruteForce(places: readonly PlaceSummary[], point: Point): Question {
  const byDistance = places
    .map((place) => ({ id: place.id, distance: distanceMetres(point, place) }))
    .sort((a, b) => a.distance - b.distance)
  const reach = byDistance[limit - 1]?.distance ?? Number.POSITIVE_INFINITY
  const within = byDistance.filter(({ distance }) => distance <= reach)
  return { point, reach, within: new Set(within.map(({ id }) => id)) }
}

function questionAt(questions: readonly Question[], call: number): Question {
  const question = questions[call % questions.length]
  if (!question) throw new RangeError('no questions')
  return question
}

const answerSchema = z.object({ places: z.array(z.object({ id: z.string() })) })

const askOurs =
  (called: Called): Ask =>
  async ({ point }) => {
    const { body } = await called(nearbyPath([point], 0, limit))
    return answerSchema.parse(JSON.parse(body)).places.map(({ id }) => id)
  }

const askRival =
  (rival: Rival): Ask =>
  ({ point, reach }) =>
    rival.within(point, slack(reach))

/** Asks every question once; requests and units are the medians of one question. */
async function check(ask: Ask, questions: readonly Question[], meter: Meter): Promise<Checked> {
  await ask(questionAt(questions, 0))
  meter.take()
  const bills = []
  let found = 0
  for (const question of questions) {
    const answer = new Set(await ask(question))
    bills.push(meter.take())
    found += Math.min(limit, [...answer].filter((id) => question.within.has(id)).length)
  }
  const medianOf = (values: number[]) =>
    percentile(
      values.sort((a, b) => a - b),
      0.5,
    )
  return {
    requests: medianOf(bills.map(({ requests }) => requests)),
    readUnits: medianOf(bills.map(({ readUnits }) => readUnits)),
    recall: found / (limit * questions.length),
  }
}
