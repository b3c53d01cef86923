/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react'
import { useHandover } from '../../../miniapp/src/points/pages/order/use-handover'
import { phone } from '../support/taro'

const minute = 60_000
beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const open = (isLive = true) => {
  let asked = 0
  const ask = async () => {
    asked += 1
  }
  const hook = renderHook(({ active }) => useHandover(active, ask), { initialProps: { active: isLive } })
  /** How often the server is asked in the next `ms`. */
  const askedIn = async (ms: number) => {
    const before = asked
    await act(() => jest.advanceTimersByTimeAsync(ms))
    return asked - before
  }
  return {
    askedIn,
    code: () => hook.result.current.code,
    show: () => act(() => hook.result.current.show()),
    leave: () => act(() => phone.hide()),
    comeBack: () => act(() => phone.show()),
    ...hook,
  }
}

describe('the page of an order asks whether it was handed over', () => {
  it('never while its code is not shown, however long it lies open', async () => {
    const { askedIn, code } = open()
    expect(await askedIn(60 * minute)).toBe(0)
    expect(code()).toBe('closed')
  })

  it('every two seconds from when its person shows the code', async () => {
    const { askedIn, code, show } = open()
    await askedIn(10 * minute)
    show()
    expect(code()).toBe('shown')
    expect(await askedIn(2000)).toBe(1)
    expect(await askedIn(minute)).toBe(30)
  })

  it('for three minutes; then the code is put away, and showing it again begins anew', async () => {
    const { askedIn, code, show } = open()
    show()
    expect(await askedIn(3 * minute)).toBeLessThanOrEqual(90)
    expect(code()).toBe('over')
    expect(await askedIn(60 * minute)).toBe(0)
    show()
    expect(code()).toBe('shown')
    expect(await askedIn(minute)).toBe(30)
    expect(await askedIn(60 * minute)).toBeLessThanOrEqual(60)
  })

  it('not while another page or program is in front, and again when one comes back', async () => {
    const { askedIn, code, show, leave, comeBack } = open()
    show()
    leave()
    expect(await askedIn(minute)).toBe(0)
    comeBack()
    expect(code()).toBe('shown')
    expect(await askedIn(minute)).toBe(30)
  })

  it('not when one comes back to a code that was shown too long ago, although the phone stopped its clock meanwhile', async () => {
    const { askedIn, code, show, leave, comeBack } = open()
    show()
    leave()
    // A phone that sleeps runs no timers.
    jest.setSystemTime(Date.now() + 60 * minute)
    comeBack()
    expect(await askedIn(minute)).toBe(0)
    expect(code()).toBe('over')
  })

  it('never once nothing is to be handed over', async () => {
    const { askedIn, rerender, show } = open()
    show()
    rerender({ active: false })
    expect(await askedIn(minute)).toBe(0)
  })
})
