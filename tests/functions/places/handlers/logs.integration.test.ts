import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventCodes } from '../../../../functions/shared/aws/logger'
import { withDomain } from '../../../support/engine/domain-engine'
import { withFaults } from '../../../support/faults/faults'
import { buildPlace } from '../../../support/samples/places'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')
const position = { lng: '119.024681', lat: '33.597531' }
const edge = { 'x-origin-verify': 'secret' }
const viewers: [sourceIp: string, headers: Record<string, string>][] = [
  ['130.176.0.1', { 'cloudfront-viewer-address': '203.0.113.77:46532' }],
  ['130.176.0.1', { 'cloudfront-viewer-address': '[2001:db8:77::1]:46532' }],
  ['203.0.113.77', {}],
]
const personal = [
  position.lng,
  position.lat,
  '13812345678',
  '203.0.113.77',
  '2001:db8:77',
  '张三',
  'laobeijie',
]

describe('the log', () => {
  it('has no position, telephone number, address or search in it, whatever was asked and however it failed', async () => {
    let isCut = false
    const client = withFaults(database.client({ maxAttempts: 1 }), () => (isCut ? 'throttle' : null))
    const world = createWorld(database, { client, originVerify: 'secret' })
    await world.load([buildPlace({ phone: '13812345678' })])
    const ask = async () => {
      for (const headers of [edge, {}]) {
        await world.get(`/api/places/nearby?lng=${position.lng}&lat=${position.lat}`, headers)
        await world.get(`/api/places/nearby?lng=${position.lng}&lat=${position.lat}&near=1`, headers)
        await world.get(`/api/places/nearby/${position.lng},${position.lat}`, headers)
        await world.get('/api/places/search?q=laobeijie&region=320800', headers)
        await world.get('/api/places/320800-32080290', {
          ...headers,
          'x-forwarded-for': '203.0.113.77',
          'user-agent': '张三',
        })
      }
      // With the telephone it is refused, without it taken.
      for (const note of ['找张三 13812345678', '找张三'])
        for (const [sourceIp, headers] of viewers)
          await world.post(
            '/api/places/320800-32080290/reports',
            { fact: 'locked', note },
            { sourceIp, headers: { ...edge, 'x-forwarded-for': '203.0.113.77', ...headers } },
          )
    }
    await ask()
    isCut = true
    await ask()
    expect(world.logged.length).toBeGreaterThan(16)
    for (const trace of personal) expect(world.logged.join('\n')).not.toContain(trace)
  })

  it('has a line in the catalogue of events for each code, and no other', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/logging.md'), 'utf8')
    const documented = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
    expect(documented.sort()).toEqual([...eventCodes].sort())
  })
})
