/** One upload from the form to the finished picture; what a bad network cuts off is done again by itself. */
import { err, ok, type Result } from '@common/result'
import type { Media } from '@contract/media'
import { isOutcomeUnknown } from '@/shared/api/doubt'
import type { Failure } from '@/shared/api/request'

export type Form = { url: string; fields: Record<string, string> }
/** `lost`: no answer came. `refused`: it is not what the form is for, or the form is too old. `some`: cut off, but some of it arrived. */
export type Sent = 'sent' | 'some' | 'lost' | 'refused'
/** `part`: how much of the file is there, from 0 to 1. */
export type UploadStep = { step: 'sending'; part: number } | { step: 'retrying' } | { step: 'finishing' }

/** `Asked`: the file, and the form or the parts by which it is sent. */
export type Ways<Asked extends { media: Media } = { media: Media }> = {
  /** Asked again it gives the same file with a new form, or with what is missing. */
  ask: () => Promise<Result<Asked, Failure>>
  send: (asked: Asked, onPart: (part: number) => void) => Promise<Sent>
  finish: (id: string) => Promise<Result<Media, Failure>>
  /** Until the network is back, or longer with every try. */
  pause: (tries: number) => Promise<void>
  say: (step: UploadStep) => void
  /** Whoever began it has given it up. */
  isOver: () => boolean
}

const mostTries = 8
const passing: readonly string[] = ['media-missing', 'media-unavailable', 'media-busy']
const maySucceed = (failure: Failure) => isOutcomeUnknown(failure, false) || passing.includes(failure.code)

export async function upload<Asked extends { media: Media }>(
  ways: Ways<Asked>,
): Promise<Result<Media, Failure>> {
  const attempt = attempts(ways)
  let last: Result<Media, Failure> = err({ code: 'media-missing' })
  for (let tries = 0; tries < mostTries; ) {
    if (tries > 0) {
      ways.say({ step: 'retrying' })
      await ways.pause(tries)
    }
    if (ways.isOver()) break
    const { answer, moved } = await attempt()
    last = answer
    if (answer.ok || !maySucceed(answer.error)) break
    // A large file on a weak network comes on part by part, however often it is cut off.
    tries = moved ? 1 : tries + 1
  }
  return last
}

/** Each sends the file, unless it is there already and only what comes after it failed. `moved`: more of it is there than before. */
function attempts<Asked extends { media: Media }>(
  ways: Ways<Asked>,
): () => Promise<{ answer: Result<Media, Failure>; moved: boolean }> {
  let there: string | null = null
  return async () => {
    if (there === null) {
      const { sent, moved } = await send(ways)
      if (!sent.ok) return { answer: sent, moved }
      there = sent.value
    }
    ways.say({ step: 'finishing' })
    const answer = await ways.finish(there)
    if (!answer.ok && answer.error.code === 'media-missing') there = null
    return { answer, moved: false }
  }
}

/** The id of what was sent. */
async function send<Asked extends { media: Media }>({
  ask,
  send: post,
  say,
}: Ways<Asked>): Promise<{ sent: Result<string, Failure>; moved: boolean }> {
  const asked = await ask()
  if (!asked.ok) return { sent: asked, moved: false }
  say({ step: 'sending', part: 0 })
  const outcome = await post(asked.value, (part) => say({ step: 'sending', part }))
  if (outcome === 'sent') return { sent: ok(asked.value.media.id), moved: true }
  const code = outcome === 'refused' ? 'media-missing' : 'offline'
  return { sent: err({ code }), moved: outcome === 'some' }
}
