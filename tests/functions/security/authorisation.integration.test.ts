/**
 * Who may ask what: every operation of the product by everyone, really asked, with a valid request about somebody's real
 * things. What came back is compared with what is written here, and with docs/authorisation.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DomainName, domains } from '../../../functions/domains'
import { powers } from '../../../functions/identity/contract'
import { powersOf } from '../../../functions/shared/access/permission'
import { type Access, isForStaff } from '../../../functions/shared/declaration/operation'
import { type Cast, castOf, eachPart, openidOf, type Part, parts, play } from '../../support/stage/cast'
import { createStage } from '../../support/stage/create-stage'
import { everything, type Listed, send } from '../../support/stage/requests'
import { createScene, type Scene } from '../../support/stage/scene'
import { forbidden, logIn, type StageRequest } from '../../support/stage/stage-domain'
import type { Answer } from '../../support/worlds/api'
import { outcomeOf, withEveryTable, withWeChat } from './kit'
import { authorisationTable } from './table'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

/** Status, and the code where it was refused. */
type Outcome = string
type Row = Record<Part, Outcome>

const all = (one: Outcome): Row => eachPart(one)

/** What an access means for each part, where nobody owns anything. */
const ofAccess = (access: Access): Row => {
  if (access === 'public') return all('200')
  if (access === 'known') return { ...all('200'), expired: logIn }
  const strangers = { nobody: logIn, expired: logIn }
  if (access === 'person') return { ...all('200'), ...strangers }
  if (access === 'outlet') return { ...all(forbidden), ...strangers, owner: '200', salesperson: '200' }
  const holders = parts.filter(
    (part) =>
      powersOf(access).some((power) => power === part) ||
      (access === 'staff' && powers.some((power) => power === part)),
  )
  const answered = Object.fromEntries(holders.map((part) => [part, '200']))
  // What a token of before says they hold is looked up; callers without a role in their token are refused as usual.
  return { ...all(forbidden), ...strangers, ...answered, 'just revoked': logIn }
}

const expected = ({ operation, answers }: Listed): Row => ({ ...ofAccess(operation.access), ...answers })

const asRow = (cells: readonly (readonly [Part, Outcome])[]): Row => ({
  ...all('—'),
  ...Object.fromEntries(cells),
})

/** Then every part is played by somebody new. */
const isAnotherAfterwards = ({ endsWhoAsks, revokesTokens }: Listed) => endsWhoAsks || revokesTokens

type Prepared = {
  one: Listed
  wanted: Row
  refused: readonly Part[]
  /** What the refused ask; null where nobody is refused. */
  request: StageRequest | null
  cells: [Part, Outcome][]
}

/** None of the refused writes, so that one request is as good for the last as for the first. */
const prepared = async (scene: Scene, one: Listed): Promise<Prepared> => {
  const wanted = expected(one)
  const refused = parts.filter((part) => wanted[part] !== '200')
  return { one, wanted, refused, request: refused.length > 0 ? await one.ask(scene, null) : null, cells: [] }
}

/** Asks for everyone who is to be refused; what was written meanwhile, if all were. */
const askRefused = async (scene: Scene, cast: Cast, { one, wanted, refused, request, cells }: Prepared) => {
  const { stage } = scene
  stage.writes.length = 0
  for (const part of request ? refused : [])
    if (request) cells.push([part, outcomeOf(await send(scene, one, request, cast[part]?.session ?? null))])
  const isUntouched = cells.every(([part, got]) => got === wanted[part])
  if (isUntouched) expect({ ...naming(one), writes: stage.writes }).toEqual({ ...naming(one), writes: [] })
  return isUntouched
}

/**
 * Of the operations of a domain that ask for the same access, the last is answered for everyone whom it should answer, and so is each
 * with answers of its own; the others for the first and the last of them and for another citizen. A valid request of each, about
 * things made for it, was most of what this cost, and who is refused is asked at every operation.
 */
const inFull = new Map(everything.map((one) => [`${one.domain} ${one.operation.access}`, one]))
const isInFull = (one: Listed) =>
  one.answers !== undefined || inFull.get(`${one.domain} ${one.operation.access}`) === one
const askedOf = (one: Listed, answered: readonly Part[]): readonly Part[] =>
  isInFull(one)
    ? answered
    : answered.filter((part) => part === answered[0] || part === answered.at(-1) || part === 'other')

