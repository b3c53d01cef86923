/** What is held of a person who has everything, and that their export tells them so. */
import { domains } from '../../../../functions/domains'
import { exportResponseSchema } from '../../../../functions/identity/contract'
import type * as z from '../../../../functions/shared/zod'
import { reportNote } from '../../../support/stage/domains/places'
import { city, outlets } from '../../../support/worlds/points-world'
import { withEveryTable, withWeChat } from '../kit'
import { createEverything, openid, personalWords, type World } from './everything'
import { type Found, foundIn, linesOf, listed } from './found'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

let world: World
let found: Found[]
let exported: z.infer<typeof exportResponseSchema>

// One world for all that only look at it.
beforeAll(async () => {
  await database.clear()
  world = await createEverything(database, wechat.server)
  found = await foundIn(world.stage)
  exported = await world.ask(world.lin, ['identity', 'GET', '/api/me/export'], exportResponseSchema)
})

describe('what is held of a person who has everything', () => {
  it('has a line for every domain that holds something of people', () => {
    const holding = domains.filter(({ personalData }) => personalData.length > 0).map(({ name }) => name)
    const tables = new Set(listed.map(({ table }) => table))
    expect(holding.filter((name) => !tables.has(name))).toEqual([])
  })

  it('is in the list of what is held, item by item', () => {
    const { id, no } = world.lin.session.me
    const theirs = found.filter(({ text }) => [id, no, openid].some((one) => text.includes(one)))
    expect(theirs.filter((found) => linesOf(found).length === 0).map(({ key }) => key)).toEqual([])
    // And the world of this test has every kind of them, but those that only leaving makes.
    const met = new Set(theirs.flatMap(linesOf))
    const seldom = ['revocation#… / revocation', 'person#… / left', 'leaving / …']
    expect(
      listed
        .filter((line) => !met.has(line))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(seldom.sort())
  })

  it('is all of it in their export: what they reported, were given, did, and what others wrote about them', () => {
    const text = JSON.stringify(exported)
    for (const written of personalWords) expect(text).toContain(written)
    expect(exported.reports).toEqual([
      expect.objectContaining({ place: outlets.station, fact: 'wrong-hours', note: reportNote }),
    ])
    expect(exported.roleChanges?.own).toEqual([
      expect.objectContaining({
        region: city,
        deed: 'granted',
        after: [expect.objectContaining({ kind: 'staff' })],
      }),
    ])
    expect(exported.roleChanges?.made).toEqual([expect.objectContaining({ region: city, deed: 'granted' })])
    expect(exported.acts?.list.map(({ action }) => action).sort()).toEqual(
      [
        'adjustment-proposed',
        'batch-created',
        'entry-created',
        'entry-saved',
        'entry-submitted',
        'ledger-read',
        'proposal-made',
        'proposal-made',
        'proposal-rejected',
        'report-accepted',
        'role-granted',
        'role-proposed',
        'stock-changed',
      ].sort(),
    )
    // In words: the page that shows them has none of its own.
    expect(exported.acts?.list.filter(({ name }) => typeof name !== 'string')).toEqual([])
    // Others stay out of it.
    const { guest, chief, second } = world.scene
    for (const other of [guest, chief, second]) expect(text).not.toContain(other.session.me.id)
  })
})

it('what waits for staff is of kinds that a domain declares', () => {
  const declared: readonly string[] = domains.flatMap(({ taskKinds }) => taskKinds)
  const tasks = found.filter(({ table }) => table === 'tasks')
  // `open#<city>#<power> / <due>#<kind>#<subject>`
  const kinds = new Set(tasks.map(({ key }) => key.split('#')[3] ?? key))
  expect([...kinds].filter((kind) => !declared.includes(kind))).toEqual([])
  expect(kinds.size).toBeGreaterThan(2)
})
