import { mayWrite, whileChecking } from '../../../functions/shared/aws/checked-work'

/** A check that passes, is refused or fails when the test says so, and work that writes after it has read. */
const setUp = () => {
  let resolve = (_passed: boolean): void => undefined
  let reject = (_reason: Error): void => undefined
  const promise = new Promise<boolean>((passes, fails) => {
    resolve = passes
    reject = fails
  })
  const writes: string[] = []
  const work = async () => {
    await mayWrite()
    writes.push('written')
    return 'done'
  }
  return { check: { promise, resolve, reject }, writes, work }
}

describe('work begun while it is checked whether it may be done', () => {
  it('waits with what it writes until the check has passed, and is answered', async () => {
    const { check, writes, work } = setUp()
    let begin = (): void => undefined
    const hasBegun = new Promise<void>((resolve) => {
      begin = resolve
    })
    void check.promise.then(() => writes.push('the check passed'))
    const working = whileChecking(check.promise, async () => {
      begin()
      return work()
    })
    await hasBegun
    check.resolve(true)
    expect(await working).toBe('done')
    expect(writes).toEqual(['the check passed', 'written'])
  })

  it('writes nothing where the check is refused, and is not answered', async () => {
    const { check, writes, work } = setUp()
    const working = whileChecking(check.promise, work)
    check.resolve(false)
    expect(await working).toBeNull()
    expect(writes).toEqual([])
  })

  it('is not answered where the check is refused, though it only read', async () => {
    expect(await whileChecking(Promise.resolve(false), async () => 'read')).toBeNull()
  })

  it('writes nothing where the check fails, and fails with it', async () => {
    const { check, writes, work } = setUp()
    const working = whileChecking(check.promise, work)
    check.reject(new Error('identity does not answer'))
    await expect(working).rejects.toThrow('identity does not answer')
    expect(writes).toEqual([])
  })

  it('fails with its own error where the check passed, and hides the error where the check refused', async () => {
    const fail = async () => {
      throw new Error('the work fails')
    }
    await expect(whileChecking(Promise.resolve(true), fail)).rejects.toThrow('the work fails')
    expect(await whileChecking(Promise.resolve(false), fail)).toBeNull()
  })

  it('of two at once each waits for its own check', async () => {
    const [one, other] = [setUp(), setUp()]
    const both = [whileChecking(one.check.promise, one.work), whileChecking(other.check.promise, other.work)]
    other.check.resolve(true)
    one.check.resolve(false)
    expect(await Promise.all(both)).toEqual([null, 'done'])
    expect([one.writes, other.writes]).toEqual([[], ['written']])
  })
})

it('may write at once where nothing is being checked', async () => {
  await expect(mayWrite()).resolves.toBeUndefined()
})
