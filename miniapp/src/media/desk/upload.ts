/** One upload from the form to the finished picture; what a bad network cuts off is done again by itself. */
import { err, ok, type Result } from '@common/result'
import type { Media } from '@contract/media'
import { isOutcomeUnknown } from '@/shared/doubt'
import type { Failure } from '@/shared/request'

export type Form = { url: string; fields: Record<string, string> }
/** `lost`: no answer came. `refused`: it is not what the form is for, or the form is too old. */
export type Sent = 'sent' | 'lost' | 'refused'
/** `part`: how much of the file is there, from 0 to 1. */
export type UploadStep = { step: 'sending'; part: number } | { step: 'again' } | { step: 'finishing' }

export type Ways = {
  /** Asked again it gives the same file with a new form. */
  ask: () => Promise<Result<{ media: Media; form: Form }, Failure>>
  send: (form: Form, onPart: (part: number) => void) => Promise<Sent>
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

export async function upload(ways: Ways): Promise<Result<Media, Failure>> {
  const attempt = attempts(ways)
  let last: Result<Media, Failure> = err({ code: 'media-missing' })
  for (let tries = 1; tries <= mostTries; tries++) {
    if (tries > 1) {
      ways.say({ step: 'again' })
      await ways.pause(tries - 1)
    }
    if (ways.isOver()) break
    last = await attempt()
    if (last.ok || !maySucceed(last.error)) break
  }
  return last
}

/** Each sends the file, unless it is there already and only what comes after it failed. */
function attempts(ways: Ways): () => Promise<Result<Media, Failure>> {
  let there: string | null = null
  return async () => {
    if (there === null) {
      const sent = await send(ways)
      if (!sent.ok) return sent
      there = sent.value
    }
    ways.say({ step: 'finishing' })
    const finished = await ways.finish(there)
    if (!finished.ok && finished.error.code === 'media-missing') there = null
    return finished
  }
}

/** The id of what was sent. */
async function send({ ask, send: post, say }: Ways): Promise<Result<string, Failure>> {
  const asked = await ask()
  if (!asked.ok) return asked
  say({ step: 'sending', part: 0 })
  const outcome = await post(asked.value.form, (part) => say({ step: 'sending', part }))
  if (outcome === 'sent') return ok(asked.value.media.id)
  return err({ code: outcome === 'lost' ? 'offline' : 'media-missing' })
}
