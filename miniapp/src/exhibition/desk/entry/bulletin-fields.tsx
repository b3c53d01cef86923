import { bulletinCategories, categoryNames } from '@functions/exhibition/contract/categories'
import css from '@/desk/components/desk.module.scss'
import { PictureField } from '@/media/desk/picture-field'
import { Button } from '@/shared/components/button'
import { DayField } from '@/shared/components/day-field'
import { Field, TextArea } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { Select } from '@/shared/components/select'
import type { Attachment } from './draft'
import type { Editor } from './use-editor'

const mostAttachments = 10

/** What a bulletin has beside its title and its blocks. */
export function BulletinFields({ editor, onSubmit }: { editor: Editor; onSubmit: () => void }) {
  const { draft, set, problemOf } = editor
  return (
    <>
      <div className={css.pair}>
        <Select
          label="栏目"
          options={bulletinCategories.map((value) => ({ value, label: categoryNames[value] }))}
          value={draft.category}
          onChange={(category) => set({ category })}
        />
        <DayField
          label="日期"
          isRequired
          value={draft.date || null}
          error={problemOf('date')}
          onChange={(date) => set({ date: date ?? '' })}
        />
      </div>
      <TextArea
        label="摘要"
        value={draft.summary}
        max={180}
        hint={`${draft.summary.trim().length} / 160 字，列表和订阅里显示`}
        error={problemOf('summary')}
        onChange={(summary) => set({ summary })}
      />
      {draft.category === 'honour' && <HonourFields editor={editor} onSubmit={onSubmit} />}
    </>
  )
}

function HonourFields({ editor: { draft, set, problemOf }, onSubmit }: Parameters<typeof BulletinFields>[0]) {
  // All of them or none: an honour may also stand in the text alone.
  const isRequired = `${draft.who}${draft.award}${draft.year}`.trim() !== ''
  return (
    <>
      <Field
        label="获得荣誉的单位或个人"
        isRequired={isRequired}
        value={draft.who}
        max={40}
        onChange={(who) => set({ who })}
        onConfirm={onSubmit}
      />
      <div className={css.pair}>
        <Field
          label="荣誉名称"
          isRequired={isRequired}
          value={draft.award}
          max={60}
          onChange={(award) => set({ award })}
          onConfirm={onSubmit}
        />
        <Field
          kind="number"
          label="年份"
          isRequired={isRequired}
          value={draft.year}
          max={4}
          error={problemOf('year')}
          onChange={(year) => set({ year })}
          onConfirm={onSubmit}
        />
      </div>
    </>
  )
}

/** Below the blocks: files that lie elsewhere, or that are uploaded here. */
export function AttachmentFields({ editor: { draft, set, problemOf } }: { editor: Editor }) {
  const { attachments } = draft
  const problem = problemOf('attachments')
  return (
    <>
      {attachments.map((one, at) => (
        <AttachmentField
          // biome-ignore lint/suspicious/noArrayIndexKey: an attachment is known by its place alone
          key={at}
          name={`附件 ${at + 1}`}
          value={one}
          onChange={(next) => set({ attachments: attachments.map((other, i) => (i === at ? next : other)) })}
          onRemove={() => set({ attachments: attachments.filter((_, i) => i !== at) })}
        />
      ))}
      {problem && <ResultLine tone="wrong">{problem}</ResultLine>}
      {attachments.length < mostAttachments && (
        <Button icon="plus" onTap={() => set({ attachments: [...attachments, { title: '', address: '' }] })}>
          加一个附件
        </Button>
      )}
    </>
  )
}

type AttachmentProps = {
  /** E.g. 附件 2. */
  name: string
  value: Attachment
  onChange: (value: Attachment) => void
  onRemove: () => void
}

/** Once there is an address there is no file, and the other way round. */
function AttachmentField({ name, value: { title, address, media }, onChange, onRemove }: AttachmentProps) {
  return (
    <section className={css.part} aria-label={name}>
      <Field
        label={`${name} 的名称`}
        value={title}
        max={80}
        onChange={(next) => onChange({ title: next, address, media })}
      />
      {address === '' && (
        <PictureField
          kind="document"
          isOptional
          value={media ?? ''}
          description={title}
          onChange={(next) => onChange({ title, address: '', media: next === '' ? undefined : next })}
        />
      )}
      {media === undefined && (
        <Field
          label={`${name} 的网址`}
          value={address}
          max={500}
          placeholder="https://"
          hint="文件已经在别的网站上，就写网址，不用再传"
          onChange={(next) => onChange({ title, address: next.trim() })}
        />
      )}
      <div className={css.buttons}>
        <Button label={`去掉${name}`} onTap={onRemove}>
          去掉
        </Button>
      </div>
    </section>
  )
}
