import type { Media } from '@contract/media'
import { useEffect, useState } from 'react'
import { useDesk } from '@/desk/desk'
import type { PictureFieldProps } from '@/shared/blocks/editor/props'
import { pictureSources } from '@/shared/blocks/renditions'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import css from './picture-field.module.scss'
import { usePictures } from './pictures'
import type { UploadStep } from './upload'
import { useUpload } from './use-upload'
import { sizeText, stateText } from './view'

/** One picture of a text: what it is now, and the way to another. It is uploaded with what is to be seen in it. */
export function PictureField(props: PictureFieldProps) {
  const region = useDesk()?.region
  return region === undefined ? null : <Uploading {...props} region={region} />
}

function Uploading({ region, value, description, onChange, onBusy }: PictureFieldProps & { region: string }) {
  const [made, setMade] = useState<Media | null>(null)
  const upload = useUpload(region, (media) => {
    setMade(media)
    onChange(media.id)
  })
  const { chosen, problem, step, failure, busy } = upload
  useEffect(() => {
    onBusy?.(busy)
  }, [busy, onBusy])
  const known = usePictures([value]).get(value)
  const picture = known ?? (made?.id === value ? made : undefined)
  const isDescribed = description.trim() !== ''
  return (
    <div className={css.field}>
      {picture && <Thumbnail picture={picture} description={description} />}
      {value === '' && !chosen && <ResultLine tone="doubt">还没有图片，选好并传上来才能保存。</ResultLine>}
      {problem && <ResultLine tone="wrong">{problem}</ResultLine>}
      {chosen && <Hint>{`已选 ${chosen.file.name}，${sizeText(chosen.file.size)}`}</Hint>}
      {step && <Progress step={step} />}
      <FailureLine failure={failure} />
      {chosen && !busy && !isDescribed && <Hint>先在下面写图里有什么，再上传。</Hint>}
      <Wrap>
        {chosen && !busy && (
          <Button tone="primary" disabled={!isDescribed} onTap={() => upload.start(description)}>
            {failure ? '再传一次' : '上传'}
          </Button>
        )}
        {busy ? (
          <Button onTap={upload.cancel}>不传了</Button>
        ) : (
          <Button icon="picture" onTap={() => void upload.choose()}>
            {chosen || value !== '' ? '换一张图片' : '选一张图片'}
          </Button>
        )}
      </Wrap>
      <Hint>JPEG、PNG 或 WebP，最大 8 MB。拍摄地点等信息会去掉。</Hint>
    </div>
  )
}

function Thumbnail({ picture, description }: { picture: Media; description: string }) {
  const [source] = pictureSources(picture, 360)
  const state = stateText(picture.state)
  return (
    <>
      {source && <img className={css.picture} src={source} alt={description || '这张图片'} />}
      {state && <ResultLine tone={picture.state === 'ready' ? 'waiting' : 'doubt'}>{state}</ResultLine>}
    </>
  )
}

function Progress({ step }: { step: UploadStep }) {
  if (step.step === 'again') return <ResultLine tone="waiting">刚才断了，网络好了会自动再传。</ResultLine>
  if (step.step === 'finishing') return <ResultLine tone="waiting">已经传完，正在检查和处理。</ResultLine>
  const percent = Math.round(step.part * 100)
  return (
    <div className={css.progress}>
      <progress className={css.bar} max={100} value={percent} aria-label="上传进度" />
      <Hint>{`已传 ${percent}%`}</Hint>
    </div>
  )
}
