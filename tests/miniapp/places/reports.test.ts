import { err, ok, type Result } from '@common/result'
import type { ReportRequest } from '@contract/places'
import type { ReportAnswer } from '@/places/api'
import { sentMessage } from '@/places/report/view'
import { createReports } from '@/places/reports'
import type { Failure } from '@/shared/request'
import { aStorage } from './builders'

const id = '320800-32080290'
const locked: ReportRequest = { fact: 'locked' }

/** A phone whose server answers as `answer` says at the moment of sending. */
function aPhone(answer: Result<ReportAnswer, Failure>, storage = aStorage()) {
  const sent: [string, ReportRequest][] = []
  const phone = { answer, sent, storage, person: null as string | null }
  const reports = createReports({
    async send(to, body) {
      sent.push([to, body])
      return phone.answer
    },
    storage,
    person: () => phone.person,
  })
  return Object.assign(phone, { reports })
}
const counted = ok({ counted: true, doubts: [], credited: false })

it('says whether a report counted or had been made today', async () => {
  expect(await aPhone(counted).reports.send(id, locked)).toEqual({
    status: 'counted',
    doubtful: false,
    credited: false,
  })
  expect(await aPhone(ok({ counted: false, doubts: [], credited: false })).reports.send(id, locked)).toEqual({
    status: 'repeated',
  })
})

it('says so when the third voice made the place doubtful', async () => {
  const phone = aPhone(
    ok({ counted: true, doubts: [{ fact: 'locked', since: '2026-03-04' }], credited: false }),
  )
  const sent = await phone.reports.send(id, locked)
  expect(sent).toEqual({ status: 'counted', doubtful: true, credited: false })
  expect(sentMessage(sent).text).toContain('存疑')
})

it.each(['offline', 'timeout', 'unavailable'] as const)(
  'keeps a report when the way is %s, and sends it later',
  async (code) => {
    const phone = aPhone(err({ code }))
    expect(await phone.reports.send(id, locked)).toEqual({ status: 'kept' })
    expect(phone.reports.waiting()).toEqual([{ id, body: locked }])

    const later = aPhone(counted, phone.storage)
    await later.reports.flush()
    expect(later.sent).toEqual([[id, locked]])
    expect(later.reports.waiting()).toEqual([])
  },
)

it('keeps one report of a fact, the last that was written', async () => {
  const phone = aPhone(err({ code: 'offline' }))
  await phone.reports.send(id, locked)
  await phone.reports.send(id, { fact: 'locked', note: '门口贴了条' })
  await phone.reports.send(id, { fact: 'moved' })
  expect(phone.reports.waiting()).toEqual([
    { id, body: { fact: 'locked', note: '门口贴了条' } },
    { id, body: { fact: 'moved' } },
  ])
})

it('stops at the first failure of the network and loses nothing', async () => {
  const phone = aPhone(err({ code: 'offline' }))
  await phone.reports.send(id, locked)
  await phone.reports.send(id, { fact: 'moved' })
  await phone.reports.flush()
  expect(phone.sent).toHaveLength(3)
  expect(phone.reports.waiting()).toHaveLength(2)
})

it('drops what the server will never take, and says why at once when somebody is looking', async () => {
  const phone = aPhone(err({ code: 'offline' }))
  await phone.reports.send(id, locked)
  phone.answer = err({ code: 'unknown-place' })
  await phone.reports.flush()
  expect(phone.reports.waiting()).toEqual([])
  const sent = await phone.reports.send(id, locked)
  expect(sent).toEqual({ status: 'refused', failure: { code: 'unknown-place' } })
  expect(sentMessage(sent).title).toBe('没有找到这个地点')
})

it('does not send twice what two screens flush at once', async () => {
  const phone = aPhone(err({ code: 'offline' }))
  await phone.reports.send(id, locked)
  phone.answer = counted
  await Promise.all([phone.reports.flush(), phone.reports.flush()])
  expect(phone.sent).toHaveLength(2)
})

describe('a report whose points are to go to somebody', () => {
  const lin = 'aaaaaaaaaaaaaaaaaaaa'
  const credit: ReportRequest = { fact: 'locked', credit: true }

  it('says that they will, once it is found right', async () => {
    const sent = await aPhone(ok({ counted: true, doubts: [], credited: true })).reports.send(id, credit)
    expect(sentMessage(sent).text).toContain('查实后，积分会记到你的账户')
  })

  it('waits in that person’s name, and goes out in it', async () => {
    const phone = aPhone(err({ code: 'offline' }))
    phone.person = lin
    await phone.reports.send(id, credit)
    phone.answer = counted
    await phone.reports.flush()
    expect(phone.sent[1]).toEqual([id, credit])
  })

  it.each([null, 'bbbbbbbbbbbbbbbbbbbb'])(
    'never goes out in the name of %s, who came after',
    async (next) => {
      const phone = aPhone(err({ code: 'offline' }))
      phone.person = lin
      await phone.reports.send(id, credit)
      phone.person = next
      phone.answer = counted
      await phone.reports.flush()
      expect(phone.sent[1]).toEqual([id, locked])
      expect(phone.reports.waiting()).toEqual([])
    },
  )
})
