/** What must hold whatever people do and whatever fails: no text is lost, none is public unreviewed, each schedule fires once. */
import { contentSchema } from '../../../../functions/exhibition/contract/entries'
import * as z from '../../../../functions/shared/zod'
import type { TestDatabase } from '../../../support/engine/engine'
import { bulletinsShownBy, exhibitsShownBy, type Phone, wordsOf } from './shown'

/** `unknown`: without an answer, or with one of which nobody knows what was done. */
export type Outcome = 'done' | 'refused' | 'unknown'
type Save = {
  entry: string
  by: string
  base: number
  words: string
  outcome: Outcome
  /** That it was answered with. */
  revision: number | null
}
/** `at`: ms from which on it may be public. `step`: in which it was asked. */
type Approval = {
  entry: string
  by: string
  version: number
  at: number
  step: number
  outcome: Outcome
}
/** What was asked, and how it was answered. */
export type Books = {
  region: string
  /** The one that is played. */
  step: number
  entries: string[]
  saves: Save[]
  approvals: Approval[]
  withdrawals: { entry: string; step: number }[]
  /** Every version as it was first seen, by its key. */
  versions: Map<string, string>
}

const versionSchema = z.object({
  id: z.string(),
  version: z.int(),
  writers: z.array(z.string()),
  content: contentSchema,
})
const entrySchema = z.object({
  id: z.string(),
  state: z.string(),
  revision: z.int(),
  live: z.nullable(z.object({ version: z.int() })),
})
const workingSchema = z.object({ revision: z.int(), content: contentSchema })

const wordsIn = (content: z.infer<typeof contentSchema>): string =>
  wordsOf('blocks' in content ? content.blocks : [])
/** Its gallery; of a bulletin its category. */
const placeOf = (content: z.infer<typeof contentSchema>): string => {
  if (content.kind === 'bulletin') return content.category
  return content.kind === 'exhibit' ? content.gallery : ''
}

const storedOf = async (database: TestDatabase, { region, entries: ids }: Books) => {
  const table = database.tableOf('exhibition')
  const now = { consistent: true }
  const kinds = ['exhibit', 'bulletin'].map((kind) => table.query(`entries#${region}#${kind}`, '', now))
  const entries = (await Promise.all(kinds)).flat()
  const texts = await Promise.all(ids.map((id) => table.query(`entry#${id}`, 'version#', now)))
  return {
    entries: entries.map((item) => z.parse(entrySchema, item)),
    versions: texts.flat().map((item) => z.parse(versionSchema, item)),
  }
}

/** What visitors read now is what the entries say, and of that only what another person than its writers approved. */
export async function publicViolations(
  database: TestDatabase,
  { phone, now }: { phone: Phone; now: number },
  books: Books,
): Promise<string[]> {
  const { entries, versions } = await storedOf(database, books)
  const shown = [...(await exhibitsShownBy(phone)), ...(await bulletinsShownBy(phone, books.entries))]
  const changed = versions.flatMap(({ id, version, ...content }) => {
    const [key, text] = [`${id} ${version}`, JSON.stringify(content)]
    const before = books.versions.get(key) ?? text
    books.versions.set(key, before)
    return before === text ? [] : [`version ${key} was changed`]
  })
  const public_ = entries.flatMap(({ id, live }) => {
    const places = shown.filter((one) => one.id === id)
    if (!live) return places.map(({ gallery }) => `${id} is not public, and shown in ${gallery}`)
    const version = versions.find((one) => one.id === id && one.version === live.version)
    if (!version) return [`${id} shows a version that is not there`]
    const expected = {
      id,
      gallery: placeOf(version.content),
      words: wordsIn(version.content),
      isListed: true,
    }
    const isShown = places.length === 1 && JSON.stringify(places[0]) === JSON.stringify(expected)
    return [
      ...(isShown ? [] : [`${id} is shown as ${JSON.stringify(places)} and not ${JSON.stringify(expected)}`]),
      ...unreviewed(books, version, now),
    ]
  })
  return [...changed, ...public_]
}

