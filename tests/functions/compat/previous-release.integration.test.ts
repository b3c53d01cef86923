/**
 * The previous release beside today's server, both ways: its client contract (fixtures/contracts-47229b5.cjs) asks today's
 * server and reads what it answers, and today's contract reads what its server answered (fixtures/answers-47229b5.json, as
 * `RECORD=… jest` writes it, of a checkout of that commit).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { domains } from '../../../functions/domains'
import * as z from '../../../functions/shared/zod'
import { strictOf } from '../../support/schemas/strict'
import { outlets } from '../../support/worlds/points-world'
import { setUp, withEveryTable, withWeChat } from '../security/kit'
import { type Exchange, exchangesOn } from './exchanges'
import recorded from './fixtures/answers-47229b5.json'
import { type OldOperation, operations, readCatalogue, readRegions } from './fixtures/contracts-47229b5.cjs'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

let made: Promise<Exchange[]> | undefined
/** Made once, by the first test that asks. */
const exchanged = (): Promise<Exchange[]> => {
  made ??= setUp(database, wechat).then(({ stage, scene }) => exchangesOn(stage, scene))
  return made
}
/** With an answer that the client reads. */
const read = (exchanges: readonly Exchange[]) =>
  exchanges.filter(({ status, answer }) => status === 200 && answer !== null)

const todayAt = new Map(
  domains.flatMap((domain) =>
    Object.entries(domain.operations).map(([name, { method, path }]): [string, string] => [
      `${method} ${path}`,
      `${domain.name}.${name}`,
    ]),
  ),
)
const schemas = new Map(
  domains.flatMap((domain) =>
    Object.entries(domain.operations).map(([name, { answer }]) => [`${domain.name}.${name}`, answer.schema]),
  ),
)
const issuesOf = (operation: string, schema: z.ZodMiniType | undefined, answer: unknown): unknown[] => {
  if (!schema) return [`${operation} is read by nobody any more`]
  return (z.safeParse(schema, answer).error?.issues ?? []).map((issue) => ({ operation, issue }))
}

describe('a mini-program of the previous release', () => {
  it('gets no request refused by today’s server', async () => {
    const exchanges = await exchanged()
    const faults = operations.flatMap((old) => {
      const exchange = exchanges.find(({ operation }) => operation === nameOf(old))
      return exchange ? strangeIn(exchange, old) : [`${nameOf(old)} is answered by nobody any more`]
    })
    expect(faults).toEqual([])
  })

  it('reads every answer of today’s server', async () => {
    const exchanges = read(await exchanged())
    const faults = operations.flatMap((old) => {
      const exchange = exchanges.find(({ operation }) => operation === nameOf(old))
      const parsed = exchange ? old.answer.safeParse(heldThen(exchange.answer)) : { success: true }
      return parsed.success ? [] : [`${nameOf(old)}: ${parsed.error?.message}`]
    })
    expect(faults).toEqual([])
  })

  it('finds every place in today’s catalogue, and every city', async () => {
    const exchanges = await exchanged()
    const answerOf = (name: string) => exchanges.find(({ operation }) => operation === name)?.answer
    expect(readCatalogue(answerOf('places.catalogue'))?.places).toHaveLength(Object.keys(outlets).length)
    expect(readRegions(answerOf('places.regions'))).toHaveLength(1)
  })
})

/** Powers of one role that it reads: whoever is given a sixth needs a later release. */
const mostPowersThen = 5
/** The staff of this test hold every power that any domain declares. To that release they hold as many as it reads. */
const heldThen = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer ?? null, (name, value: unknown) =>
      name === 'powers' && Array.isArray(value) ? value.slice(0, mostPowersThen) : value,
    ),
  )

/** As it is called today: an operation may have gone to another domain, its path has not. */
const nameOf = ({ method, path }: OldOperation) => todayAt.get(`${method} ${path}`) ?? `${method} ${path}`

/** What of a request that today's server takes the previous release could not have sent. */
const strangeIn = ({ operation, target, body }: Exchange, old: OldOperation): string[] => {
  const asked = [...new URL(target, 'https://fuyi.example').searchParams.keys()]
  const strange = asked
    .filter((name) => !(name in old.query.shape))
    .map((name) => `${operation} asks ${name}`)
  const parsed = old.body.safeParse(body)
  return parsed.success ? strange : [...strange, `${operation} sends ${parsed.error?.message}`]
}

it('today’s contract reads what the previous server answered', () => {
  expect(recorded.length).toBeGreaterThan(70)
  const today = new Map(operations.map((old) => [`${old.domain}.${old.name}`, nameOf(old)]))
  const faults = recorded.flatMap(({ operation, answer }) =>
    issuesOf(operation, schemas.get(today.get(operation) ?? operation), answer),
  )
  expect(faults).toEqual([])
})

it('today’s server answers only what its contract declares: the client is tolerant, the server strict', async () => {
  const faults = read(await exchanged()).flatMap(({ operation, answer }) => {
    const schema = schemas.get(operation)
    return issuesOf(operation, schema && strictOf(schema), answer)
  })
  expect(faults).toEqual([])
})

it('today’s answers are recorded for the next release where RECORD names the commit', async () => {
  const answers = read(await exchanged()).filter(({ operation }) => operation !== 'meta.openapi')
  const lines = answers.map(({ operation, answer }) => JSON.stringify({ operation, answer }))
  if (process.env.RECORD) {
    const file = join(__dirname, `fixtures/answers-${process.env.RECORD}.json`)
    writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`)
  }
  expect(answers.length).toBeGreaterThan(70)
})