/** Asks for those who are to be answered. */
const askAnswered = async (scene: Scene, cast: Cast, { one, wanted, cells }: Prepared) => {
  const { stage } = scene
  const answered = parts.filter((part) => wanted[part] === '200')
  const asked = askedOf(one, answered)
  cells.push(...answered.filter((part) => !asked.includes(part)).map((part): [Part, string] => [part, '200']))
  for (const part of asked) {
    const who = isAnotherAfterwards(one)
      ? await play(stage, part, `${openidOf(part)}-${one.name}`)
      : cast[part]
    const answer = await send(scene, one, await one.ask(scene, who), who?.session ?? null)
    cells.push([part, outcomeOf(answer)])
    if (!isStaffs(one) && !isLin(part)) tellsNothingOf(scene, one, part, answer)
  }
}

const naming = ({ domain, name }: Listed) => ({ operation: `${domain}.${name}` })
const isStaffs = ({ operation }: Listed) => isForStaff(operation.access)
const isLin = (part: Part) => part === 'self' || part === 'logged out' || part === 'expired'

/** An answer to somebody else has nothing in it that leads to lin. */
const tellsNothingOf = ({ lin, linsOrders }: Scene, one: Listed, part: Part, { bytes, headers }: Answer) => {
  const text = headers['content-encoding'] ? '' : bytes.toString()
  const { id, no } = lin.session.me
  // The counter sees the number of an order, and whose it is nowhere.
  const orders = one.operation.access === 'outlet' ? [] : linsOrders
  for (const trace of [id, no, lin.openid, ...orders])
    expect({ ...naming(one), part, tells: text.includes(trace) }).toEqual({
      ...naming(one),
      part,
      tells: false,
    })
}

type Rows = Record<string, Row>

/** The refused of all operations ask first, between two looks at all that is written. */
const tableOf = async (
  scene: Scene,
  cast: Cast,
  domain: DomainName,
): Promise<{ actual: Rows; wanted: Rows }> => {
  const { stage } = scene
  const all: Prepared[] = []
  for (const one of everything.filter((one) => one.domain === domain)) all.push(await prepared(scene, one))
  const before = await stage.scan()
  const untouched: boolean[] = []
  for (const one of all) untouched.push(await askRefused(scene, cast, one))
  if (untouched.every(Boolean)) expect(await stage.scan()).toEqual(before)
  for (const one of all) await askAnswered(scene, cast, one)
  expect(stage.logged.filter((line) => line.includes('request-crashed'))).toEqual([])
  return {
    actual: Object.fromEntries(all.map(({ one, cells }) => [one.name, asRow(cells)])),
    wanted: Object.fromEntries(all.map(({ one, wanted }) => [one.name, wanted])),
  }
}

const page = join(__dirname, '../../../docs/authorisation.md')
const seen = new Map<DomainName, { actual: Rows; wanted: Rows }>()

// One city and one cast for all domains: making them costs more than asking.
beforeAll(async () => {
  await database.clear()
  const stage = await createStage(database, wechat.server)
  const cast = await castOf(stage)
  const { self } = cast
  if (!self) throw new Error('lin did not come')
  const scene = await createScene(stage, self)
  for (const { name } of domains) seen.set(name, await tableOf(scene, cast, name))
})

describe('the table of route, role and status', () => {
  it.each(domains.map(({ name }) => name))('holds for everything in %s', (domain) => {
    const table = seen.get(domain)
    expect(table?.actual).toEqual(table?.wanted)
    expect(Object.keys(table?.actual ?? {})).not.toEqual([])
  })

  // One that nobody may ask is as refused as it should be, and would stand in the table unnoticed.
  it('has somebody who is answered for every operation', () => {
    const isRefusal = (outcome: Outcome) => /^40[13]/.test(outcome)
    const closed = everything
      .filter((one) => Object.values(seen.get(one.domain)?.actual[one.name] ?? {}).every(isRefusal))
      .map(naming)
    expect(closed).toEqual([])
  })

  it('is the one in docs/authorisation.md', () => {
    const [head = '', , tail = ''] = readFileSync(page, 'utf8').split(/^<!-- (?:table|end) -->\n/m)
    const table = authorisationTable(everything, (one) => seen.get(one.domain)?.actual[one.name] ?? all('—'))
    const written = `${head}<!-- table -->\n${table}<!-- end -->\n${tail}`
    // `WRITE_DOCS=1` writes the page anew.
    if (process.env.WRITE_DOCS === '1') writeFileSync(page, written)
    expect(readFileSync(page, 'utf8')).toBe(written)
  })
})
