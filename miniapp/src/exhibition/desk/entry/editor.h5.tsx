import type { Entry } from '@functions/exhibition/contract/entries'
import { useRef, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { focusOnWrong } from '@/desk/edit/focus-on-wrong'
import { SaveBar } from '@/desk/edit/save-bar'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import { useIsUploading } from '@/media/desk/uploading'
import { shownBlocks, unreadField } from '@/shared/blocks/editor/draft'
import { Button } from '@/shared/components/button'
import { Preview } from '../preview'
import { FoldedVersions } from '../versions/folded'
import { BeforeWriting } from '../writers'
import { Actions } from './actions'
import { conflictOf } from './conflict'
import { type EntryDraft, unfinished } from './draft'
import own from './entry.module.scss'
import { EntryText } from './entry-text'
import { Fields } from './fields'
import { isEntryDraft } from './is-draft'
import { LeftOver } from './left-over'
import type { EntryEditorProps } from './props'
import { EntryStand } from './stand'
import { useDeviceDraft } from './use-device-draft'
import { type Editor, useEditor } from './use-editor'
import { WordingSummary } from './wording-summary'

const isWritable: readonly string[] = ['draft', 'published', 'withdrawn']

/** The browser: the text is written on the left, and beside it is what visitors will see. */
export function EntryEditor(props: EntryEditorProps) {
  const { desk, kind } = props
  const editor = useEditor(desk, props.entry, kind, props.onSaved)
  const left = useDeviceDraft(desk.me.id, `${desk.region}-${kind}`, editor, isEntryDraft)
  const [isTyping, setTyping] = useState(false)
  const isUploading = useIsUploading()
  useTellDirty(editor.isDirty || isTyping || isUploading, props.onDirty)
  useTellDirty(editor.isDirty && !isTyping, props.onKept)
  const { entry, draft } = editor
  const isOpen = entry === null || (isWritable.includes(entry.state) && entry.content.kind !== 'other')
  const shown = editor.content ?? unfinished(draft, shownBlocks)
  return (
    <div className={own.page}>
      <div className={`${css.detail} ${own.writing}`}>
        {entry && <EntryStand desk={desk} entry={entry} />}
        {isOpen &&
          (left.offered ? (
            <LeftOver {...left} at={left.offered.at} title={left.offered.draft.title} />
          ) : (
            <Writing desk={desk} editor={editor} />
          ))}
        {entry && (
          <Below
            desk={desk}
            entry={entry}
            editor={editor}
            isOpen={isOpen && !left.offered}
            onDirty={setTyping}
          />
        )}
      </div>
      {isOpen ? <Beside content={shown} /> : entry && <EntryText content={entry.content} />}
    </div>
  )
}

type BelowProps = {
  desk: Desk
  entry: Entry
  editor: Editor
  /** Its text may be written now. */
  isOpen: boolean
  onDirty: (isDirty: boolean) => void
}

/** What may be done with it beside writing, and what was done. */
function Below({ desk, entry, editor: { isDirty, put }, isOpen, onDirty }: BelowProps) {
  const { id, revision, state, live, schedule } = entry
  return (
    <>
      <Actions desk={desk} entry={entry} isDirty={isDirty} onDirty={onDirty} onChanged={put} />
      <FoldedVersions desk={desk} entry={entry} isDirty={isDirty} isWritable={isOpen} onChanged={put} />
      <History
        desk={desk}
        subject={id}
        version={`${revision} ${state} ${live?.version ?? ''} ${schedule?.at ?? ''}`}
      />
    </>
  )
}

/** On a wide window always there; on a narrow one it is asked for. */
function Beside({ content }: Parameters<typeof Preview>[0]) {
  const [isShown, setShown] = useState(false)
  return (
    <div className={own.beside}>
      <div className={own.toggle}>
        <Button onTap={() => setShown(!isShown)}>{isShown ? '收起预览' : '看看观众看到的样子'}</Button>
      </div>
      <div className={isShown ? '' : own.folded}>
        <Preview content={content} />
      </div>
    </div>
  )
}

function Writing({ desk, editor }: { desk: Desk; editor: Editor }) {
  const { entry, draft, content, isDirty, saving } = editor
  const form = useRef<HTMLDivElement>(null)
  const refuse = () => focusOnWrong(form.current)
  const save = () => (content === null ? refuse() : void (isDirty && saving.run()))
  return (
    <>
      <div ref={form} className={css.detail}>
        <Fields editor={editor} onSubmit={save} />
      </div>
      <WordingSummary wording={editor.wording} />
      {entry && <BeforeWriting desk={desk} writers={entry.writers} does="保存" />}
      <SaveBar
        word={entry ? '保存' : draft.kind === 'gallery' ? '新建展厅' : newWord(draft)}
        isDirty={isDirty}
        isReady={content !== null}
        saving={saving}
        done={saving.value && { tone: 'done', text: '已保存。提交并通过之前，观众看到的不变。' }}
        conflict={conflictOf(editor)}
        hint={content === null ? whyNot(draft) : null}
        onSave={save}
        onRefused={refuse}
        onUndo={entry ? editor.undo : undefined}
      />
    </>
  )
}

const newWord = ({ kind }: EntryDraft) => (kind === 'bulletin' ? '新建公益发布' : '新建展品')

function whyNot({ title, blocks }: EntryDraft): string {
  if (title.trim() === '') return '先写标题，才能保存。'
  const at = blocks.findIndex((block) => unreadField(block) !== null)
  if (at < 0) return '请改正标红的项目。'
  return blocks[at]?.type === 'video'
    ? `第 ${at + 1} 块视频的字幕看不懂，改好才能保存。`
    : `第 ${at + 1} 块的数字看不懂，改好才能保存。`
}
