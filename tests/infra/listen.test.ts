/** Who can reach the local run: it logs in anybody as anybody made up, so by itself it is for this machine alone. */
import { request } from 'node:http'
import { type Listening, listen } from '../../infra/local/gateway/listen'

/** Status of an answer at that address, or the code with which the connection was refused. */
const at = (host: string, port: number): Promise<number | string | undefined> =>
  new Promise((done) => {
    const asking = request({ host, port, agent: false }, (answer) => {
      answer.resume()
      done(answer.statusCode)
    })
    asking.once('error', (error: NodeJS.ErrnoException) => done(error.code))
    asking.end()
  })
const portOf = ({ url }: Listening) => Number(new URL(url).port)

describe('the local run', () => {
  let door: Listening
  afterEach(() => door.stop())

  it('listens on loopback only, unless configured otherwise', async () => {
    door = await listen(0)
    expect(door.address).toBe('127.0.0.1')
    expect(new URL(door.url).hostname).toBe('localhost')
    expect(await at('127.0.0.1', portOf(door))).toBe(503)
    // Another address of the same machine, as the network's would be.
    expect(await at('127.0.0.2', portOf(door))).not.toBe(503)
  })

  it('listens on the configured address', async () => {
    door = await listen(0, '0.0.0.0')
    expect(door.address).toBe('0.0.0.0')
    expect(await at('127.0.0.1', portOf(door))).toBe(503)
  })

  it('says in one line that an address is not one of this machine', async () => {
    door = await listen(0)
    await expect(listen(0, '192.0.2.1')).rejects.toThrow(/^192\.0\.2\.1 is no address of this machine/)
  })
})
