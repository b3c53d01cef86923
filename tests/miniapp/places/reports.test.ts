import { err, ok, type Result } from '@common/result'
import type { ReportResponse } from '@contract/places'
import { amenities, type ReportRequest, reportFacts } from '@contract/places'
import fc from 'fast-check'
import { sentMessage } from '@/places/pages/report/view'
import { createReports } from '@/places/reports'
import type { Failure } from '@/shared/api/request'
import { createPhoneStore, type TextStore } from '@/shared/storage/storage'
import { aStorage } from './builders'

const id = '320800-32080290'
const locked: ReportRequest = { fact: 'locked' }

/** A phone whose server answers as `answer` says at the moment of sending. */
function aPhone(answer: Result<ReportResponse, Failure>, storage: TextStore = aStorage()) {
  const sent: [string, ReportRequest][] = []
  type Device = {
    answer: Result<ReportResponse, Failure>
    sent: typeof sent
    storage: TextStore
    person: string | null
    onSend: (() => Promise<void>) | null
  }
  const phone: Device = { answer, sent, storage, person: null, onSend: null }
  const reports = createReports({
    async send(to, body) {
      sent.push([to, body])
      await phone.onSend?.()
      return phone.answer
    },
    storage,
    person: () => phone.person,
  })
  return Object.assign(phone, { reports })
}
const refuse = () => {
  throw new Error('denied')
}
const aDeviceThatKeepsNothing = { get: refuse, set: refuse, remove: refuse, keys: refuse }
const counted = ok({ counted: true, doubts: [], credited: false })

it('says whether a report counted or had been made today', async () => {
  expect(await aPhone(counted).reports.send(id, locked)).toEqual({
    status: 'counted',
    doubtful: false,
    credited: false,
  })
  const repeated = await aPhone(ok({ counted: false, doubts: [], credited: false })).reports.send(id, locked)
  expect(repeated).toEqual({ status: 'repeated' })
  expect(sentMessage(repeated).text).toContain('同一网络对同一问题，每天只记一次')
})

it('says so when the third voice made the place doubtful', async () => {
  const phone = aPhone(
    ok({ counted: true, doubts: [{ fact: 'locked', since: '2026-03-04' }], credited: false }),
  )
  const sent = await phone.reports.send(id, locked)
  expect(sent).toEqual({ status: 'counted', doubtful: true, credited: false })
  expect(sentMessage(sent).text).toContain('待核实')
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

it('says that a report waits for this visit alone where the phone keeps nothing, and sends it when the network is back', async () => {
  const phone = aPhone(err({ code: 'offline' }), createPhoneStore(aDeviceThatKeepsNothing))
  const sent = await phone.reports.send(id, locked)
  expect(sent).toEqual({ status: 'held' })
  expect(sentMessage(sent)).toMatchObject({ title: '记下了，还没有发出去' })
  expect(sentMessage(sent).text).toContain('关掉福驿')
  phone.answer = counted
  await phone.reports.flush()
  expect(phone.sent).toEqual([
    [id, locked],
    [id, locked],
  ])
  expect(phone.reports.waiting()).toEqual([])
})

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

it.each(['session-ended', 'unauthenticated', 'another-person'] as const)(
  'keeps a waiting report that was refused for who is logged in (%s), and sends it without the points later',
  async (code) => {
    const phone = aPhone(err({ code: 'offline' }))
    phone.person = 'zyxwvtsrqpnmkjhgfedc'
    await phone.reports.send(id, { ...locked, credit: true })
    phone.answer = err({ code })
    await phone.reports.flush()
    expect(phone.reports.waiting()).toHaveLength(1)

    phone.person = null
    phone.answer = counted
    await phone.reports.flush()
    expect(phone.sent.at(-1)).toEqual([id, locked])
    expect(phone.reports.waiting()).toEqual([])
  },
)

describe('two facts of one place', () => {
  const water: ReportRequest = { fact: 'out-of-stock', amenity: 'water' }
  const umbrella: ReportRequest = { fact: 'out-of-stock', amenity: 'umbrella' }
  const subjects = fc.uniqueArray(
    fc.record(
      { fact: fc.constantFrom(...reportFacts), amenity: fc.constantFrom(undefined, ...amenities) },
      { requiredKeys: ['fact', 'amenity'] },
    ),
    { minLength: 2, maxLength: 20, selector: ({ fact, amenity }) => `${fact} ${ranOut(fact, amenity)}` },
  )
  const ranOut = (fact: ReportRequest['fact'], amenity: ReportRequest['amenity']) =>
    fact === 'out-of-stock' ? amenity : undefined
  const bodies = subjects.map((all) =>
    all.map(({ fact, amenity }): ReportRequest => {
      const named = ranOut(fact, amenity)
      return named ? { fact, amenity: named } : { fact }
    }),
  )

  it('wait as two reports when no water and then no umbrella is reported without a network', async () => {
    const phone = aPhone(err({ code: 'offline' }))
    await phone.reports.send(id, water)
    await phone.reports.send(id, umbrella)
    expect(phone.reports.waiting()).toEqual([
      { id, body: water },
      { id, body: umbrella },
    ])
  })

  it('all reach the server, whatever they are and in whatever order they were written', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (written) => {
        const phone = aPhone(err({ code: 'offline' }))
        for (const body of written) await phone.reports.send(id, body)
        phone.answer = counted
        phone.sent.length = 0
        await phone.reports.flush()
        expect(phone.sent).toEqual(written.map((body) => [id, body]))
        expect(phone.reports.waiting()).toEqual([])
      }),
    )
  })

  it('are doubted one by one: three people who miss the water say nothing of the umbrella', async () => {
    const phone = aPhone(
      ok({
        counted: true,
        doubts: [
          { ...water, since: '2026-03-04' },
          { fact: 'gone', since: '2026-03-04' },
        ],
      }),
    )
    expect(await phone.reports.send(id, umbrella)).toMatchObject({ doubtful: false })
    expect(await phone.reports.send(id, { fact: 'out-of-stock' })).toMatchObject({ doubtful: false })
    expect(await phone.reports.send(id, water)).toMatchObject({ doubtful: true })
  })

  it('are read as an older program left them', async () => {
    const storage = aStorage()
    storage.set('reports', JSON.stringify({ v: 1, value: [{ id, body: water }] }))
    const phone = aPhone(err({ code: 'offline' }), storage)
    await phone.reports.send(id, umbrella)
    expect(phone.reports.waiting().map(({ body }) => body)).toEqual([water, umbrella])
  })
})

