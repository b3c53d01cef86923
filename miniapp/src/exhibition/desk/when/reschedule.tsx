import { type Entry, type EntrySummary, entrySchema } from '@functions/exhibition/contract/entries'
import { useState } from 'react'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { rescheduleEntry } from '../api'
import { WhenField } from '.'
import { isReady, sentOf, whenOf } from './time'
import { useServerClock } from './use-clock'

type Props = {
  entry: Pick<EntrySummary, 'id'>
  schedule: NonNullable<EntrySummary['schedule']>
  onChanged: (entry: Entry) => void
  onClose: () => void
}

/** Another time for what is approved, or now. Where a colleague chose one meanwhile, theirs is shown. */
export function Reschedule({ entry, schedule, onChanged, onClose }: Props) {
  const { version, at: from } = schedule
  const clock = useServerClock()
  const [when, setWhen] = useState(() => whenOf(from, clock))
  const at = sentOf(when)
  const changing = useAction(
    async () => {
      const answer = await rescheduleEntry(entry.id, { version, from, at })
      const current = answer.ok ? null : entrySchema.safeParse(answer.error.current)
      if (current?.success) onChanged(current.data)
      return answer
    },
    (next) => {
      onChanged(next)
      onClose()
    },
  )
  const isSame = at !== null && Date.parse(at) === Date.parse(from)
  return (
    <ConfirmSheet
      title="改发布时间"
      text="通过的那一版不变，只改什么时候让观众看到。"
      confirm={when.isLater ? '改到这个时间' : '马上发布'}
      busy={changing.busy}
      disabled={isSame || !isReady(when, clock)}
      onConfirm={() => void changing.run()}
      onClose={onClose}
    >
      <WhenField label="什么时候发布" now="马上发布" clock={clock} value={when} onChange={setWhen} />
      <FailureLine failure={changing.failure} />
    </ConfirmSheet>
  )
}
