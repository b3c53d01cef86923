import type { Entry } from '@functions/exhibition/contract/entries'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Desk } from '@/desk/desk'
import { useUnsaved } from '@/desk/edit/unsaved'
import { DeskPage } from '@/desk/frame/desk-page'
import { useAddressed } from '@/desk/use-addressed'
import { useOnFocus } from '@/desk/use-on-focus'
import { FailureView } from '@/shared/components/failure-view'
import { Waiting } from '@/shared/components/state'
import { useAnswer } from '@/shared/query/use-answer'
import { fetchEntry } from '../api'
import { entryChanged } from '../stores'
import { entryKindName } from '../view'
import type { EntryDraft } from './draft'
import { EntryEditor } from './editor'

/** One exhibit or gallery; without an id a new one of the kind that the address names, an exhibit by default. */
export default function EntryPage() {
  const { id, kind: named } = useRouter().params
  const kind: EntryDraft['kind'] = named === 'gallery' || named === 'bulletin' ? named : 'exhibit'
  const [saved, setSaved] = useState<Entry | null>(null)
  const title = saved ? saved.title.trim() || entryKindName(saved) : id ? '展馆内容' : newTitles[kind]
  return (
    <DeskPage path="desk/pages/exhibition/entries" isUnder title={title}>
      {(desk) => <OneEntry key={desk.name} desk={desk} kind={kind} onKnown={setSaved} />}
    </DeskPage>
  )
}

const newTitles: Readonly<Record<EntryDraft['kind'], string>> = {
  exhibit: '新建展品',
  gallery: '新建展厅',
  bulletin: '新建公益发布',
}

type OneProps = {
  desk: Desk
  kind: EntryDraft['kind']
  /** As the server has it, for the title of the page. */
  onKnown: (entry: Entry) => void
}

function OneEntry({ desk, kind, onKnown }: OneProps) {
  const [id, setId] = useAddressed('id')
  // A new one gets its id when it is saved first; what is being written goes on as it is.
  const [opened] = useState(id)
  const { value, failure, retry } = useAnswer(opened, fetchEntry)
  // Whoever looks at the window again sees what colleagues have done meanwhile.
  useOnFocus(retry)
  useEffect(() => {
    if (value) onKnown(value)
  }, [value, onKnown])
  const [isKept, setKept] = useState(false)
  const { onDirty, sheet } = useUnsaved(undefined, isKept)
  function saved(entry: Entry): void {
    entryChanged(desk.name, entry)
    setId(entry.id)
    onKnown(entry)
  }
  if (opened !== null && value === null)
    return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={5} />
  return (
    <>
      <EntryEditor {...{ desk, kind, onDirty }} entry={value} onKept={setKept} onSaved={saved} />
      {sheet}
    </>
  )
}
