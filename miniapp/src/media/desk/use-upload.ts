/** The upload of one field: the file that was chosen, how far it is, and what came of it. */

import { pictureTypes } from '@common/picture'
import type { Result } from '@common/result'
import type { Media } from '@contract/media'
import { mostUploadBytes } from '@functions/media/contract/fields'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '@/shared/idempotency'
import type { Failure } from '@/shared/request'
import { askUpload, finishUpload } from './api'
import { chooseFile, pauseAfter, sendFile } from './browser'
import { type UploadStep, upload } from './upload'
import { begun } from './uploading'
import { sizeText } from './view'

type Chosen = { file: File; type: (typeof pictureTypes)[number] }
/** With another description it is another request. */
type Asked = { key: string; description: string }
/** `problem`: why what was chosen cannot be uploaded. */
type State = {
  chosen: Chosen | null
  problem: string | null
  step: UploadStep | null
  failure: Failure | null
}
const nothing: State = { chosen: null, problem: null, step: null, failure: null }

/** In words; null: it may be uploaded. The server looks at the content itself. */
export function problemOf({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!isPicture(type)) return '只能传 JPEG、PNG 或 WebP 图片。手机的 HEIC 照片先存成 JPEG。'
  if (size > mostUploadBytes) return `图片最大 8 MB，这一张 ${sizeText(size)}。先缩小再传。`
  return size === 0 ? '这个文件是空的，换一张。' : null
}
const isPicture = (type: string): type is Chosen['type'] => pictureTypes.some((one) => one === type)

export function useUpload(region: string, onDone: (media: Media) => void) {
  const [state, setState] = useState(nothing)
  const done = useRef(onDone)
  done.current = onDone
  const running = useRef<AbortController | null>(null)
  const asked = useRef<Asked | null>(null)
  // What belongs to a block that was removed is not sent to its end.
  useEffect(() => () => running.current?.abort(), [])

  async function run({ file, type }: Chosen, description: string): Promise<void> {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const end = begun()
    signal.addEventListener('abort', end)
    const change = (next: Partial<State>) => {
      if (!signal.aborted) setState((before) => ({ ...before, ...next }))
    }
    change({ failure: null, step: { step: 'sending', part: 0 } })
    if (asked.current?.description !== description) asked.current = { key: await newKey(), description }
    const { key } = asked.current
    const answer: Result<Media, Failure> = await upload({
      ask: () => askUpload({ region, type, bytes: file.size, description }, key),
      send: (form, onPart) => sendFile(form, file, { onPart, signal }),
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
      const file = await chooseFile(pictureTypes.join(','))
      if (!file) return
      const problem = problemOf(file)
      const { type } = file
      const chosen = problem === null && isPicture(type) ? { file, type } : null
      asked.current = null
      setState({ ...nothing, problem, chosen })
    },
    start(description: string): void {
      if (state.chosen && running.current === null) {
        void run(state.chosen, description.trim()).finally(() => {
          running.current = null
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
