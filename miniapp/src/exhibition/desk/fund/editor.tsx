import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { ResultLine } from '@/shared/components/result-line'
import { Actions } from '../entry/actions'
import { EntryText } from '../entry/entry-text'
import { EntryStand } from '../entry/stand'
import type { FundEditorProps } from './props'

/** WeChat: it is read, submitted and taken off here, and written in a browser. */
export function FundEditor({ desk, entry, onDirty, onSaved }: FundEditorProps) {
  return (
    <View className={css.page}>
      {entry && <EntryStand desk={desk} entry={entry} />}
      <ResultLine tone="waiting">写和改要用浏览器打开福驿，电脑上最方便。这里可以看、提交和撤下。</ResultLine>
      {entry && <EntryText content={entry.content} />}
      {entry && <Actions desk={desk} entry={entry} isDirty={false} onDirty={onDirty} onChanged={onSaved} />}
    </View>
  )
}
