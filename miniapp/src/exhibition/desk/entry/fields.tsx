import { galleryKinds } from '@contract/exhibition'
import type { GalleryKind } from '@functions/exhibition/contract/fields'
import { isForAdults } from '@functions/exhibition/contract/kinds/gallery'
import css from '@/desk/components/desk.module.scss'
import { PictureField } from '@/media/desk/picture-field'
import { BlockEditor } from '@/shared/blocks/editor'
import { WordingLines } from '@/shared/blocks/editor/wording'
import { Choice } from '@/shared/components/choice'
import { Field, TextArea } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { Select } from '@/shared/components/select'
import { galleryNames } from '../view'
import { BulletinField } from './bulletin-field'
import { AttachmentFields, BulletinFields } from './bulletin-fields'
import type { EntryDraft } from './draft'
import own from './entry.module.scss'
import { PlaceField } from './place-field'
import type { Editor } from './use-editor'
import { headId } from './wording-summary'

/** The form of an exhibit, a gallery or a bulletin. */
export function Fields({ editor, onSubmit }: { editor: Editor; onSubmit: () => void }) {
  const { draft, set, problemOf } = editor
  return (
    <>
      <div id={headId} tabIndex={-1} className={own.head}>
        <Field
          label="标题"
          isRequired
          value={draft.title}
          max={80}
          error={problemOf('title')}
          onChange={(title) => set({ title })}
          onConfirm={onSubmit}
        />
        <WordingLines notes={editor.wording.filter(({ block }) => block === null)} />
      </div>
      {draft.kind === 'bulletin' ? (
        <BulletinFields editor={editor} onSubmit={onSubmit} />
      ) : (
        <HallFields editor={editor} onSubmit={onSubmit} />
      )}
      {draft.kind === 'gallery' ? <GalleryFields editor={editor} /> : <BlockFields editor={editor} />}
      {draft.kind === 'bulletin' && <AttachmentFields editor={editor} />}
    </>
  )
}

/** Where it stands in the hall. */
function HallFields({ editor: { entry, draft, set, problemOf }, onSubmit }: Parameters<typeof Fields>[0]) {
  return (
    <div className={css.pair}>
      <Select
        label="展厅"
        disabled={draft.kind === 'gallery' && entry !== null}
        options={galleryKinds.map((value) => ({ value, label: galleryNames[value] }))}
        value={draft.gallery}
        onChange={(gallery) => set({ gallery, ...kindOf(draft, gallery) })}
      />
      <Field
        kind="number"
        label="次序"
        value={draft.position}
        max={4}
        hint="小的排在前面"
        error={problemOf('position')}
        onChange={(position) => set({ position })}
        onConfirm={onSubmit}
      />
    </div>
  )
}

/** A gallery is called what it is, until somebody writes another title, and is for whom it has to be. */
function kindOf({ kind, title, gallery: before }: EntryDraft, gallery: GalleryKind): Partial<EntryDraft> {
  if (kind !== 'gallery') return {}
  const isNamedSo = title.trim() === '' || title === galleryNames[before]
  return {
    ...(isNamedSo && { title: galleryNames[gallery] }),
    ...(isForAdults(gallery) && { adultsOnly: true }),
  }
}

function GalleryFields({ editor: { draft, set, problemOf } }: { editor: Editor }) {
  return (
    <>
      <TextArea
        label="介绍"
        value={draft.about}
        max={700}
        hint={`${draft.about.trim().length} / 600 字`}
        error={problemOf('about')}
        onChange={(about) => set({ about })}
      />
      <Choice
        row
        label="给谁看"
        options={[
          { value: 'all', label: '大家都能看' },
          { value: 'adults', label: '只给成年人看' },
        ]}
        value={draft.adultsOnly ? 'adults' : 'all'}
        onChange={(value) => set({ adultsOnly: value === 'adults' })}
      />
      {isForAdults(draft.gallery) && !draft.adultsOnly && (
        <ResultLine tone="doubt">{`“${galleryNames[draft.gallery]}”讲怎么买、怎么中，只能给成年人看。选“只给成年人看”，才能提交。`}</ResultLine>
      )}
    </>
  )
}

function BlockFields({ editor }: { editor: Editor }) {
  const { draft, base, findings, meanwhile, set, problemOf } = editor
  const problem = problemOf('blocks')
  return (
    <>
      <BlockEditor
        blocks={draft.blocks}
        saved={meanwhile ? base.blocks : null}
        findings={findings}
        wording={editor.wording}
        PlaceField={PlaceField}
        PictureField={PictureField}
        BulletinField={BulletinField}
        onChange={(blocks) => set({ blocks })}
      />
      {problem && <ResultLine tone="wrong">{problem}</ResultLine>}
    </>
  )
}
