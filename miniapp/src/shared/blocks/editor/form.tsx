import { useState } from 'react'
import { Choice } from '@/shared/components/choice'
import { DayField } from '@/shared/components/day-field'
import { Field, TextArea } from '@/shared/components/field'
import type { DraftBlock } from './draft'
import css from './editor.module.scss'
import { PictureForm, PicturesForm } from './picture-form'
import { AudioForm, VideoForm } from './played-forms'
import type { BlockFields, FormProps } from './props'
import { TableForm } from './table-form'
import { TimelineForm } from './timeline-form'

/** What is written of a block, by its type. */
export function BlockForm({
  block,
  PlaceField,
  PictureField,
  BulletinField,
  onChange,
}: BlockFields & {
  block: DraftBlock
  onChange: (block: DraftBlock) => void
}) {
  switch (block.type) {
    case 'heading':
      return <HeadingForm block={block} onChange={onChange} />
    case 'text':
      return (
        <TextArea
          label="正文"
          value={block.text}
          max={3_000}
          hint="空一行就是另起一段"
          onChange={(text) => onChange({ ...block, text })}
        />
      )
    case 'picture':
      return <PictureForm block={block} PictureField={PictureField} onChange={onChange} />
    case 'pictures':
      return <PicturesForm block={block} PictureField={PictureField} onChange={onChange} />
    case 'audio':
      return <AudioForm block={block} PictureField={PictureField} onChange={onChange} />
    case 'video':
      return <VideoForm block={block} PictureField={PictureField} onChange={onChange} />
    case 'timeline':
      return <TimelineForm block={block} onChange={onChange} />
    case 'figure':
      return <FigureForm block={block} onChange={onChange} />
    case 'quotation':
      return <QuotationForm block={block} onChange={onChange} />
    case 'table':
      return <TableForm block={block} onChange={onChange} />
    case 'place':
      return (
        <>
          <PlaceField value={block.place} onChange={(place) => onChange({ ...block, place })} />
          <Field
            label="说明"
            value={block.note}
            max={200}
            onChange={(note) => onChange({ ...block, note })}
          />
        </>
      )
    case 'bulletin':
      return (
        <BulletinField value={block.bulletin} onChange={(bulletin) => onChange({ ...block, bulletin })} />
      )
  }
}

function HeadingForm({ block, onChange }: FormProps<'heading'>) {
  return (
    <>
      <Field label="文字" value={block.text} max={60} onChange={(text) => onChange({ ...block, text })} />
      <Choice
        row
        label="大小"
        options={[
          { value: 'large', label: '大' },
          { value: 'small', label: '小' },
        ]}
        value={block.level === 2 ? 'large' : 'small'}
        onChange={(size) => onChange({ ...block, level: size === 'large' ? 2 : 3 })}
      />
    </>
  )
}

function FigureForm({ block, onChange }: FormProps<'figure'>) {
  // How it was typed, e.g. with thousands, which a number does not keep.
  const [typed, setTyped] = useState(String(block.value))
  return (
    <>
      <div className={css.pair}>
        <Field
          label="数字"
          value={numberIn(typed) === block.value ? typed : String(block.value)}
          max={18}
          error={typeof block.value === 'string' ? '写成数字，例如 1200 或 3.5，改好才能保存' : null}
          onChange={(text) => {
            setTyped(text)
            onChange({ ...block, value: numberIn(text) ?? text })
          }}
        />
        <Field
          label="单位"
          value={block.unit}
          max={10}
          placeholder="例如 元、人"
          onChange={(unit) => onChange({ ...block, unit })}
        />
      </div>
      <Field
        label="说的是什么"
        value={block.label}
        max={80}
        onChange={(label) => onChange({ ...block, label })}
      />
      <Field
        label="来源"
        value={block.source}
        max={200}
        onChange={(source) => onChange({ ...block, source })}
      />
      <DayField
        label="哪一天的数字"
        none="还没有写"
        value={block.date}
        onChange={(date) => onChange({ ...block, date })}
      />
    </>
  )
}

/** Full-width figures and thousands are forgiven. Null for anything else. */
function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null
}

function QuotationForm({ block, onChange }: FormProps<'quotation'>) {
  return (
    <>
      <TextArea
        label="引的话"
        value={block.text}
        max={600}
        onChange={(text) => onChange({ ...block, text })}
      />
      <div className={css.pair}>
        <Field label="是谁说的" value={block.by} max={60} onChange={(by) => onChange({ ...block, by })} />
        <Field
          label="出处"
          value={block.source}
          max={200}
          onChange={(source) => onChange({ ...block, source })}
        />
      </div>
    </>
  )
}
