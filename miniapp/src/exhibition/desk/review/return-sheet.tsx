import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { useState } from 'react'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { TextArea } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import { personalNumberProblem } from '@/shared/messages/personal-number'
import { useAction } from '@/shared/query/use-action'
import { returnEntry } from '../api'

type Props = {
  entry: Pick<EntrySummary, 'id'>
  version: number
  /** Of whoever takes back what they wrote themselves. */
  isOwn: boolean
  isOpen: boolean
  onDirty: (isDirty: boolean) => void
  onReturned: (entry: Entry) => void
  onClose: () => void
}

/** Back to be written on, with the reason. What was typed stays while it is closed. */
export function ReturnSheet({ entry, version, isOwn, isOpen, onDirty, onReturned, onClose }: Props) {
  const [why, setWhy] = useState('')
  const reason = why.trim()
  const number = personalNumberProblem(why)
  // Also while its dialog is closed: another row would lose it.
  useTellDirty(reason !== '', onDirty)
  const returning = useAction(() => returnEntry(entry.id, { version, reason }), onReturned)
  if (!isOpen) return null
  return (
    <ConfirmSheet
      title={isOwn ? '收回来改吗？' : '退回这一版吗？'}
      text={isOwn ? '收回后又是草稿，改好再提交。' : '退回后又是草稿，写的人会看到原因。'}
      confirm={isOwn ? '收回' : '退回修改'}
      busy={returning.busy}
      disabled={reason === '' || number !== null}
      onConfirm={() => void returning.run()}
      onClose={onClose}
    >
      <TextArea
        label="原因"
        isRequired
        value={why}
        max={300}
        placeholder={isOwn ? '例如：还要补一张表' : '例如：发售日期要核对'}
        error={number}
        onChange={setWhy}
      />
      <FailureLine failure={returning.failure} />
    </ConfirmSheet>
  )
}
