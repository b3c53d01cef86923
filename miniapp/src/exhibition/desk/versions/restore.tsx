import { type Entry, entrySchema, type VersionSummary } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { restoreVersion } from '../api'
import { BeforeWriting } from '../writers'

type Props = {
  desk: Desk
  entry: Entry
  /** Of what stands now and of the version. */
  writers: Entry['writers']
  version: VersionSummary['version']
  onRestored: (entry: Entry) => void
  /** Somebody saved it meanwhile; nothing was restored. */
  onMeanwhile: (entry: Entry) => void
  onClose: () => void
}

/** Asks before an earlier version takes the place of the draft. */
export function Restore({ desk, entry, writers, version, onRestored, onMeanwhile, onClose }: Props) {
  const restoring = useAction(async () => {
    const answer = await restoreVersion(entry.id, { version, base: entry.revision })
    const current = answer.ok ? null : entrySchema.safeParse(answer.error.current)
    if (current?.success) onMeanwhile(current.data)
    return answer
  }, onRestored)
  const isDraft = entry.state === 'draft'
  return (
    <ConfirmSheet
      title={isDraft ? `用第 ${version} 版换下现在的草稿吗？` : `把第 ${version} 版恢复成草稿吗？`}
      text={`${isDraft ? '现在的草稿会自动存成一版，在“历史版本”里随时找得回来。' : ''}观众看到的不变，提交并通过后才换。写过这一版的人不能审它。`}
      confirm="恢复成草稿"
      busy={restoring.busy}
      onConfirm={() => void restoring.run()}
      onClose={onClose}
    >
      <BeforeWriting desk={desk} writers={writers} does="恢复" />
      <FailureLine failure={restoring.failure} />
    </ConfirmSheet>
  )
}