type Version = z.infer<typeof versionSchema>

/** Why that version may not be public. */
function unreviewed({ approvals, saves, withdrawals }: Books, version: Version, now: number): string[] {
  const { id, content, writers } = version
  const author = saves.find(({ words }) => words === wordsIn(content))?.by
  const last = Math.max(0, ...withdrawals.filter(({ entry }) => entry === id).map(({ step }) => step))
  const approved = approvals.some(
    ({ entry, by, outcome, at, step, ...one }) =>
      entry === id &&
      one.version === version.version &&
      outcome !== 'refused' &&
      by !== author &&
      !writers.includes(by) &&
      at <= now &&
      step >= last,
  )
  return approved ? [] : [`${id}: version ${version.version} is public and was not approved for now`]
}

/** Once nothing fails any more and every time has come. */
export async function finalViolations(database: TestDatabase, books: Books): Promise<string[]> {
  const { entries } = await storedOf(database, books)
  const table = database.tableOf('exhibition')
  const lost = entries.map(async ({ id, revision }) => {
    const item = await table.get({ PK: `entry#${id}`, SK: 'working' }, { consistent: true })
    const working = z.parse(workingSchema, item)
    if (working.revision !== revision) return [`${id}: its text is of another revision`]
    return lostSaves(books, id, revision, wordsIn(working.content))
  })
  const due = (await table.query('due', '', { consistent: true })).filter(({ id }) =>
    books.entries.includes(String(id)),
  )
  return [
    ...(await Promise.all(lost)).flat(),
    ...entries.filter(({ state }) => state === 'scheduled').map(({ id }) => `${id} was never published`),
    ...due.map(({ id }) => `${id} is due for ever`),
    ...(await schedules(database, books.region)),
  ]
}

/** An acknowledged text is there, or somebody replaced it who had it before them. */
const lostSaves = ({ saves }: Books, id: string, revision: number, words: string): string[] => {
  const done = saves.filter(({ entry, outcome }) => entry === id && outcome === 'done')
  return done.flatMap((save) => {
    const others = done.filter((other) => other.revision === save.revision && other.words !== save.words)
    if (others.length > 0) return [`${id}: two texts were acknowledged as revision ${save.revision}`]
    if (save.revision !== save.base + 1)
      return [`${id}: ${save.words} was saved over what its writer had not seen`]
    const isLost = save.revision === revision && words !== save.words
    return isLost || save.revision > revision ? [`${id}: ${save.words} is lost`] : []
  })
}

const recordSchema = z.object({
  action: z.string(),
  subject: z.string(),
  at: z.string(),
  changes: z.array(z.object({ field: z.string(), after: z.string() })),
})

/** Each schedule was carried out once, or taken back before. */
const schedules = async (database: TestDatabase, region: string): Promise<string[]> => {
  const audit = database.tableOf('audit')
  const items = await audit.query(`record#${region}#2026-12`, '', { consistent: true })
  const records = items.map((item) => {
    const { changes, ...record } = z.parse(recordSchema, item)
    const fieldOf = (name: string) => changes.find(({ field }) => field === name)?.after
    return { ...record, version: fieldOf('version'), time: fieldOf('at') }
  })
  const scheduled = records.filter(({ action, time }) => action === 'entry-approved' && time !== undefined)
  return scheduled.flatMap(({ subject, version, at }) => {
    const of = (action: string) => records.filter((one) => one.action === action && one.subject === subject)
    const fired = of('entry-published').filter((one) => one.version === version).length
    const takenBack =
      of('entry-returned').some((one) => one.version === version) ||
      of('entry-rescheduled').some((one) => one.version === version && one.time === undefined) ||
      of('entry-withdrawn').some((one) => one.at >= at)
    if (fired > 1) return [`${subject}: version ${version} was published ${fired} times by its schedule`]
    return fired === 0 && !takenBack ? [`${subject}: version ${version} was forgotten`] : []
  })
}
