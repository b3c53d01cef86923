import type { Entry } from '@functions/exhibition/contract/entries'
import { View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { ResultLine } from '@/shared/components/result-line'
import { Actions } from './actions'
import { EntryText } from './entry-text'
import type { EntryEditorProps } from './props'
import { EntryStand } from './stand'

/** WeChat: it is read, submitted and taken off here, and written in a browser. */
export function EntryEditor({ desk, entry: first, onDirty, onSaved }: EntryEditorProps) {
  const [latest, setLatest] = useState<Entry | null>(null)
  const entry = latest !== null && first !== null && latest.revision >= first.revision ? latest : first
  function changed(next: Entry): void {
    setLatest(next)
    onSaved(next)
  }
  return (
    <View className={css.page}>
      {entry && <EntryStand desk={desk} entry={entry} />}
      <ResultLine tone="waiting">写和改要用浏览器打开福驿，电脑上最方便。这里可以看、提交和撤下。</ResultLine>
      {entry && <EntryText content={entry.content} />}
      {entry && <Actions desk={desk} entry={entry} isDirty={false} onDirty={onDirty} onChanged={changed} />}
    </View>
  )
}
