/** An upload over a bad network: what was cut off is done again by itself, and nothing twice that is done. */
import { err, ok, type Result } from '../../../../functions/shared/result'
import { type Sent, type UploadStep, upload, type Ways } from '../../../../miniapp/src/media/desk/upload'
import { problemOf } from '../../../../miniapp/src/media/desk/use-upload'
import type { Failure } from '../../../../miniapp/src/shared/failure'
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

it('is of a picture that can be shown, and of no more than 8 MB', () => {
  expect(problemOf({ type: 'image/jpeg', size: 8 * 1024 * 1024 })).toBeNull()
  expect(problemOf({ type: 'image/heic', size: 100 })).toContain('JPEG')
  expect(problemOf({ type: 'image/png', size: 12.3 * 1024 * 1024 })).toBe(
    '图片最大 8 MB，这一张 12.3 MB。先缩小再传。',
  )
  expect(problemOf({ type: 'image/png', size: 0 })).toContain('空的')
})
