import { type ComponentType, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Field, TextArea } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { captionLines, captionsIn, captionsOrText, captionsToRead } from './captions'
import { chooseFile } from './choose-file'
import type { FormProps, PictureFieldProps } from './props'

type WithField = { PictureField: ComponentType<PictureFieldProps> }

/** A recording, with every word of it for whoever cannot hear it. */
export function AudioForm({ block, PictureField, onChange }: FormProps<'audio'> & WithField) {
  return (
    <>
      <PictureField
        kind="audio"
        value={block.media}
        description={block.title}
        words={block.transcript}
        onChange={(media) => onChange({ ...block, media })}
      />
      <Field
        label="声音的标题"
        isRequired
        value={block.title}
        max={80}
        placeholder="例如：老站长说开站那天"
        onChange={(title) => onChange({ ...block, title })}
      />
      <TextArea
        label="文字稿"
        isRequired
        value={block.transcript}
        max={6_000}
        hint="录音里说的每一句话，给听不清的人看"
        onChange={(transcript) => onChange({ ...block, transcript })}
      />
    </>
  )
}

/** A film, with its captions and a picture that stands there before it plays. */
export function VideoForm({ block, PictureField, onChange }: FormProps<'video'> & WithField) {
  const { title, captions } = block
  return (
    <>
      <PictureField
        kind="video"
        value={block.media}
        description={title}
        words={typeof captions === 'string' ? '' : captionsToRead(captions, mostToRead)}
        onChange={(media) => onChange({ ...block, media })}
      />
      <Field
        label="视频的标题"
        isRequired
        value={title}
        max={80}
        placeholder="例如：开馆那天"
        onChange={(next) => onChange({ ...block, title: next })}
      />
      <CaptionsField block={block} onChange={onChange} />
      <Hint>封面：播放之前显示的图片，可以不传。</Hint>
      <PictureField
        isOptional
        value={block.poster ?? ''}
        description={title.trim() === '' ? '视频封面' : `${title.trim()}的封面`}
        onChange={(poster) => onChange({ ...block, poster })}
      />
    </>
  )
}

/** As many characters as may go with the file. */
const mostToRead = 10_000
const mostTyped = 90_000
const mostFileBytes = 512 * 1024

/** Typed a line each, or taken from the file of another program. */
function CaptionsField({ block, onChange }: FormProps<'video'>) {
  const { captions } = block
  // How it was typed, e.g. with full-width colons, which captions do not keep.
  const [typed, setTyped] = useState(() => captionLines(captions))
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  // They may come from elsewhere: undone, another's version, or what was kept on this computer.
  const isOwn = captionLines(captionsOrText(typed)) === captionLines(captions)
  const shown = isOwn ? typed : captionLines(captions)
  const { problem } = captionsIn(shown)
  function take(text: string): void {
    setTyped(text)
    onChange({ ...block, captions: captionsOrText(text) })
  }
  async function importFile(): Promise<void> {
    const file = await chooseFile('.vtt,.srt,text/vtt')
    if (!file) return
    const read = file.size > mostFileBytes ? null : captionsIn(await file.text())
    const isEmpty = !read?.cues?.length
    setFileProblem(isEmpty ? (read?.problem ?? '这个文件里没有字幕，要 SRT 或 VTT 文件。') : null)
    if (read?.cues && !isEmpty) take(captionLines(read.cues))
  }
  return (
    <>
      <TextArea
        label="字幕"
        isRequired
        value={shown}
        max={mostTyped}
        placeholder={'0:00-0:04 欢迎来到展馆\n0:04-0:08 这是第一批彩票'}
        hint={`一行一条：开始-结束，空一格写这时候说的话${typeof captions === 'string' ? '' : `。现在有 ${captions.length} 条`}`}
        error={problem === null ? null : `${problem}。改好才能保存`}
        onChange={take}
      />
      {fileProblem && <ResultLine tone="wrong">{fileProblem}</ResultLine>}
      <Wrap>
        <Button onTap={() => void importFile()}>用字幕文件（SRT、VTT）</Button>
      </Wrap>
    </>
  )
}
