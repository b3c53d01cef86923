/**
 * @jest-environment jsdom
 *
 * What is published by a schedule is on phones within two minutes: what it may take on its way, added up, and that a page that
 * stays open asks again.
 */
import { ok } from '@common/result'
import { act, renderHook } from '@testing-library/react'
import { exhibition } from '../../../functions/exhibition/domain'
import { caching } from '../../../functions/exhibition/handlers/exhibition'
import { fresh, useCurrent } from '../../../miniapp/src/exhibition/current'
import { createRemote } from '../../../miniapp/src/shared/query/remote'
import { phone } from '../support/taro'

jest.mock('../../../miniapp/src/shared/platform/seen', () =>
  jest.requireActual('../../../miniapp/src/shared/platform/seen.h5'),
)

const numberIn = (text: string | undefined, form: RegExp): number => {
  const found = form.exec(text ?? '')?.[1]
  if (found === undefined) throw new Error(`${text} is not ${form}`)
  return Number(found)
}

it('is at most the sweep, what CloudFront and the phone keep together, and what a page calls fresh: two minutes', () => {
  const due = exhibition.jobs
    .flatMap((job) => ('schedules' in job ? (job.schedules ?? []) : []))
    .find(({ name }) => name === 'due')
  const sweep = 60 * numberIn(due?.expression, /^rate\((\d+) minutes?\)$/)
  // A phone counts the age that CloudFront says: both together keep an answer no longer than that.
  const cached = numberIn(caching, /^public, max-age=(\d+)$/)
  expect(sweep).toBeLessThanOrEqual(60)
  expect(sweep + cached + fresh / 1000).toBeLessThanOrEqual(120)
})

describe('a page that stays open', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => {
    jest.useRealTimers()
    jest.restoreAllMocks()
  })

  const open = async () => {
    let asked = 0
    const store = createRemote(async () => ok(++asked), { fresh })
    const { result } = renderHook(() => useCurrent(store, '320800'))
    const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
    await wait(0)
    return { result, wait, asked: () => asked }
  }

  it('asks again every half minute, and shows what came', async () => {
    const { result, wait, asked } = await open()
    expect(asked()).toBe(1)
    await wait(fresh)
    expect(result.current.value).toBe(2)
    await wait(10 * fresh)
    expect(asked()).toBe(12)
  })

  it('asks nothing while another page lies over it, and at once when it is seen again', async () => {
    const { wait, asked } = await open()
    act(() => phone.hide())
    await wait(10 * fresh)
    expect(asked()).toBe(1)
    await act(async () => phone.show())
    expect(asked()).toBe(2)
  })

  it('asks nothing in a window that nobody sees', async () => {
    const { wait, asked } = await open()
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await wait(10 * fresh)
    expect(asked()).toBe(1)
  })
})
