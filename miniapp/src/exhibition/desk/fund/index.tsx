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
import { FundEditor } from './editor'

/** One year of the fund; without an id a new one. */
export default function FundYearPage() {
  const { id } = useRouter().params
  const [known, setKnown] = useState<Entry | null>(null)
  const title = known?.title ?? (id ? '公益金去向' : '新建公益金年份')
  return (
    <DeskPage path="desk/pages/exhibition/entries" isUnder title={title}>
      {(desk) => <OneYear key={desk.name} desk={desk} onKnown={setKnown} />}
    </DeskPage>
  )
}

type OneProps = {
  desk: Desk
  /** As the server has it, for the title of the page. */
  onKnown: (entry: Entry) => void
}

function OneYear({ desk, onKnown }: OneProps) {
  const [id, setId] = useAddressed('id')
  // A new one gets its id when it is saved first; what is being written goes on as it is.
  const [opened] = useState(id)
  const [latest, setLatest] = useState<Entry | null>(null)
  const { value, failure, retry } = useAnswer(opened, fetchEntry)
  useOnFocus(retry)
  useEffect(() => {
    if (value) onKnown(value)
  }, [value, onKnown])
  const [isKept, setKept] = useState(false)
  const { onDirty, sheet } = useUnsaved(undefined, isKept)
  function saved(entry: Entry): void {
    entryChanged(desk.name, entry)
    setLatest(entry)
    setId(entry.id)
    onKnown(entry)
  }
  if (opened !== null && value === null)
    return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={5} />
  const isLater = latest !== null && value !== null && latest.revision >= value.revision
  return (
    <>
      <FundEditor {...{ desk, onDirty }} entry={isLater ? latest : value} onKept={setKept} onSaved={saved} />
      {sheet}
    </>
  )
}
