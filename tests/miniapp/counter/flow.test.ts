/** Handing over at a counter, step by step, with answers that get lost and fingers that press twice. */
import { err, ok, type Result } from '@common/result'
import type { PickupCheck, PickupResponse } from '@contract/points'
import { createHandoverFlow } from '@/counter/handover/flow'
import type { Failure } from '@/shared/api/request'
import { aCheck, aDone } from './builders'

const here = '320800-32080290'

/** A counter whose server gives the set answers; each confirmation waits until the test lets it go. */
function aCounter(confirmations: Result<PickupResponse, Failure>[] = [ok(aDone())]) {
  type Counter = { isOnline: boolean; checked: Result<PickupCheck, Failure>; sent: string[] }
  const counter: Counter = { isOnline: true, checked: ok(aCheck()), sent: [] }
  const desk = createHandoverFlow({
    check: async () => counter.checked,
    async confirm(place, ticket) {
      counter.sent.push(`${place} ${ticket}`)
      return confirmations[counter.sent.length - 1] ?? err({ code: 'internal' })
    },
    online: async () => counter.isOnline,
  })
  return Object.assign(counter, { desk })
}

it('shows what it is, hands it over, and begins again', async () => {
  const { desk, sent } = aCounter()
  await desk.check(here, '12345678')
  expect(desk.get()).toMatchObject({ step: 'found', unsure: false })
  await desk.confirm(here)
  expect(desk.get()).toMatchObject({ step: 'done', answer: { repeated: false } })
  expect(sent).toEqual([`${here} ticket-1`])
  desk.restart()
  expect(desk.get()).toEqual({ step: 'ask', refused: null, unsure: false })
})

it('sends one confirmation for two presses', async () => {
  const { desk, sent } = aCounter()
  await desk.check(here, '12345678')
  await Promise.all([desk.confirm(here), desk.confirm(here)])
  expect(sent).toHaveLength(1)
  expect(desk.get().step).toBe('done')
})

it.each(['timeout', 'internal'] as const)(
  'after %s sends the same ticket again, and says until then that it may have counted',
  async (code) => {
    const { desk, sent } = aCounter([err({ code }), ok(aDone({ repeated: true }))])
    await desk.check(here, '12345678')
    await desk.confirm(here)
    expect(desk.get()).toMatchObject({ step: 'found', unsure: true, refused: { code } })
    await desk.confirm(here)
    expect(desk.get()).toMatchObject({ step: 'done', answer: { repeated: true } })
    expect(sent).toEqual([`${here} ticket-1`, `${here} ticket-1`])
  },
)

it('sends nothing where the phone knows that it has no network, and is sure that nothing happened', async () => {
  const counter = aCounter()
  await counter.desk.check(here, '12345678')
  counter.isOnline = false
  await counter.desk.confirm(here)
  expect(counter.sent).toEqual([])
  expect(counter.desk.get()).toMatchObject({ step: 'found', unsure: false, refused: { code: 'offline' } })
})

it('stays unsure when the network goes altogether after a lost answer', async () => {
  const counter = aCounter([err({ code: 'timeout' })])
  await counter.desk.check(here, '12345678')
  await counter.desk.confirm(here)
  counter.isOnline = false
  await counter.desk.confirm(here)
  expect(counter.desk.get()).toMatchObject({ step: 'found', unsure: true, refused: { code: 'offline' } })
})

it.each(['order-picked-up', 'order-cancelled', 'pickup-ticket-old', 'own-outlet', 'forbidden'] as const)(
  'goes back to the code when the server says %s: the ticket is worth nothing any more',
  async (code) => {
    const { desk } = aCounter([err({ code })])
    await desk.check(here, '12345678')
    await desk.confirm(here)
    expect(desk.get()).toMatchObject({ step: 'ask', refused: { code }, unsure: false })
  },
)

it('says why a check gave nothing, and takes the next code', async () => {
  const counter = aCounter()
  counter.checked = err({ code: 'pickup-code-wrong' })
  await counter.desk.check(here, '00000000')
  expect(counter.desk.get()).toMatchObject({ step: 'ask', refused: { code: 'pickup-code-wrong' } })
  counter.checked = ok(aCheck())
  await counter.desk.check(here, '12345678')
  expect(counter.desk.get().step).toBe('found')
})

it('does not surprise somebody who went back with a late answer', async () => {
  const counter = aCounter()
  const checking = counter.desk.check(here, '12345678')
  counter.desk.restart()
  await checking
  expect(counter.desk.get().step).toBe('ask')
})

it('cannot be left while a confirmation is on its way', async () => {
  const { desk } = aCounter()
  await desk.check(here, '12345678')
  const confirming = desk.confirm(here)
  desk.restart()
  expect(desk.get().step).toBe('confirming')
  await confirming
  expect(desk.get().step).toBe('done')
})
