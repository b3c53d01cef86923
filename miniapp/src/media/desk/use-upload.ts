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
  /** The id of what goes up in parts, to be given up with them. */
  const inParts = useRef<string | null>(null)
  // What belongs to a block that was removed is not sent to its end.
  useEffect(() => () => running.current?.abort(), [])

  async function run({ file, type }: Chosen, said: Said): Promise<void> {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const end = begun()
    signal.addEventListener('abort', end)
    const change = (next: Partial<State>) => {
      if (!signal.aborted) setState((before) => ({ ...before, ...next }))
    }
    change({ failure: null, step: { step: 'sending', part: 0 } })
    if (!isSame(asked.current, said)) asked.current = { key: await newKey(), ...said }
    const key = asked.current?.key ?? ''
    const body = { region, power, type, bytes: file.size, ...spoken(said) }
    const answer = await upload<ToSend>({
      ask: async (): Promise<Result<ToSend, Failure>> => {
        if (file.size <= mostUploadBytes) return askUpload(body, key)
        const begins = await askParts(body, key)
        inParts.current = begins.ok ? begins.value.media.id : inParts.current
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
    if (signal.aborted) return
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
      asked.current = null
      setState({ ...nothing, problem, chosen: problem === null && type ? { file, type } : null })
    },
    start(said: Said): void {
      if (state.chosen && running.current === null) {
        const { description, words } = said
        void run(state.chosen, { description: description.trim(), words: words.trim() }).finally(() => {
          running.current = null
        })
      }
    },
    cancel(): void {
      running.current?.abort()
      running.current = null
      // Parts of nobody would stay for a day.
      if (inParts.current !== null) void giveUpParts(inParts.current)
      inParts.current = null
      setState(nothing)
    },
  }
}

const isSame = (asked: Asked | null, { description, words }: Said): boolean =>
  asked !== null && asked.description === description && asked.words === words

const spoken = ({ description, words }: Said) => ({ description, ...(words !== '' && { words }) })
