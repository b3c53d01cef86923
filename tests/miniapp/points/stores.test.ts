import { err, ok, type Result } from '@common/result'
import type { Earned } from '@contract/points'
import { checkedIn, createCheckIns } from '@/points/check-in'
import { digitsAt } from '@/points/pages/order/use-pickup'
import { createPickups } from '@/points/pickups'
import { prunePickups } from '@/points/pickups-day'
import type { Failure } from '@/shared/api/request'
import { createRemote } from '@/shared/query/remote'
import { aStorage, at } from '../places/builders'
import { anAccount, anEarned, anEntry, anOrder, aPickupCode, person } from './builders'

const settled = () => new Promise(process.nextTick)

describe('checking in', () => {
  function aPhone() {
    const answers: ((answer: Result<Earned, Failure>) => void)[] = []
    const earned: Earned[] = []
    const checkIns = createCheckIns({
      send: () => new Promise((answer) => answers.push(answer)),
      earned: (one) => earned.push(one),
    })
    return { answers, earned, checkIns }
  }

  it('says at once that it was pressed, and what it brought when that is known', async () => {
    const { checkIns, answers, earned } = aPhone()
    const pressed = checkIns.press('320800')
    expect(checkIns.get()).toEqual({ step: 'sending' })
    answers[0]?.(ok(anEarned({ entry: anEntry({ points: 12 }) })))
    await pressed
    expect(checkIns.get()).toEqual({ step: 'earned', points: 12, repeated: false })
    expect(earned).toHaveLength(1)
  })

  it('is sent once, however often one taps', async () => {
    const { checkIns, answers } = aPhone()
    void checkIns.press('320800')
    void checkIns.press('320800')
    expect(answers).toHaveLength(1)
  })

  it('goes back to be pressed again where it failed', async () => {
    const { checkIns, answers, earned } = aPhone()
    const pressed = checkIns.press('320800')
    answers[0]?.(err({ code: 'offline' }))
    await pressed
    expect(checkIns.get()).toEqual({ step: 'failed', failure: { code: 'offline' } })
    void checkIns.press('320800')
    expect(answers).toHaveLength(2)
    expect(earned).toEqual([])
  })

  it('tells nobody who came after what another one earned', async () => {
    const { checkIns, answers, earned } = aPhone()
    const pressed = checkIns.press('320800')
    checkIns.reset()
    answers[0]?.(ok(anEarned()))
    await pressed
    expect(checkIns.get()).toEqual({ step: 'idle' })
    expect(earned).toEqual([])
  })

  it('shows the day as done, and no points that the server has not written', () => {
    const account = checkedIn(anAccount())
    expect(account.checkIn).toMatchObject({ doneToday: true, streak: 4 })
    expect(account.ways[0]?.state).toBe('done-today')
    expect(account.balance).toBe(128)
    expect(checkedIn(account)).toBe(account)
  })
})

