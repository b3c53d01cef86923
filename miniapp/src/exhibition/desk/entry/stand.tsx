import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import { Steps } from '@/desk/edit/steps'
import { usePersons } from '@/desk/persons/use-persons'
import { ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { entryStateNames, liveText } from '../view'
import { timeText } from '../when/time'

/** Where it stands on the way to visitors, who did what last, and what visitors see meanwhile. */
export function EntryStand({ desk, entry }: { desk: Desk; entry: Entry }) {
  const { review, schedule, returned, live, state } = entry
  const now = useNow()
  const { whoOf } = usePersons(desk, [entry.savedBy, review?.by, schedule?.by, returned?.by])
  const when = (at: string) => momentText(Date.parse(at), now)
  const notes: Partial<Record<EntrySummary['state'], string>> = {
    draft: `${whoOf(entry.savedBy)}，${when(entry.savedAt)} 保存`,
    'in-review': review ? `${whoOf(review.by)}，${when(review.at)} 提交` : '',
    scheduled: schedule ? `将于 ${timeText(Date.parse(schedule.at), now)} 发布` : '',
    published: live ? `${when(live.at)} 发布` : '',
    withdrawn: '改好后再提交',
  }
  const last = state === 'scheduled' ? 'scheduled' : 'published'
  const first = state === 'withdrawn' ? 'withdrawn' : 'draft'
  const steps = [first, 'in-review', last] as const
  const at = steps.findIndex((step) => step === state)
  return (
    <Stack gap={3}>
      <Steps
        label="发布进度"
        at={at}
        steps={steps.map((step) => ({
          label: entryStateNames[step],
          ...(step === state && { note: notes[step] }),
        }))}
      />
      {returned && state === 'draft' && (
        <ResultLine tone="doubt">{`${whoOf(returned.by)}退回：${returned.reason}`}</ResultLine>
      )}
      {live && state !== 'published' && (
        <ResultLine tone="waiting">{`观众现在看到的是${liveText(entry, now)}的。`}</ResultLine>
      )}
    </Stack>
  )
}
