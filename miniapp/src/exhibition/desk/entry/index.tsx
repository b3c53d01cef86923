import type { Entry } from '@functions/exhibition/contract/entries'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
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
import type { EntryDraft } from './draft'
import { EntryEditor } from './editor'

/** One exhibit or gallery; without an id a new one of the kind that the address names, an exhibit by default. */
export default function EntryPage() {
  const { id, kind: named } = useRouter().params
  const kind: EntryDraft['kind'] = named === 'gallery' || named === 'bulletin' ? named : 'exhibit'
  const newTitle = newTitles[kind]
  return (
    <DeskPage path="desk/pages/exhibition/entries" isUnder title={id ? '展馆内容' : newTitle}>
      {(desk) => <OneEntry key={desk.name} desk={desk} kind={kind} />}
    </DeskPage>
  )
}

const newTitles: Readonly<Record<EntryDraft['kind'], string>> = {
  exhibit: '新建展品',
  gallery: '新建展厅',
  bulletin: '新建公益发布',
}

function OneEntry({ desk, kind }: { desk: Desk; kind: EntryDraft['kind'] }) {
  const [id, setId] = useAddressed('id')
  // A new one gets its id when it is saved first; what is being written goes on as it is.
  const [opened] = useState(id)
  const { value, failure, again } = useAnswer(opened, fetchEntry)
  // Whoever looks at the window again sees what colleagues have done meanwhile.
  useOnFocus(again)
  const [isKept, setKept] = useState(false)
  const { onDirty, sheet } = useUnsaved(undefined, isKept)
  function saved(entry: Entry): void {
    entryChanged(desk.name, entry)
    setId(entry.id)
  }
  if (opened !== null && value === null)
    return failure ? <FailureView failure={failure} onAgain={again} /> : <Waiting rows={5} />
  return (
    <>
      <EntryEditor {...{ desk, kind, onDirty }} entry={value} onKept={setKept} onSaved={saved} />
      {sheet}
    </>
  )
}
