import { createServer, type Server } from 'node:http'
import { whileChecking } from '../../../functions/shared/aws/checked-work'
import { withDeadline } from '../../../functions/shared/aws/deadline'
import { openFunction } from '../../../functions/shared/aws/invoke'

/** Longer than a test may take. */
const noLimitMs = 3_600_000

describe('a call of another function', () => {
  const environment = { ...process.env }
  let silent: Server
  let calls = 0

  beforeAll(async () => {
    silent = createServer(() => {
      calls++
    })
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    const address = silent.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${port}`,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    })
  })

  beforeEach(() => {
    calls = 0
  })

  afterAll(async () => {
    process.env = environment
    silent.closeAllConnections()
    await new Promise((done) => silent.close(done))
  })

  it('that is not answered ends while the caller can still answer', async () => {
    const ask = openFunction('silent', noLimitMs)
    const deadline = { at: Date.now() + 1_500, clock: Date.now }
    const outcome = await withDeadline(deadline, () => ask({}))
    expect(outcome).toEqual({ ok: false, error: 'unavailable' })
    expect(calls).toBe(1)
  })

  it('is not begun where no time is left', async () => {
    const ask = openFunction('silent', noLimitMs)
    const deadline = { at: Date.now(), clock: Date.now }
    const outcome = await withDeadline(deadline, () => ask({}))
    expect(outcome).toEqual({ ok: false, error: 'unavailable' })
    expect(calls).toBe(0)
  })

  it('is not begun for an operation that is refused', async () => {
    const ask = openFunction('silent', noLimitMs)
    expect(await whileChecking(Promise.resolve(false), () => ask({}))).toBeNull()
    expect(calls).toBe(0)
  })
})
