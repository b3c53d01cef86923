/** A report of a passer-by waits for staff from when it is written until it is decided. */
import { createPlacesFunction, createPlacesStore } from '../../../functions/places'
import { openReportsResponseSchema, reportResponseSchema } from '../../../functions/places/contract'
import type { Role } from '../../../functions/shared/access/access'
import { dayMs, dayOf, startOfDay } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { createTasksFunction } from '../../../functions/tasks'
import { tasksResponseSchema } from '../../../functions/tasks/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { buildPlace } from '../../support/samples/places'
import { callerOf } from '../../support/worlds/api'
import { testContext } from '../../support/worlds/context'
import { personNamed } from '../../support/worlds/sessions'
import { ordinaryDay } from '../../support/worlds/world'

const database = withDomain('places')
const city = '320800'
const place = '320800-32080290'
const [lin, qian] = [personNamed('lin'), personNamed('qian')]
const reviewer: Role = { kind: 'staff', region: city, powers: ['review'] }

/** Both functions as they run in the cloud, with one place. */
const setUp = async () => {
  const time = { now: Date.parse(ordinaryDay) }
  const { context, sessions } = testContext(database, { clock: () => time.now })
  const [places, tasks] = [callerOf(createPlacesFunction(context)), callerOf(createTasksFunction(context))]
  const loaded = await createPlacesStore(context).applyImport({
    ...{ adcode: city, name: '淮安', region: null, places: [], deletes: [], pinyin: {} },
    upserts: [{ ...buildPlace({ amenities: [] }), demo: false }].map(({ doubts: _, ...one }) => one),
  })
  if (!loaded.ok) throw new Error(`the place of the test was refused: ${loaded.error}`)
  const staff = () => sessions.as(qian, [reviewer])
  return {
    time,
    report: async (sourceIp: string) => {
      const sent = { headers: sessions.as(lin), sourceIp }
      const body = { fact: 'locked' as const, note: '门口贴了转让', credit: true }
      return z.parse(
        reportResponseSchema,
        (await places.post(`/api/places/${place}/reports`, body, sent)).json(),
      )
    },
    firstReport: async () => {
      const answer = await places.get(`/api/staff/reports?region=${city}`, staff())
      return z.parse(openReportsResponseSchema, answer.json()).reports[0]?.id ?? 'none'
    },
    decide: (id: string, accept: boolean) => {
      const verdict = { accept, settled: false }
      return places.post(`/api/staff/reports/${id}/decision`, verdict, { headers: staff() })
    },
    waiting: async () => {
      const answer = await tasks.get(`/api/staff/tasks?region=${city}`, staff())
      return z.parse(tasksResponseSchema, answer.json())
    },
  }
}

describe('a report that waits', () => {
  it('is a task of those who review, due in a week, without a word about its reporter', async () => {
    const { time, report, firstReport, waiting } = await setUp()
    await report('198.51.100.1')
    const begun = startOfDay(dayOf(time.now))
    expect((await waiting()).tasks).toEqual([
      {
        ...{ kind: 'report', subject: await firstReport(), power: 'review', by: null },
        ...{ at: new Date(begun).toISOString(), due: new Date(begun + 7 * dayMs).toISOString() },
        facts: { place, fact: 'locked' },
      },
    ])
    const kept = JSON.stringify(await database.scan('tasks'))
    expect(kept).not.toContain(lin)
    expect(kept).not.toContain('门口贴了转让')
  })

  it.each([true, false])(
    'is none once it is decided (accepted: %s), and a second decision ends no other',
    async (accept) => {
      const { report, firstReport, decide, waiting } = await setUp()
      await report('198.51.100.1')
      await report('203.0.113.7')
      const id = await firstReport()
      for (let times = 0; times < 2; times++) expect((await decide(id, accept)).status).toBe(200)
      expect((await decide(id, !accept)).status).toBe(409)
      const { tasks } = await waiting()
      expect(tasks.map(({ subject }) => subject)).toEqual([await firstReport()])
      expect(tasks[0]?.subject).not.toBe(id)
    },
  )

  it('is one task where the same source says it twice', async () => {
    const { report, waiting } = await setUp()
    await report('198.51.100.1')
    expect((await report('198.51.100.1')).counted).toBe(false)
    expect((await waiting()).tasks).toHaveLength(1)
  })

  it('stays one when its week is over, as long as there is the report', async () => {
    const { time, report, waiting } = await setUp()
    await report('198.51.100.1')
    time.now += 30 * dayMs
    expect((await waiting()).tasks).toHaveLength(1)
    time.now += 152 * dayMs
    expect((await waiting()).tasks).toEqual([])
  })
})
