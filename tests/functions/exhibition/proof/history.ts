/** Plays a history on a real engine under faults, and looks after every step for what must never be. */
import type { Entry } from '../../../../functions/exhibition/contract/entries'
import { dayMs, minuteMs } from '../../../../functions/shared/day'
import type { TestDatabase } from '../../../support/engine'
import { type FaultProfile, injectFaults } from '../../../support/ledger-model/fault-injection'
import { createExhibitionWorld, exhibit, room, text } from '../kit'
import type { History } from './actions'
import { type Books, finalViolations, publicViolations } from './invariants'
import { createPeople, galleries } from './people'

/** `outcomes`: how often each action was done, refused, or is unknown. */
export type Played = { violations: string[]; outcomes: Record<string, number> }

/** Each history has a city of its own. */
let cities = 100_000

export async function play(
  database: TestDatabase,
  { seed, steps }: History,
  profile: FaultProfile,
): Promise<Played> {
  const region = String(++cities)
  const faults = injectFaults(database, profile, seed)
  const logged: string[] = []
  const world = createExhibitionWorld(database, { client: faults.client, logged, region })
  const visitors = createExhibitionWorld(database, { region })
  const books: Books = {
    region,
    step: 0,
    entries: [],
    saves: [],
    approvals: [],
    withdrawals: [],
    versions: new Map(),
  }
  const [chen, zhou, sun] = [world.editor('chen'), world.editor('zhou'), world.editor('sun')]
  const people = [chen, zhou, sun]
  const { act } = createPeople(world, books)

  const passTime = (ms: number): void => {
    world.time.now += ms
    visitors.time.now = world.time.now
  }
  const begin = async (n: number): Promise<Entry> => {
    await world.published(chen, sun, room({ gallery: galleries[n] }))
    const [by, words] = [n === 0 ? chen : zhou, `first words ${n}`]
    const draft = await world.drafted(by, exhibit({ gallery: galleries[n], blocks: [text(words)] }))
    books.entries.push(draft.id)
    books.saves.push({ entry: draft.id, by: by.id, base: 0, words, outcome: 'done', revision: 1 })
    return draft
  }
  const drafts = [await begin(0), await begin(1)]

  const outcomes: Record<string, number> = {}
  const violations: string[] = []
  faults.isOn = true
  for (const { minutes, actions } of steps) {
    books.step++
    passTime(minutes * minuteMs)
    const done = actions.map(async (action) => {
      const [by, draft] = [people[action.who], drafts[action.entry]]
      if (!by || !draft) throw new Error('a history of somebody or something that is not there')
      const name = `${action.type} ${await act(by, draft, action)}`
      outcomes[name] = (outcomes[name] ?? 0) + 1
    })
    await Promise.all(done)
    const found = await publicViolations(database, visitors, books)
    violations.push(...found.map((one) => `step ${books.step}: ${one}`))
    if (violations.length > 0) return { violations, outcomes }
  }
  faults.isOn = false
  passTime(dayMs)
  await world.sweep()
  violations.push(
    ...(await publicViolations(database, visitors, books)),
    ...(await finalViolations(database, books)),
  )
  violations.push(...logged.filter((line) => line.includes('request-crashed')))
  return { violations, outcomes }
}