describe('what the server is asked for', () => {
  function asked() {
    const questions: { name: string; answer: (answer: Result<string, Failure>) => void }[] = []
    const time = { now: 0 }
    const store = createRemote<string>((name) => new Promise((answer) => questions.push({ name, answer })), {
      fresh: 1000,
      now: () => time.now,
    })
    return { questions, store, time }
  }

  it('is asked once at a time, and not again while the answer is fresh', async () => {
    const { questions, store, time } = asked()
    store.refreshIfOld('a')
    store.refreshIfOld('a')
    expect(questions).toHaveLength(1)
    questions[0]?.answer(ok('first'))
    await settled()
    store.refreshIfOld('a')
    expect(questions).toHaveLength(1)
    time.now = 1000
    store.refreshIfOld('a')
    expect(questions).toHaveLength(2)
    expect(store.get('a')).toEqual({ value: 'first', failure: null, asking: true, readAt: 0 })
  })

  it('stays through a failure, which is shown', async () => {
    const { questions, store } = asked()
    store.refreshIfOld('a')
    questions[0]?.answer(ok('first'))
    await settled()
    void store.refresh('a')
    questions[1]?.answer(err({ code: 'offline' }))
    await settled()
    expect(store.get('a')).toEqual({
      value: 'first',
      failure: { code: 'offline' },
      asking: false,
      readAt: 0,
    })
  })

  it('is extended by what follows it, and says still when its beginning was read', async () => {
    const { questions, store, time } = asked()
    store.refreshIfOld('a')
    questions[0]?.answer(ok('first'))
    await settled()
    time.now = 500
    await store.extend('a', async (value) => ok(`${value}, second`))
    expect(store.get('a')).toEqual({ value: 'first, second', failure: null, asking: false, readAt: 0 })
    await store.extend('a', async () => err({ code: 'offline' }))
    expect(store.get('a')).toMatchObject({ value: 'first, second', failure: { code: 'offline' } })
  })

  it('is not extended while it is asked for anew, nor before it is there', async () => {
    const { questions, store } = asked()
    const asking = jest.fn(async () => ok('second'))
    await store.extend('a', asking)
    store.refreshIfOld('a')
    await store.extend('a', asking)
    expect(asking).not.toHaveBeenCalled()
    questions[0]?.answer(ok('first'))
    await settled()
    expect(store.get('a').value).toBe('first')
  })

  it('drops what follows a beginning that was asked for anew meanwhile', async () => {
    const { questions, store } = asked()
    store.refreshIfOld('a')
    questions[0]?.answer(ok('first'))
    await settled()
    let follow: (answer: Result<string, Failure>) => void = () => {}
    const extended = store.extend('a', () => new Promise((answer) => (follow = answer)))
    void store.refresh('a')
    questions[1]?.answer(ok('anew'))
    await settled()
    follow(ok('first, second'))
    await extended
    expect(store.get('a').value).toBe('anew')
  })

  it('is not overwritten by an answer that is older than what was learned since', async () => {
    const { questions, store } = asked()
    store.refreshIfOld('a')
    store.put('a', 'cancelled')
    questions[0]?.answer(ok('reserved'))
    await settled()
    expect(store.get('a').value).toBe('cancelled')
  })

  it('is kept apart by name', async () => {
    const { questions, store } = asked()
    store.refreshIfOld('a')
    store.refreshIfOld('b')
    questions[1]?.answer(ok('of b'))
    await settled()
    expect(store.get('a').value).toBeNull()
    expect(store.get('b').value).toBe('of b')
  })
})

describe('a code that was opened today', () => {
  const now = at('2026-03-04 10:00')
  const pickup = { person, order: anOrder(), code: aPickupCode(), ahead: 0 }

  it('is there until midnight and not after', () => {
    const keep = createPickups(aStorage())
    keep.put(pickup, now)
    expect(keep.of(person, at('2026-03-04 23:59'))).toEqual([pickup])
    expect(keep.of(person, at('2026-03-05 00:00'))).toEqual([])
  })

  it('is of the server’s day, whatever the phone’s clock says', () => {
    const keep = createPickups(aStorage())
    const slow = { ...pickup, ahead: 3 * 3_600_000 }
    keep.put(slow, now)
    expect(keep.of(person, at('2026-03-04 20:59'))).toHaveLength(1)
    expect(keep.of(person, at('2026-03-04 21:00'))).toEqual([])
  })

  it('is nobody else’s, and gone from the phone when the day or the person has gone', () => {
    const storage = aStorage()
    const keep = createPickups(storage)
    keep.put(pickup, now)
    expect(keep.of('bbbbbbbbbbbbbbbbbbbb', now)).toEqual([])
    prunePickups(storage, person, now)
    expect(storage.names()).toEqual(['pickups'])
    prunePickups(storage, null, now)
    expect(storage.names()).toEqual([])
    keep.put(pickup, now)
    prunePickups(storage, person, at('2026-03-05 00:00'))
    expect(storage.names()).toEqual([])
  })

  it('takes the place of the one that was kept of the same order', () => {
    const keep = createPickups(aStorage())
    keep.put(pickup, now)
    keep.put({ ...pickup, ahead: 5 }, now)
    expect(keep.of(person, now).map(({ ahead }) => ahead)).toEqual([5])
    keep.remove(pickup.order.id)
    expect(keep.of(person, now)).toEqual([])
  })

  it('shows other digits every 30 seconds of the server’s clock, and none of another day', () => {
    const first = digitsAt(pickup, now)
    expect(first).toMatch(/^0427\d{4}$/)
    expect(digitsAt(pickup, now + 29_999)).toBe(first)
    expect(digitsAt(pickup, now + 30_000)).not.toBe(first)
    expect(digitsAt({ ...pickup, ahead: 30_000 }, now)).toBe(digitsAt(pickup, now + 30_000))
    expect(digitsAt(pickup, at('2026-03-05 00:00'))).toBeNull()
  })
})
