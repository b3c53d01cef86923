import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { History } from '@/desk/history'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import type { ReviewProps } from '@/desk/registration'
import { Over } from '@/desk/review/over'
import { taskEnded } from '@/desk/tasks'
import { outcomeText } from '@/desk/words'
import { FailureView } from '@/shared/components/failure-view'
import { Waiting } from '@/shared/components/state'
import { useAnswer } from '@/shared/query/use-answer'
import { momentText } from '@/shared/time/moments'
import { fetchEntry, fetchVersion } from '../api'
import { EntryText } from '../entry/entry-text'
import { entryChanged } from '../stores'
import { entrySign, entryTitle, galleryName, liveText } from '../view'
import { timeText } from '../when/time'
import { AgainstLive } from './against-live'
import { Decide } from './decide'

/** A text for the hall among everything that waits: the very version that would become public, and the decision. */
export function EntryReview({ desk, id, now, onDone, onDirty }: ReviewProps) {
  const { value: entry, failure, retry } = useAnswer(id, fetchEntry)
  const number = (entry?.review ?? entry?.schedule ?? entry?.live)?.version ?? null
  const version = useAnswer(entry && number !== null ? `${id} ${number}` : null, () =>
    fetchVersion(id, number ?? 0),
  )
  const persons = usePersons(desk, [entry?.review?.by, entry?.schedule?.by, entry?.returned?.by])
  if (!entry) return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={4} />
  const content = version.value?.content
  const isWhole = content !== undefined && content.kind !== 'other'
  function decided(next: Entry): void {
    taskEnded(desk.name, 'entry', id)
    entryChanged(desk.name, next)
    const word = next.state === 'draft' ? '已退回' : entrySign(next).word
    onDone(outcomeText(word, entryTitle(next)))
  }
  return (
    <View className={css.detail}>
      <Facts facts={factsOf(entry, persons, now)} />
      {number !== null && (
        <View className={css.part}>
          {content && <EntryText content={content} />}
          {!content && version.failure && <FailureView failure={version.failure} onRetry={version.retry} />}
          {!content && !version.failure && <Waiting rows={4} />}
        </View>
      )}
      {content &&
        content.kind !== 'other' &&
        entry.live &&
        number !== null &&
        entry.live.version !== number && (
          <AgainstLive id={id} live={entry.live} version={number} content={content} />
        )}
      {entry.state === 'in-review' && entry.review && (
        <Decide
          entry={entry}
          version={entry.review.version}
          desk={desk}
          isRead={isWhole}
          onDirty={onDirty}
          onDecided={decided}
        />
      )}
      {entry.state === 'draft' && <Over />}
      <History desk={desk} subject={id} version={entry.state} />
    </View>
  )
}

function factsOf(entry: EntrySummary, { whoOf }: Persons, now: number): [string, string][] {
  const { gallery, review, schedule, live, returned } = entry
  const done = (by: string, at: string) => `${whoOf(by)}，${momentText(Date.parse(at), now)}`
  const facts: [string, string][] = [['展厅', galleryName(gallery)]]
  if (review) facts.push(['提交', done(review.by, review.at)])
  if (review?.proposed) facts.push(['希望发布', timeText(Date.parse(review.proposed), now)])
  if (schedule)
    facts.push(
      ['通过', whoOf(schedule.by)],
      ['发布时间', `将于 ${timeText(Date.parse(schedule.at), now)} 发布`],
    )
  if (returned) facts.push(['退回', done(returned.by, returned.at)], ['原因', returned.reason])
  if (live) facts.push(['现在公开', liveText(entry, now)])
  return facts
}
