/** What is left in any table once a person who had everything has deleted it. */

import { openReportsResponseSchema, reportResponseSchema } from '../../../../functions/places/contract'
import type * as z from '../../../../functions/shared/zod'
import { city, outlets } from '../../../support/worlds/points-world'
import { withEveryTable, withWeChat } from '../kit'
import { createEverything, leave, openid, personalWords, type World, wordsOfStaff } from './everything'
import { type Found, foundIn, linesOf, restore } from './found'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

describe('what was held of a person who had everything', () => {
  let world: World
  let status: number
  let left: Found[]
  let open: z.infer<typeof openReportsResponseSchema>
  let reported: z.infer<typeof reportResponseSchema>
  let afterReport: Found[]

  // One world for all that look at it after the person has left.
  beforeAll(async () => {
    await database.clear()
    world = await createEverything(database, wechat.server)
    const { stage, lin, ask, chief } = world
    status = await leave(world)
    left = await foundIn(stage)
    const list = ['places', 'GET', `/api/staff/reports?region=${city}`] as const
    open = await ask(chief, list, openReportsResponseSchema)
    const another = ['places', 'POST', `/api/places/${outlets.plain}/reports`] as const
    const body = { fact: 'gone', note: '卷帘门拆了', credit: true }
    reported = await ask(lin, another, reportResponseSchema, body)
    afterReport = await foundIn(stage)
  })

  it('is gone when they go, but for the bare id where the list says so', () => {
    expect(status).toBe(200)
    const { id, no } = world.lin.session.me
    const exposed = (texts: readonly string[]) =>
      left
        .filter(({ text }) => texts.some((one) => text.includes(one)))
        .map(({ table, key }) => `${table}: ${key}`)
    expect(exposed([openid, no])).toEqual([])
    expect(exposed(personalWords)).toEqual([])
    const withId = left.filter(({ text }) => text.includes(id))
    expect(withId.filter(({ text }) => text.includes('creditTo'))).toEqual([])
    expect(
      withId.filter((one) => !linesOf(one).some(({ isErased }) => !isErased)).map(({ key }) => key),
    ).toEqual([])
    // Something is wrong with the place all the same, and staff still see it.
    expect(open.reports).toContainEqual(
      expect.objectContaining({ fact: 'wrong-hours', note: null, credit: false }),
    )
  })

  it('keeps what they wrote as staff: the centre answers for it, in its books and its record, not as words of a citizen', () => {
    const kindsWith = (word: string) => [
      ...new Set(left.filter(({ text }) => text.includes(word)).map(({ key }) => key.replace(/#.*/, ''))),
    ]
    expect({
      reason: kindsWith(wordsOfStaff.reason).sort(),
      label: kindsWith(wordsOfStaff.label).sort(),
      why: kindsWith(wordsOfStaff.why).sort(),
    }).toEqual({
      reason: ['adjustments', 'person', 'record'],
      label: ['batches', 'proposals', 'record'],
      why: ['proposals', 'record'],
    })
  })

  it('has nothing added by a token that outlives them: what they still report is counted, and nobody’s', () => {
    expect(reported).toMatchObject({ counted: true, credited: false })
    const reports = afterReport.filter(({ key }) => key.startsWith('reports#'))
    expect(reports.some(({ text }) => text.includes('卷帘门拆了'))).toBe(true)
    expect(reports.filter(({ text }) => text.includes('creditTo'))).toEqual([])
  })
})

describe('what is being deleted', () => {
  it('is gone as well where the functions were killed after any one of their writes, and the clock or the person went on', async () => {
    const { client, killAfter } = killableClient()
    const { stage, lin } = await createEverything(database, wechat.server, { client })
    const { id, no } = lin.session.me
    const before = await stage.scan()
    const traces = [openid, no, ...personalWords]
    let [kills, marked] = [0, 0]
    for (let writes = 1; ; writes++) {
      killAfter(writes)
      const status = await leave({ stage, lin })
      killAfter(null)
      if (status === 200) break
      kills++
      const isMarked = (await foundIn(stage)).some(({ key }) => key === `leaving / ${id}`)
      if (isMarked) marked++
      // In turns; before the mark nothing is begun that a clock could go on with.
      if (isMarked && marked % 2 === 0) await stage.finishLeaving()
      else expect(await leave({ stage, lin })).toBe(200)
      const left = await foundIn(stage)
      expect(
        left.filter(({ text }) => traces.some((one) => text.includes(one))).map(({ key }) => key),
      ).toEqual([])
      const withId = left.filter(({ text }) => text.includes(id))
      expect(withId.filter((one) => !linesOf(one).some(({ isErased }) => !isErased))).toEqual([])
      await restore(database, stage, before)
    }
    expect(kills).toBeGreaterThan(10)
    expect(marked).toBeGreaterThan(10)
  })
})

/** A client whose function is killed after so many writes: what it did stands, and nothing it asks for is heard any more. */
const killableClient = () => {
  const client = database.client()
  let left: number | null = null
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (left === 0) throw new Error('killed')
        const answer = await next(args)
        if (left !== null && !/^(Get|BatchGet|Query)/.test(commandName) && --left === 0)
          throw new Error('killed')
        return answer
      },
    { step: 'initialize', name: 'testKill' },
  )
  return {
    client,
    killAfter: (writes: number | null) => {
      left = writes
    },
  }
}
