import { err, ok, type Result } from '@common/result'
import type { Order } from '@contract/points'
import { openOrderSheet, type Wish } from '@/points/ordering'
import type { Failure } from '@/shared/api/request'
import { aStorage } from '../places/builders'
import { anOrder, giftId, person } from './builders'

const outlet = '320800-1'
const hour = 3_600_000

/** A phone whose server answers when the test says so. */
function aPhone(storage = aStorage()) {
  const sent: { wish: Wish; key: string; answer: (answer: Result<Order, Failure>) => void }[] = []
  const phone = { sent, storage, now: Date.parse('2026-03-04T02:00:00Z'), keys: 0 }
  const open = (who = person, price = 120) =>
    openOrderSheet(
      who,
      { id: giftId, price },
      {
        send: (wish, key) => new Promise((answer) => sent.push({ wish, key, answer })),
        async makeKey() {
          phone.keys += 1
          return `key ${phone.keys} of ${who}`
        },
        storage: phone.storage,
        now: () => phone.now,
      },
    )
  return Object.assign(phone, { open })
}

/** Lets what is waiting go on. */
const settled = () => new Promise(process.nextTick)

it('orders once, however often one taps', async () => {
  const phone = aPhone()
  const sheet = phone.open()
  const taps = [sheet.confirm(outlet), sheet.confirm(outlet), sheet.confirm(outlet)]
  await settled()
  expect(sheet.get()).toEqual({ step: 'asking' })
  expect(phone.sent).toHaveLength(1)
  phone.sent[0]?.answer(ok(anOrder()))
  await Promise.all(taps)
  expect(sheet.get()).toEqual({ step: 'done', order: anOrder() })
  await sheet.confirm(outlet)
  expect(phone.sent).toHaveLength(1)
})

it('makes one key an opened sheet, and another for the next', async () => {
  const phone = aPhone()
  for (const _ of [1, 2]) {
    const confirmed = phone.open().confirm(outlet)
    await settled()
    phone.sent.at(-1)?.answer(ok(anOrder()))
    await confirmed
  }
  const [first, second] = phone.sent.map(({ key }) => key)
  expect(first).not.toBe(second)
})

it.each(['timeout', 'offline', 'bad-answer', 'unavailable', 'internal', 'account-busy'] as const)(
  'asks about the same order after %s, at the same outlet, under the same key',
  async (code) => {
    const phone = aPhone()
    const sheet = phone.open()
    const first = sheet.confirm(outlet)
    await settled()
    phone.sent[0]?.answer(err({ code }))
    await first
    expect(sheet.get().step).toBe('unsure')

    const second = sheet.confirm('320800-2')
    await settled()
    expect(phone.sent[1]).toMatchObject({ key: phone.sent[0]?.key, wish: { outlet } })
    phone.sent[1]?.answer(ok(anOrder()))
    await second
    expect(sheet.get().step).toBe('done')
  },
)

it('takes up what was never answered when the program was ended meanwhile', async () => {
  const phone = aPhone()
  void phone.open().confirm(outlet)
  await settled()

  const later = aPhone(phone.storage)
  const sheet = later.open()
  expect(sheet.get()).toEqual({ step: 'unsure', failure: null })
  expect(sheet.outletBefore).toBe(outlet)
  void sheet.confirm('320800-2')
  await settled()
  expect(later.sent[0]).toMatchObject({
    key: phone.sent[0]?.key,
    wish: { gift: giftId, outlet, points: 120 },
  })
})

it('is another person’s affair not at all, and nobody’s after a day', async () => {
  const phone = aPhone()
  void phone.open().confirm(outlet)
  await settled()
  const other = aPhone(phone.storage).open('bbbbbbbbbbbbbbbbbbbb')
  expect(other.get().step).toBe('ready')
  const tomorrow = aPhone(phone.storage)
  tomorrow.now += 24 * hour
  expect(tomorrow.open().get().step).toBe('ready')
})

it('ends with a refusal: the next press is another order', async () => {
  const phone = aPhone()
  const sheet = phone.open()
  const first = sheet.confirm(outlet)
  await settled()
  phone.sent[0]?.answer(err({ code: 'sold-out' }))
  await first
  expect(sheet.get()).toEqual({ step: 'refused', failure: { code: 'sold-out' } })
  expect(phone.open().get().step).toBe('ready')
  void sheet.confirm(outlet)
  await settled()
  expect(phone.sent[1]?.key).not.toBe(phone.sent[0]?.key)
})

it.each(['session-ended', 'unauthenticated'] as const)(
  'knows that nothing was ordered where the only try was refused by %s',
  async (code) => {
    const phone = aPhone()
    const sheet = phone.open()
    const confirmed = sheet.confirm(outlet)
    await settled()
    phone.sent[0]?.answer(err({ code }))
    await confirmed
    expect(sheet.get()).toEqual({ step: 'refused', failure: { code } })
    expect(phone.storage.names()).toEqual([])
    expect(phone.open().get()).toEqual({ step: 'ready' })
  },
)

it('stays unsure where the session ended after a try that may have ordered, and asks under the same key', async () => {
  const phone = aPhone()
  const sheet = phone.open()
  for (const code of ['timeout', 'session-ended'] as const) {
    const confirmed = sheet.confirm(outlet)
    await settled()
    phone.sent.at(-1)?.answer(err({ code }))
    await confirmed
    expect(sheet.get()).toEqual({ step: 'unsure', failure: { code } })
  }
  const later = phone.open()
  expect(later.get().step).toBe('unsure')
  const refused = later.confirm(outlet)
  await settled()
  phone.sent.at(-1)?.answer(err({ code: 'session-ended' }))
  await refused
  expect(later.get().step).toBe('unsure')
  void phone.open().confirm(outlet)
  await settled()
  expect(new Set(phone.sent.map(({ key }) => key)).size).toBe(1)
})

it('leaves nothing on the phone once the answer is sure', async () => {
  const phone = aPhone()
  const confirmed = phone.open().confirm(outlet)
  await settled()
  expect(phone.storage.names()).toEqual(['ordering'])
  phone.sent[0]?.answer(ok(anOrder()))
  await confirmed
  expect(phone.storage.names()).toEqual([])
})

it('asks again for the points that were agreed to, whatever the price is now', async () => {
  const phone = aPhone()
  const lost = phone.open(person, 180).confirm(outlet)
  await settled()
  phone.sent[0]?.answer(err({ code: 'offline' }))
  await lost
  void phone.open(person, 300).confirm(outlet)
  await settled()
  expect(phone.sent.map(({ wish }) => wish.points)).toEqual([180, 180])
})
