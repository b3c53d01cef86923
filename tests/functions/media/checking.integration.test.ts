/** WeChat looks at every picture before anybody can let the public see it; its answer comes late, twice, out of order or never. */
import { systemId } from '../../../functions/audit/contract'
import { decidedMediaResponseSchema, mediaSchema } from '../../../functions/media/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { pictureOf } from '../../support/samples/pictures'
import { filmOf, m4aOf, mp3Of, pdfOf } from '../../support/samples/recordings'
import { parsed, refusal } from '../../support/worlds/points-world'
import { confirmation, pushPath, verdictPush } from '../../support/worlds/pushes'
import { createMediaWorld } from './kit'

const database = withDomain('media')
const minute = 60_000
const small = { width: 40, height: 30 }

const setUp = () => {
  const world = createMediaWorld(database)
  const [chen, sun] = [world.editor('chen'), world.editor('sun')]
  const show = async (id: string) => parsed(mediaSchema, await chen.show(id))
  const stateOf = async (id: string) => {
    const { state, check } = await show(id)
    return `${state} ${check}`
  }
  const made = async (...plan: Parameters<typeof world.checks.plan>) => {
    world.checks.plan(...plan)
    return (await world.ready(chen, 'image/png', await pictureOf('image/png', small))).id
  }
  const traces = () => world.checks.asked().map(({ trace }) => trace)
  const trace = () => traces().at(-1) ?? ''
  const servedKeys = () => [...world.objects.all.keys()].filter((key) => key.startsWith('media/'))
  const tasks = async (id: string) =>
    (await database.scan('tasks')).filter((task) => JSON.stringify(task).includes(id))
  return { ...world, chen, sun, show, stateOf, made, trace, traces, servedKeys, tasks }
}

it('nobody can approve before WeChat has answered, but refuse', async () => {
  const { made, stateOf, sun, servedKeys } = setUp()
  const [id, other] = [await made({ pushes: 0 }), await made({ pushes: 0 })]
  expect(await stateOf(id)).toBe('ready pending')
  expect(refusal(await sun.decide(id, true))).toBe('409 media-unchecked')
  expect(servedKeys()).toEqual([])
  expect(parsed(mediaSchema, await sun.decide(other, false)).state).toBe('refused')
})

it.each([
  ['pass', 'ready pass'],
  ['review', 'ready review'],
] as const)('where WeChat says %s another person decides', async (suggest, stands) => {
  const { made, stateOf, sun } = setUp()
  const id = await made({ suggest })
  expect(await stateOf(id)).toBe(stands)
  expect(parsed(mediaSchema, await sun.decide(id, true)).state).toBe('approved')
})

it('what is risky is refused for that, is no task any more, and nobody can approve it', async () => {
  const { made, show, sun, servedKeys, tasks } = setUp()
  const id = await made({ suggest: 'risky' })
  expect(await show(id)).toMatchObject({ state: 'refused', check: 'risky', decided: null })
  expect(refusal(await sun.decide(id, true))).toBe('409 media-state')
  expect([servedKeys(), await tasks(id)]).toEqual([[], []])
})

it('after half an hour without an answer a person decides; what comes later still counts', async () => {
  const { made, stateOf, sun, time, checks, trace, servedKeys } = setUp()
  const id = await made({ pushes: 0 })
  time.now += 30 * minute - 1
  expect(refusal(await sun.decide(id, true))).toBe('409 media-unchecked')
  time.now += 1
  expect(await stateOf(id)).toBe('ready none')
  expect(parsed(mediaSchema, await sun.decide(id, true)).state).toBe('approved')
  expect(servedKeys()).toHaveLength(2)
  time.now += 60 * minute
  expect(await checks.push(trace(), { suggest: 'risky' })).toEqual([200])
  expect(await stateOf(id)).toBe('refused risky')
  expect(servedKeys()).toEqual([])
})

it('what is risky is on record as nobody’s doing, once, and listed among what was decided', async () => {
  const { made, sun, checks, trace } = setUp()
  const id = await made({ suggest: 'risky' })
  await checks.push(trace(), { suggest: 'risky' })
  const records = (await database.scan('audit')).filter(
    (one) => one.action === 'media-risky' && one.subject === id,
  )
  expect(records.map(({ by }) => by)).toEqual([systemId])
  const [decided] = parsed(decidedMediaResponseSchema, await sun.decided()).decided
  expect(decided).toMatchObject({ id, state: 'refused', decidedBy: null })
})

it('what is called risky while its copies are made is left nowhere', async () => {
  const { made, stateOf, sun, time, checks, trace, servedKeys, objects } = setUp()
  const id = await made({ pushes: 0 })
  time.now += 30 * minute
  const { copy } = objects
  let isPushed = false
  objects.copy = async (from, to) => {
    if (!isPushed) {
      isPushed = true
      await checks.push(trace(), { suggest: 'risky' })
    }
    await copy(from, to)
  }
  expect(parsed(mediaSchema, await sun.decide(id, true)).state).toBe('refused')
  expect([await stateOf(id), servedKeys()]).toEqual(['refused risky', []])
})

it('an answer that comes twice, and one that is milder than another, change nothing', async () => {
  const { made, show, checks, trace } = setUp()
  const id = await made({ suggest: 'risky', pushes: 2 })
  const first = await show(id)
  expect(first.check).toBe('risky')
  expect(await checks.push(trace(), { suggest: 'pass', pushes: 2 })).toEqual([200, 200])
  expect(await show(id)).toEqual(first)
})

