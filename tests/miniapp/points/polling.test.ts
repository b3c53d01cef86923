/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react'
import { usePolling } from '../../../miniapp/src/points/order/use-polling'

const minute = 60_000
beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const open = (isLive = true) => {
  let asked = 0
  const ask = async () => {
    asked += 1
  }
  const hook = renderHook(({ active }) => usePolling(active, ask), { initialProps: { active: isLive } })
  /** How often the server is asked in the next `ms`. */
  const askedIn = async (ms: number) => {
    const before = asked
    await act(() => jest.advanceTimersByTimeAsync(ms))
    return asked - before
  }
  return { askedIn, touch: () => act(() => hook.result.current.touched()), ...hook }
}

describe('the page of an order asks whether it was handed over', () => {
  it('within two seconds while somebody shows its code, and four times a minute once it lies open', async () => {
    const { askedIn } = open()
    expect(await askedIn(2000)).toBe(1)
    expect(await askedIn(minute)).toBe(40)
    await askedIn(minute)
    expect(await askedIn(10 * minute)).toBeLessThanOrEqual(41)
  })

  it('within two seconds again when its person touches it', async () => {
    const { askedIn, touch } = open()
    await askedIn(30 * minute)
    touch()
    expect(await askedIn(2000)).toBe(1)
    expect(await askedIn(minute)).toBe(40)
  })

  it('never once nothing is to be handed over', async () => {
    const { askedIn, rerender } = open()
    rerender({ active: false })
    expect(await askedIn(minute)).toBe(0)
  })
})
