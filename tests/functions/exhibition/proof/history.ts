/** Plays a history on a real engine under faults, and looks after every step for what must never be. */
import { type Entry, entrySchema } from '../../../../functions/exhibition/contract/entries'
import type { EntryKind } from '../../../../functions/exhibition/contract/kinds'
import { dayMs, minuteMs } from '../../../../functions/shared/day'
import * as z from '../../../../functions/shared/zod'
import type { TestDatabase } from '../../../support/engine/engine'
import { type FaultProfile, injectFaults } from '../../../support/ledger-model/fault-injection'
import { createExhibitionWorld, type Editor, room } from '../kit'
import type { History } from './actions'
import { type Books, finalViolations, publicViolations } from './invariants'
import { contentOf, createPeople, galleries } from './people'
import { phoneOf } from './shown'

/** `outcomes`: by kind of entry and action, how often it was done, refused, or is unknown. */
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
  const public_ = createExhibitionWorld(database, { region })
  const phone = phoneOf(public_, region)
  const visitors = () => ({ phone, now: public_.time.now })
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
    public_.time.now = world.time.now
  }
  for (const gallery of galleries) await world.published(chen, sun, room({ gallery }))
  const begin = async (by: Editor, kind: EntryKind, place: number): Promise<Entry> => {
    const words = `first words ${kind} ${place}`
    const draft = await world.drafted(by, contentOf(kind, place, words))
    books.entries.push(draft.id)
    books.saves.push({ entry: draft.id, by: by.id, base: 0, words, outcome: 'done', revision: 1 })
    return draft
  }
  // The bulletin is public from the beginning: of it everything has been written once, and has to be written again.
  const bulletin = await begin(zhou, 'bulletin', 0)
  const { id, revision } = bulletin
  const review = z.parse(entrySchema, (await zhou.post(id, 'submission', { revision })).json())
  await world.approve(sun, review)
  books.approvals.push({ entry: id, by: sun.id, version: 1, at: world.time.now, step: 0, outcome: 'done' })
  const drafts = [await begin(chen, 'exhibit', 0), await begin(zhou, 'exhibit', 1), bulletin]

  const outcomes: Record<string, number> = {}
  const violations: string[] = []
  faults.isOn = true
  for (const { minutes, actions } of steps) {
    books.step++
    passTime(minutes * minuteMs)
    const done = actions.map(async (action) => {
      const [by, draft] = [people[action.who], drafts[action.entry]]
      if (!by || !draft) throw new Error('a history of somebody or something that is not there')
      const name = `${draft.content.kind} ${action.type} ${await act(by, draft, action)}`
      outcomes[name] = (outcomes[name] ?? 0) + 1
    })
    await Promise.all(done)
    const found = await publicViolations(database, visitors(), books)
    violations.push(...found.map((one) => `step ${books.step}: ${one}`))
    if (violations.length > 0) return { violations, outcomes }
  }
  faults.isOn = false
  passTime(dayMs)
  await world.sweep()
  violations.push(
    ...(await publicViolations(database, visitors(), books)),
    ...(await finalViolations(database, books)),
  )
  violations.push(...logged.filter((line) => line.includes('request-crashed')))
  return { violations, outcomes }
}