describe('a report that waits', () => {
  it('is not said to be kept where the phone has no room for it', async () => {
    const phone = aPhone(err({ code: 'offline' }), aStorage(10))
    expect(await phone.reports.send(id, locked)).toEqual({ status: 'refused', failure: { code: 'offline' } })
  })

  it('never pushes out one that waited before: the one too many is refused aloud', async () => {
    const phone = aPhone(err({ code: 'offline' }))
    const places = Array.from({ length: 21 }, (_, i) => `320800-320802${10 + i}`)
    const sent = []
    for (const place of places) sent.push((await phone.reports.send(place, locked)).status)
    expect(sent).toEqual([...Array.from({ length: 20 }, () => 'kept'), 'refused'])
    expect(phone.reports.waiting().map(({ id }) => id)).toEqual(places.slice(0, 20))
  })

  it.each(['rate-limited', 'report-conflict'] as const)('stays when the server says %s', async (code) => {
    const phone = aPhone(err({ code: 'offline' }))
    await phone.reports.send(id, locked)
    phone.answer = err({ code })
    await phone.reports.flush()
    expect(phone.reports.waiting()).toEqual([{ id, body: locked }])
  })

  it('does not go out a second time after the same was sent with a network', async () => {
    const phone = aPhone(err({ code: 'offline' }))
    await phone.reports.send(id, locked)
    phone.answer = counted
    await phone.reports.send(id, { ...locked, note: '门口贴了条' })
    expect(phone.reports.waiting()).toEqual([])
  })

  it('that is written again while the older words are on their way is sent too', async () => {
    const phone = aPhone(err({ code: 'offline' }))
    await phone.reports.send(id, locked)
    const newer: ReportRequest = { fact: 'locked', note: '门口贴了条' }
    phone.onSend = async () => {
      phone.onSend = null
      phone.answer = err({ code: 'offline' })
      await phone.reports.send(id, newer)
      phone.answer = counted
    }
    phone.answer = counted
    await phone.reports.flush()
    expect(phone.reports.waiting()).toEqual([{ id, body: newer }])
  })
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
