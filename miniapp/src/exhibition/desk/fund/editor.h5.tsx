import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { SaveBar } from '@/desk/edit/save-bar'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import { Actions } from '../entry/actions'
import own from '../entry/entry.module.scss'
import { EntryText } from '../entry/entry-text'
import { EntryStand } from '../entry/stand'
import { FundForm } from './form'
import { FundPreview } from './preview'
import type { FundEditorProps } from './props'
import { useFundEditor } from './use-fund-editor'

const isWritable: readonly string[] = ['draft', 'published', 'withdrawn']

/** The browser: a year is written on the left, and beside it is what visitors will see. */
export function FundEditor({ desk, entry: first, onDirty, onSaved }: FundEditorProps) {
  const editor = useFundEditor(desk.region, first, onSaved)
  const [isTyping, setTyping] = useState(false)
  useTellDirty(editor.isDirty || isTyping, onDirty)
  const { entry, content, isDirty, saving } = editor
  const isOpen = entry === null || (isWritable.includes(entry.state) && entry.content.kind === 'fund')
  return (
    <div className={own.page}>
      <div className={`${css.detail} ${own.writing}`}>
        {entry && <EntryStand desk={desk} entry={entry} />}
        {isOpen && (
          <>
            <FundForm editor={editor} />
            <SaveBar
              word={entry ? '保存' : '新建这一年'}
              isDirty={isDirty}
              isReady={content !== null}
              saving={saving}
              done={saving.value && { tone: 'done', text: '已保存。提交并通过之前，观众看到的不变。' }}
              conflict={editor.conflict}
              hint={content === null ? '先写四位数的年份，金额只写数字，才能保存。' : null}
              onSave={() => void saving.run()}
              onUndo={entry ? editor.undo : undefined}
            />
          </>
        )}
        {entry && (
          <Actions desk={desk} entry={entry} isDirty={isDirty} onDirty={setTyping} onChanged={editor.put} />
        )}
        {entry && <History desk={desk} subject={entry.id} version={`${entry.revision} ${entry.state}`} />}
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
