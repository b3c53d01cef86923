import type { Block } from '@common/blocks/block'
import { type ComponentType, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { Wrap } from '@/shared/components/stack'
import css from './editor.module.scss'
import { newPicture } from './kinds'
import type { FormProps, PictureFieldProps } from './props'

type Picture = Extract<Block, { type: 'pictures' }>['pictures'][number]
type WithField = { PictureField: ComponentType<PictureFieldProps> }

/** One picture with the words that belong to it. */
export function PictureForm({ block, PictureField, onChange }: FormProps<'picture'> & WithField) {
  return (
    <PictureFields
      picture={block}
      PictureField={PictureField}
      onChange={(change) => onChange({ ...block, ...change })}
    />
  )
}

const mostPictures = 20

/** Pictures in the order in which they are shown. */
export function PicturesForm({ block, PictureField, onChange }: FormProps<'pictures'> & WithField) {
  const { pictures } = block
  // What comes of an upload belongs to the place in the list that it was begun at.
  const [busy, setBusy] = useState<ReadonlySet<number>>(new Set())
  const isBusy = busy.size > 0
  const put = (next: Picture[]) => onChange({ ...block, pictures: next })
  const move = (at: number, by: -1 | 1) => {
    const moved = pictures[at]
    const others = pictures.filter((_, i) => i !== at)
    if (moved) put([...others.slice(0, at + by), moved, ...others.slice(at + by)])
  }
  return (
    <>
      {pictures.map((picture, at) => {
        const name = `第 ${at + 1} 张`
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture has no other name before it is uploaded
            key={at}
            className={css.item}
            aria-label={name}
          >
            <PictureFields
              picture={picture}
              PictureField={PictureField}
              onBusy={(isOn) => setBusy((before) => withOne(before, at, isOn))}
              onChange={(change) => put(pictures.map((one, i) => (i === at ? { ...one, ...change } : one)))}
            />
            <Wrap>
              <Button disabled={isBusy || at === 0} label={`${name}，往前`} onTap={() => move(at, -1)}>
                往前
              </Button>
              <Button
                disabled={isBusy || at === pictures.length - 1}
                label={`${name}，往后`}
                onTap={() => move(at, 1)}
              >
                往后
              </Button>
              <Button
                tone="quiet"
                disabled={isBusy || pictures.length === 1}
                label={`删去${name}`}
                onTap={() => put(pictures.filter((_, i) => i !== at))}
              >
                删去这一张
              </Button>
            </Wrap>
          </fieldset>
        )
      })}
      <Button
        icon="plus"
        disabled={isBusy || pictures.length >= mostPictures}
        onTap={() => put([...pictures, newPicture])}
      >
        加一张图片
      </Button>
    </>
  )
}

function withOne(set: ReadonlySet<number>, at: number, isIn: boolean): ReadonlySet<number> {
  if (set.has(at) === isIn) return set
  return new Set(isIn ? [...set, at] : [...set].filter((one) => one !== at))
}

type FieldsProps = WithField & {
  picture: Picture
  onBusy?: (isBusy: boolean) => void
  onChange: (change: Partial<Picture>) => void
}

function PictureFields({ picture, PictureField, onBusy, onChange }: FieldsProps) {
  return (
    <>
      <PictureField
        value={picture.media}
        description={picture.description}
        onBusy={onBusy}
        onChange={(media) => onChange({ media })}
      />
      <Field
        label="图里有什么"
        isRequired
        value={picture.description}
        max={300}
        hint="念给看不见的人听，例如：一张绿色的彩票，印着面值 1 元"
        onChange={(description) => onChange({ description })}
      />
      <Field
        label="图下的说明"
        value={picture.caption}
        max={200}
        hint="显示在图片下面，可以不写"
        onChange={(caption) => onChange({ caption })}
      />
    </>
  )
}
