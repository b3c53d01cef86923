import { fundTitle } from '@functions/exhibition/contract/kinds/fund'
import { useRef, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { focusOnWrong } from '@/desk/edit/focus-on-wrong'
import { SaveBar } from '@/desk/edit/save-bar'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import { Actions } from '../entry/actions'
import own from '../entry/entry.module.scss'
import { EntryText } from '../entry/entry-text'
import { LeftOver } from '../entry/left-over'
import { EntryStand } from '../entry/stand'
import { useDeviceDraft } from '../entry/use-device-draft'
import { FoldedVersions } from '../versions/folded'
import { BeforeWriting } from '../writers'
import { FundForm } from './form'
import { isFundDraft } from './is-draft'
import { FundPreview } from './preview'
import type { FundEditorProps } from './props'
import { type FundEditor as Editor, useFundEditor } from './use-fund-editor'

const isWritable: readonly string[] = ['draft', 'published', 'withdrawn']

/** The browser: a year is written on the left, and beside it is what visitors will see. */
export function FundEditor({ desk, entry: first, onDirty, onKept, onSaved }: FundEditorProps) {
  const editor = useFundEditor(desk.region, first, onSaved)
  const left = useDeviceDraft(desk.me.id, `${desk.region}-fund`, editor, isFundDraft)
  const [isTyping, setTyping] = useState(false)
  useTellDirty(editor.isDirty || isTyping, onDirty)
  useTellDirty(editor.isDirty && !isTyping, onKept)
  const { entry, content, isDirty, put } = editor
  const isOpen = entry === null || (isWritable.includes(entry.state) && entry.content.kind === 'fund')
  return (
    <div className={own.page}>
      <div className={`${css.detail} ${own.writing}`}>
        {entry && <EntryStand desk={desk} entry={entry} />}
        {isOpen &&
          (left.offered ? (
            <LeftOver {...left} at={left.offered.at} title={titleOf(left.offered.draft.year)} />
          ) : (
            <Writing desk={desk} editor={editor} />
          ))}
        {entry && (
          <>
            <Actions desk={desk} entry={entry} isDirty={isDirty} onDirty={setTyping} onChanged={put} />
            <FoldedVersions
              desk={desk}
              entry={entry}
              isDirty={isDirty}
              isWritable={isOpen && !left.offered}
              onChanged={put}
            />
            <History desk={desk} subject={entry.id} version={`${entry.revision} ${entry.state}`} />
          </>
        )}
      </div>
      {isOpen
        ? content && (
            <div className={own.beside}>
              <FundPreview content={content} />
            </div>
          )
        : entry && <EntryText content={entry.content} />}
    </div>
  )
}

const titleOf = (year: string): string => (year.trim() === '' ? '' : fundTitle(Number(year)))

function Writing({ desk, editor }: { desk: Desk; editor: Editor }) {
  const { entry, content, isDirty, saving } = editor
  const form = useRef<HTMLDivElement>(null)
  return (
    <>
      <div ref={form} className={css.detail}>
        <FundForm editor={editor} />
      </div>
      {entry && <BeforeWriting desk={desk} writers={entry.writers} does="保存" />}
      <SaveBar
        word={entry ? '保存' : '新建这一年'}
        isDirty={isDirty}
        isReady={content !== null}
        saving={saving}
        done={saving.value && { tone: 'done', text: '已保存。提交并通过之前，观众看到的不变。' }}
        conflict={editor.conflict}
        hint={content === null ? '先写四位数的年份，金额只写数字，才能保存。' : null}
        onSave={() => void saving.run()}
        onRefused={() => focusOnWrong(form.current)}
        onUndo={entry ? editor.undo : undefined}
      />
    </>
  )
}
