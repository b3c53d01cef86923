/** The upload of one field: the file that was chosen, how far it is, and what came of it. */

import type { MediaKind } from '@common/blocks/shown'
import type { Result } from '@common/result'
import type { Media, MediaPower } from '@contract/media'
import { mostUploadBytes } from '@functions/media/contract/fields'
import type { MediaType } from '@functions/media/contract/kinds'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { chooseFile } from '@/shared/blocks/editor/choose-file'
import { newKey } from '@/shared/idempotency'
import { askParts, askUpload, finishUpload, giveUpParts } from './api'
import { pauseAfter, putPart, sendFile } from './browser'
import { kindWords, problemOf, typeOf } from './kinds'
import { type PartsToSend, sendParts } from './parts'
import { type Form, type UploadStep, upload } from './upload'
import { begun } from './uploading'

type Chosen = { file: File; type: MediaType }
/** What is said of a file for whoever decides about it; `words`: all that is said in it, empty of what says nothing. */
export type Said = { description: string; words: string }
/** With other words it is another request. */
type Asked = Said & { key: string }
/** A file goes up by a form, or in parts where it is too large for one. */
type ToSend = { media: Media; form: Form } | ({ media: Media } & PartsToSend)
/** `problem`: why what was chosen cannot be uploaded. */
type State = {
  chosen: Chosen | null
  problem: string | null
  step: UploadStep | null
  failure: Failure | null
}
const nothing: State = { chosen: null, problem: null, step: null, failure: null }

/** `power`: whose texts or gifts the file is for; `publish` if absent. */
export function useUpload(
  { region, power }: { region: string; power?: MediaPower },
  kind: MediaKind,
  onDone: (media: Media) => void,
) {
  const [state, setState] = useState(nothing)
  const done = useRef(onDone)
  done.current = onDone
  const running = useRef<AbortController | null>(null)
  const asked = useRef<Asked | null>(null)
  /** The id of what went up in parts and not to its end, to be gone on with. */
  const left = useRef<string | null>(null)
  const giveUpLeft = () => {
    giveUp(left.current)
    left.current = null
  }
  // What belongs to a block that was removed is not sent to its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it goes
  useEffect(
    () => () => {
      running.current?.abort()
      giveUpLeft()
    },
    [],
  )

  async function run({ file, type }: Chosen, said: Said, signal: AbortSignal): Promise<void> {
    const end = begun()
    signal.addEventListener('abort', end)
    const change = (next: Partial<State>) => {
      if (!signal.aborted) setState((before) => ({ ...before, ...next }))
    }
    change({ failure: null, step: { step: 'sending', part: 0 } })
    if (!isSame(asked.current, said)) asked.current = { key: await newKey(), ...said }
    const key = asked.current?.key ?? ''
    const body = { region, power, type, bytes: file.size, ...spoken(said) }
    let inParts = left.current
    left.current = null
    const answer = await upload<ToSend>({
      ask: async (): Promise<Result<ToSend, Failure>> => {
        if (file.size <= mostUploadBytes) return askUpload(body, key)
        const begins = await askParts(body, key)
        if (begins.ok) inParts = begins.value.media.id
        return begins
      },
      send: (how, onPart) =>
        'form' in how
          ? sendFile(how.form, file, { onPart, signal })
          : sendParts(how, file, putPart(signal), onPart),
      finish: finishUpload,
      pause: (tries) => pauseAfter(tries, signal),
      say: (step) => change({ step }),
      isOver: () => signal.aborted,
    })
    end()
    const unfinished = answer.ok ? null : inParts
    // A part that is on its way would come in behind the end of its upload: by now every one is answered or cut off.
    if (signal.aborted) return giveUp(unfinished)
    left.current = unfinished
    change(answer.ok ? nothing : { step: null, failure: answer.error })
    if (answer.ok) done.current(answer.value)
  }

  return {
    ...state,
    busy: state.step !== null,
    async choose(): Promise<void> {
      const file = await chooseFile(kindWords[kind].accept)
      if (!file) return
      const problem = problemOf(kind, file)
      const type = typeOf(file)
      giveUpLeft()
      asked.current = null
      setState({ ...nothing, problem, chosen: problem === null && type ? { file, type } : null })
    },
    start({ description, words }: Said): void {
      if (state.chosen && running.current === null) {
        const said = { description: description.trim(), words: words.trim() }
        const controller = new AbortController()
        running.current = controller
        void run(state.chosen, said, controller.signal).finally(() => {
          // Another may have begun since this one was given up.
          if (running.current === controller) running.current = null
        })
      }
    },
    cancel(): void {
      running.current?.abort()
      running.current = null
      setState(nothing)
    },
  }
}

/** Parts of nobody would stay for a day. */
function giveUp(inParts: string | null): void {
  if (inParts !== null) void giveUpParts(inParts)
}

const isSame = (asked: Asked | null, { description, words }: Said): boolean =>
  asked !== null && asked.description === description && asked.words === words

const spoken = ({ description, words }: Said) => ({ description, ...(words !== '' && { words }) })
