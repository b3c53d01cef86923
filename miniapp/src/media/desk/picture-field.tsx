import type { Media, MediaPower } from '@contract/media'
import { useEffect, useState } from 'react'
import { useDesk } from '@/desk/desk'
import type { PictureFieldProps } from '@/shared/blocks/editor/props'
import { pictureSources } from '@/shared/blocks/renditions'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { kindWords } from './kinds'
import css from './picture-field.module.scss'
import { usePictures } from './pictures'
import type { UploadStep } from './upload'
import { type Said, useUpload } from './use-upload'
import { aboutText, sizeText, stateText } from './view'

/** `power`: whose texts or gifts it is for; `publish` if absent. `missing`: what is said while there is none; null: nothing. */
type FieldProps = PictureFieldProps & { power?: MediaPower; missing?: string | null }

/**
 * One file of a text: what it is now, and the way to another. It is uploaded with what is to be seen or heard in it, of recordings and
 * films with every word.
 */
export function PictureField(props: FieldProps) {
  const region = useDesk()?.region
  return region === undefined ? null : <Uploading {...props} region={region} />
}

function Uploading(props: FieldProps & { region: string }) {
  const { region, power, value, kind = 'picture', description, words, isOptional, onChange, onBusy } = props
  const texts = kindWords[kind]
  const { missing = `还没有${texts.name}，选好并传上来才能保存。` } = props
  const [made, setMade] = useState<Media | null>(null)
  const upload = useUpload({ region, power }, kind, (media) => {
    setMade(media)
    onChange(media.id)
  })
  const { chosen, problem, step, failure, busy } = upload
  useEffect(() => {
    onBusy?.(busy)
  }, [busy, onBusy])
  const known = usePictures([value]).get(value)
  const picture = known ?? (made?.id === value ? made : undefined)
  const isDescribed = description.trim() !== '' && words?.trim() !== ''
  return (
    <div className={css.field}>
      {picture && <Uploaded media={picture} description={description} />}
      {value === '' && !chosen && !isOptional && missing !== null && (
        <ResultLine tone="doubt">{missing}</ResultLine>
      )}
      {problem && <ResultLine tone="wrong">{problem}</ResultLine>}
      {chosen && <Hint>{`已选 ${chosen.file.name}，${sizeText(chosen.file.size)}`}</Hint>}
      {step && <Progress step={step} />}
      <FailureLine failure={failure} />
      {chosen && !busy && !isDescribed && <Hint>{texts.first}</Hint>}
      <Buttons
        upload={upload}
        icon={kind === 'picture' ? 'picture' : undefined}
        choose={chosen || value !== '' ? texts.another : texts.choose}
        said={isDescribed ? { description, words: words ?? '' } : null}
      />
      <Hint>{texts.limits}</Hint>
    </div>
  )
}

type ButtonsProps = {
  upload: ReturnType<typeof useUpload>
  icon: 'picture' | undefined
  choose: string
  /** Null: not written yet. */
  said: Said | null
}

function Buttons({ upload, icon, choose, said }: ButtonsProps) {
  const { chosen, failure, busy } = upload
  if (busy)
    return (
      <Wrap>
        <Button onTap={upload.cancel}>不传了</Button>
      </Wrap>
    )
  return (
    <Wrap>
      {chosen && (
        <Button tone="primary" disabled={said === null} onTap={() => said && upload.start(said)}>
          {failure ? '再传一次' : '上传'}
        </Button>
      )}
      <Button icon={icon} onTap={() => void upload.choose()}>
        {choose}
      </Button>
    </Wrap>
  )
}

function Uploaded({ media, description }: { media: Media; description: string }) {
  const [source] = pictureSources(media, 360)
  const state = stateText(media)
  return (
    <>
      {source && <img className={css.picture} src={source} alt={description || '这张图片'} />}
      {!source && <Hint>{aboutText(media)}</Hint>}
      {state && <ResultLine tone={media.state === 'ready' ? 'waiting' : 'doubt'}>{state}</ResultLine>}
    </>
  )
}

function Progress({ step }: { step: UploadStep }) {
  if (step.step === 'retrying') return <ResultLine tone="waiting">刚才断了，网络好了会自动再传。</ResultLine>
  if (step.step === 'finishing') return <ResultLine tone="waiting">已经传完，正在检查和处理。</ResultLine>
  const percent = Math.round(step.part * 100)
  return (
    <div className={css.progress}>
      <progress className={css.bar} max={100} value={percent} aria-label="上传进度" />
      <Hint>{`已传 ${percent}%`}</Hint>
    </div>
  )
}
