/**
 * The engine fails under every operation of the product: whoever asks is asked to come back, nothing is half written, and the same
 * request again ends as one success.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { answeredAs, everything, type Listed, send } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import type { Answer } from '../../support/worlds/api'
import { outcomeOf, setUp, whoMay, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()
// Most of it is waiting where the machine is busy.
jest.setTimeout(600_000)

/** `away`: nothing is answered. `full`: no write is taken. `lost`: the first write is done, and its answer never comes. */
type Trouble = 'away' | 'full' | 'lost'

/** Longer than any lease. */
const leaseMs = 60_000

const isRead = (command: string) => /^(Get|BatchGet|Query)/.test(command)
const throttled = () => Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' })
const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })

/** Above the SDK's own tries (tests/functions/shared/table): they have failed already. */
const troubled = (client: DynamoDBDocumentClient) => {
  const state: { trouble: Trouble | null; met: number } = { trouble: null, met: 0 }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { trouble } = state
        if (trouble === null || (trouble !== 'away' && isRead(commandName))) return next(args)
        state.met++
        if (trouble !== 'lost') throw throttled()
        state.trouble = null
        await next(args)
        throw lost()
      },
    { step: 'initialize', priority: 'high', name: 'testTrouble' },
  )
  /** `met`: how many commands did. */
  return async (trouble: Trouble, ask: () => Promise<Answer>): Promise<{ answer: Answer; met: number }> => {
    Object.assign(state, { trouble, met: 0 })
    const answer = await ask()
    state.trouble = null
    return { answer, met: state.met }
  }
}

/** Ready to be sent, as often as one likes, by whoever may. */
const requestOf = async (scene: Scene, one: Listed) => {
  const { stage } = scene
  const isOver = one.endsWhoAsks || one.revokesTokens
  const who = isOver ? await stage.enter(`oTrouble-${stage.key().slice(-8)}`) : whoMay(scene, one)
  const request = await one.ask(scene, who)
  const headers: Record<string, string> = one.operation.idempotent ? { 'idempotency-key': stage.key() } : {}
  return () => send(scene, one, request, who.session, headers)
}

/** Counts how often an address asks; on the stage each request comes from another. */
const ofAddresses = 'source'

/** How many different items of each kind were written. An item that is written twice is one. */
const itemsIn = (keys: readonly string[]): Map<string, number> => {
  const kinds = new Map<string, number>()
  for (const key of new Set(keys)) {
    const kind = key.replace(/[#/ ].*/, '')
    if (kind !== ofAddresses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return kinds
}
const moreThan = (wanted: ReadonlyMap<string, number>, written: ReadonlyMap<string, number>): string[] =>
  [...written].flatMap(([kind, count]) => (count > (wanted.get(kind) ?? 0) ? [kind] : []))

/** What the same request again is answered where that is no success. The phone or the desk knows what to do then. */
const notAgain: Readonly<Record<string, string>> = {
  // WeChat's code is good for one try: the phone asks WeChat for another.
  login: '400 login-code-refused',
  // They name what they were made from, and that is another since the first: the desk shows what stands now.
  changeGift: '409 edited-meanwhile',
  changeStock: '409 edited-meanwhile',
  changeRules: '409 edited-meanwhile',
}
/** Whose second try writes more than one success does, and why that is right. */
const twice: Readonly<Record<string, string>> = {
  batchCodes: 'a look, and each is on record before anything is shown',
  ledger: 'a look, and each is on record before anything is shown',
  exportList: 'a look, and each is on record before anything is shown',
  exportAudit: 'a look, and each is on record before anything is shown',
  exportSheet: 'a look, and each is on record before anything is shown',
  changePicture: 'the same picture once more is a change that is on record',
}

type Walked = {
  /** What went otherwise than it should. */
  faults: string[]
  /** That it is one of the exceptions above. */
  isRefusedAgain: boolean
  isTwice: boolean
}

const walk = async (scene: Scene, under: ReturnType<typeof troubled>, one: Listed): Promise<Walked> => {
  const { writes } = scene.stage
  const walked: Walked = { faults: [], isRefusedAgain: false, isTwice: false }
  const wanted = answeredAs(one)
  const meet = async (trouble: Trouble, ask: () => Promise<Answer>): Promise<number> => {
    const { answer, met } = await under(trouble, ask)
    // Of a whole engine that is away nothing is known; what was not written may be of no matter, e.g. a count.
    const isTurnedAway = met > 0 && answer.status === 503
    const isSaid = answer.status === wanted && (met === 0 || trouble !== 'away')
    if (!isTurnedAway && !isSaid) walked.faults.push(`${trouble}: ${outcomeOf(answer)}`)
    return met
  }
  const succeed = async (trouble: Trouble, ask: () => Promise<Answer>): Promise<void> => {
    const answer = await ask()
    if (answer.status === wanted) return
    walked.isRefusedAgain = outcomeOf(answer) === notAgain[one.name]
    if (!walked.isRefusedAgain) walked.faults.push(`${trouble}, and again: ${outcomeOf(answer)}`)
  }

  const ask = await requestOf(scene, one)
  const before = writes.length
  await meet('away', ask)
  const met = await meet('full', ask)
  if (writes.length > before) walked.faults.push(`half written: ${writes.slice(before).join()}`)
  // What only reads has been answered.
  if (met === 0) return walked
  await succeed('full', ask)
  if (walked.isRefusedAgain) return walked

  const once = itemsIn(writes.slice(before))
  const another = await requestOf(scene, one)
  const since = writes.length
  await meet('lost', another)
  // A lease whose answer was lost runs out by the clock, which stands still here.
  if (writes.slice(since).some((key) => key.startsWith('wechat'))) scene.stage.time.now += leaseMs
  await succeed('lost', another)
  const more = moreThan(once, itemsIn(writes.slice(since)))
  walked.isTwice = more.length > 0 && one.name in twice
  if (more.length > 0 && !walked.isTwice) walked.faults.push(`written twice: ${more.join()}`)
  return walked
}

it('an engine that fails is answered with 503, half writes nothing, and the same request again is one success', async () => {
  const client = database.client()
  const under = troubled(client)
  const { scene } = await setUp(database, wechat, { client })
  const isLast = (one: Listed) => (one.endsWhoAsks ? 1 : 0)
  const [faults, refused, doubled]: [string[], string[], string[]] = [[], [], []]
  for (const one of [...everything].sort((a, b) => isLast(a) - isLast(b))) {
    const walked = await walk(scene, under, one)
    faults.push(...walked.faults.map((fault) => `${one.domain}.${one.name}: ${fault}`))
    if (walked.isRefusedAgain) refused.push(one.name)
    if (walked.isTwice) doubled.push(one.name)
  }
  expect(faults).toEqual([])
  expect(refused.sort()).toEqual(Object.keys(notAgain).sort())
  expect(doubled.sort()).toEqual(Object.keys(twice).sort())
})