it('an answer that is faster than the note of what was asked counts all the same', async () => {
  const { made, stateOf } = setUp()
  expect(await stateOf(await made({ suggest: 'risky', early: true }))).toBe('refused risky')
  expect(await stateOf(await made({ suggest: 'pass', early: true, pushes: 2 }))).toBe('ready pass')
})

it('an answer with another signature, another content or without the safe mode is refused', async () => {
  const { made, stateOf, checks, trace, api, time } = setUp()
  const id = await made({ suggest: 'risky', forged: true })
  expect(await stateOf(id)).toBe('ready pending')
  expect(await checks.push(trace(), { suggest: 'risky', forged: true })).toEqual([403])
  const good = verdictPush(trace(), time.now)
  const other = verdictPush('another-trace', time.now)
  expect(refusal(await api.post(good.target, other.body))).toBe('403 push-refused')
  const plain = {
    ToUserName: 'gh',
    Event: 'wxa_media_check',
    trace_id: trace(),
    result: { suggest: 'risky' },
  }
  expect(refusal(await api.post(good.target, plain))).toBe('400 invalid-request')
  expect(refusal(await api.post(pushPath, good.body))).toBe('400 invalid-request')
  expect(await stateOf(id)).toBe('ready pending')
  // Under whichever media type it comes.
  const headers = { 'content-type': 'text/plain' }
  const answer = await api.call('POST', good.target, { headers, body: good.body })
  expect([answer.status, answer.bytes.toString()]).toEqual([200, 'success'])
  expect(await stateOf(id)).toBe('ready pass')
})

it('an answer about nothing that was asked is taken and left alone', async () => {
  const { api, time } = setUp()
  for (let n = 0; n < 2; n++) {
    const { target, body } = verdictPush('60f96f1d-3845297a', time.now)
    expect((await api.post(target, body)).status).toBe(200)
  }
})

it('the console learns that the address is ours, by the signature alone', async () => {
  const { api, time } = setUp()
  const target = confirmation(time.now, '5417269187654321')
  const answer = await api.get(target)
  expect([answer.status, answer.bytes.toString()]).toEqual([200, '5417269187654321'])
  expect(answer.headers['content-type']).toContain('text/plain')
  expect(refusal(await api.get(target.replace(/nonce=\d/, 'nonce=x')))).toBe('403 push-refused')
  expect(refusal(await api.get(`${target}%3Cscript%3E`))).toBe('400 invalid-request')
})

it('where WeChat cannot be asked, or cannot read the file, a person decides at once', async () => {
  const { made, stateOf, checking, objects, checks, trace, sun } = setUp()
  checking.isActive = false
  const id = await made()
  expect([await stateOf(id), checks.asked().length]).toEqual(['ready none', 0])
  expect(parsed(mediaSchema, await sun.decide(id, true)).state).toBe('approved')
  checking.isActive = true
  const other = await made({ pushes: 0 })
  objects.remove = async () => {}
  for (const key of [...objects.all.keys()].filter((one) => one.startsWith(`review/${other}`)))
    await objects.write(key, { bytes: new Uint8Array(), type: 'image/webp', caching: '' })
  await checks.push(trace(), { suggest: 'pass' })
  expect(await stateOf(other)).toBe('ready none')
})

it.each(['image/jpeg', 'image/png', 'image/webp'] as const)(
  'of %s WeChat is shown a JPEG of the renditions, as it reads no WebP',
  async (type) => {
    const { chen, ready, checks, show } = setUp()
    const { id } = await ready(chen, type, await pictureOf(type, small))
    expect(checks.asked().at(-1)?.url).toMatch(/^https:\/\/bucket\.test\/review\/.*\/40\.jpg\?seconds=1800$/)
    expect((await show(id)).check).toBe('pass')
  },
)

it('WeChat hears a recording, and a person alone sees a film and a document', async () => {
  const { chen, ready, checks, show, sun } = setUp()
  const { id } = await ready(chen, 'audio/mpeg', mp3Of())
  expect(checks.asked()).toMatchObject([{ type: 1, url: expect.stringMatching(/sound\.mp3\?seconds=1800$/) }])
  expect((await show(id)).check).toBe('pass')
  for (const [type, bytes] of [
    ['video/mp4', filmOf()],
    ['application/pdf', pdfOf()],
  ] as const) {
    const other = await ready(chen, type, bytes)
    expect([type, other.check]).toEqual([type, 'none'])
    expect(parsed(mediaSchema, await sun.decide(other.id, true)).state).toBe('approved')
  }
  expect(checks.asked()).toHaveLength(1)
})

it('a recording that WeChat calls risky is refused, also where a person has approved it', async () => {
  const { chen, sun, ready, checks, trace, servedKeys, stateOf } = setUp()
  const { id } = await ready(chen, 'audio/mp4', m4aOf())
  await sun.decide(id, true)
  expect(servedKeys()).toEqual([`media/${id}/sound.m4a`])
  await checks.push(trace(), { suggest: 'risky' })
  expect([await stateOf(id), servedKeys()]).toEqual(['refused risky', []])
})

it('a finish that was cut off before WeChat was asked is carried on by the next', async () => {
  const { chen, uploaded, checks, stateOf, objects } = setUp()
  const id = await uploaded(chen, 'image/png', await pictureOf('image/png', small))
  const { presignRead } = objects
  objects.presignRead = async () => {
    throw new Error('cut off')
  }
  expect((await chen.finish(id)).status).toBe(500)
  objects.presignRead = presignRead
  expect([await stateOf(id), checks.asked().length]).toEqual(['ready pending', 0])
  await chen.finish(id)
  await chen.finish(id)
  await checks.settled()
  expect([await stateOf(id), checks.asked().length]).toEqual(['ready pass', 1])
})
