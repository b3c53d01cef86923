/** An upload over a bad network: what was cut off is done again by itself, and nothing twice that is done. */
import { err, ok, type Result } from '../../../../functions/shared/result'
import { problemOf, typeOf } from '../../../../miniapp/src/media/desk/kinds'
import { sendParts } from '../../../../miniapp/src/media/desk/parts'
import { type Sent, type UploadStep, upload, type Ways } from '../../../../miniapp/src/media/desk/upload'
import type { Failure } from '../../../../miniapp/src/shared/api/failure'
import { aPicture } from '../builders'

const form = { url: 'https://bucket.test', fields: {} }
const failed = (code: Failure['code']): Result<never, Failure> => err({ code })
const asked = ok({ media: aPicture({ state: 'waiting' }), form })
const done = ok(aPicture())

/** Answers in their order, the last one for ever. */
const inTurn =
  <T>(...answers: [T, ...T[]]) =>
  async (): Promise<T> =>
    (answers.length > 1 ? answers.shift() : answers[0]) ?? answers[0]

const run = async (ways: Partial<Ways>) => {
  const did: string[] = []
  const noting =
    <A extends unknown[], T>(name: string, way: (...args: A) => Promise<T>) =>
    (...args: A) => {
      did.push(name)
      return way(...args)
    }
  const answer = await upload({
    ask: noting('ask', ways.ask ?? inTurn(asked)),
    send: noting('send', ways.send ?? inTurn<Sent>('sent')),
    finish: noting('finish', ways.finish ?? inTurn(done)),
    pause: noting('pause', async () => {}),
    say: ways.say ?? (() => {}),
    isOver: ways.isOver ?? (() => false),
  })
  return { did: did.join(' '), answer }
}

it('is asked for, sent and finished', async () => {
  expect(await run({})).toEqual({ did: 'ask send finish', answer: done })
})

it('that was cut off begins again with a new form, as often as it takes within reason', async () => {
  expect(await run({ send: inTurn<Sent>('lost', 'lost', 'sent') })).toEqual({
    did: 'ask send pause ask send pause ask send finish',
    answer: done,
  })
  const never = await run({ send: inTurn<Sent>('lost') })
  expect(never.answer).toEqual(failed('offline'))
  expect(never.did.split('send')).toHaveLength(9)
})

it('sends no file again that is there, while its pictures are not made', async () => {
  const finish = inTurn<Result<typeof done.value, Failure>>(
    failed('media-unavailable'),
    failed('timeout'),
    done,
  )
  expect((await run({ finish })).did).toBe('ask send finish pause finish pause finish')
})

it('sends a file again that did not arrive', async () => {
  const finish = inTurn<Result<typeof done.value, Failure>>(failed('media-missing'), done)
  expect((await run({ finish })).did).toBe('ask send finish pause ask send finish')
})

it('ends at once with what no repetition mends, and when it is given up', async () => {
  expect(await run({ finish: inTurn(failed('media-content')) })).toEqual({
    ...{ did: 'ask send finish', answer: failed('media-content') },
  })
  expect((await run({ ask: inTurn(failed('forbidden')) })).did).toBe('ask')
  const over = { is: false }
  const send = async (): Promise<Sent> => {
    over.is = true
    return 'lost'
  }
  expect((await run({ send, isOver: () => over.is })).did).toBe('ask send pause')
})

it('says how far it is', async () => {
  const said: UploadStep[] = []
  await run({
    say: (step) => said.push(step),
    send: async (_, onPart) => {
      onPart(0.5)
      return 'sent'
    },
  })
  expect(said).toEqual([{ step: 'sending', part: 0 }, { step: 'sending', part: 0.5 }, { step: 'finishing' }])
})

it('is of a picture that can be shown, of no more than one of its kind may have', () => {
  const megabyte = 1024 * 1024
  expect(problemOf('picture', { type: 'image/jpeg', size: 20 * megabyte })).toBeNull()
  expect(problemOf('picture', { type: 'image/heic', size: 100 })).toContain('JPEG')
  expect(problemOf('picture', { type: 'image/png', size: 22.3 * megabyte })).toBe(
    '图片最大 20 MB，这一张 22.3 MB。先缩小再传。',
  )
  expect(problemOf('picture', { type: 'image/png', size: 0 })).toContain('空的')
  expect(problemOf('video', { type: 'video/mp4', size: 100 * megabyte })).toBeNull()
  expect(problemOf('video', { type: 'video/mp4', size: 101 * megabyte })).toContain('视频最大 100 MB')
  expect(problemOf('video', { type: 'video/quicktime', size: 100 })).toContain('MP4')
  expect(problemOf('audio', { type: 'video/mp4', size: 100 })).toContain('MP3')
  expect(problemOf('document', { type: 'application/msword', size: 100 })).toContain('PDF')
})

it('knows a recording by each of the names that browsers have for it', () => {
  expect(['audio/x-m4a', 'audio/mp3', 'audio/mpeg', 'audio/ogg'].map((type) => typeOf({ type }))).toEqual([
    ...['audio/mp4', 'audio/mpeg', 'audio/mpeg', null],
  ])
})

describe('a file in parts', () => {
  const file = new File(['0123456789'], '开馆.mp4', { type: 'video/mp4' })
  const part = (number: number, bytes = 4) => ({ number, bytes, url: `https://bucket.test/${number}` })
  const missing = [part(2), part(3, 2)]

  it('sends what is missing, each part to its address, and says how far the whole is', async () => {
    const [sent, said]: [string[], number[]] = [[], []]
    const outcome = await sendParts(
      { partBytes: 4, missing },
      file,
      async (url, bytes, onBytes) => {
        onBytes(1)
        sent.push(`${url} ${await textOf(bytes)}`)
        return 'sent'
      },
      (on) => said.push(on),
    )
    expect(outcome).toBe('sent')
    expect(sent).toEqual(['https://bucket.test/2 4567', 'https://bucket.test/3 89'])
    expect(said).toEqual([0.4, 0.5, 0.8, 0.9, 1])
  })

  it('stops at the part that was cut off, and tells whether any arrived before it', async () => {
    const put = (...outcomes: Sent[]) => {
      const sent = [...outcomes]
      return sendParts(
        { partBytes: 4, missing },
        file,
        async () => sent.shift() ?? 'sent',
        () => {},
      )
    }
    expect(await put('lost')).toBe('lost')
    expect(await put('sent', 'lost')).toBe('some')
    expect(await put('refused')).toBe('refused')
  })

  it('goes on for as long as each try brings more of it, and no longer', async () => {
    const often = Array.from({ length: 20 }, (): Sent => 'some')
    const [first = 'some', ...others] = often
    const long = await run({ send: inTurn<Sent>(first, ...others, 'sent') })
    expect(long.answer).toEqual(done)
    expect(long.did.split('send')).toHaveLength(22)
    const stuck = await run({ send: inTurn<Sent>('some', 'lost') })
    expect(stuck.answer).toEqual(failed('offline'))
    expect(stuck.did.split('send')).toHaveLength(9)
  })
})

const textOf = (blob: Blob): Promise<string> => new Response(blob).text()
