import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { messageOf } from '@/shared/messages'
import type { ReviewsInUse } from './waiting'

/** What of the reviews could not be had, and the way to ask again; nothing where all of it is there. */
export function NotRead({ reviews: { failure, tasksFailure, retry } }: { reviews: ReviewsInUse }) {
  const failed = failure ?? tasksFailure
  if (!failed) return null
  return (
    <>
      {failure ? (
        <FailureLine failure={failure} />
      ) : (
        <ResultLine tone="wrong">{`截止时间和其他事项没有读到：${messageOf(failed).title}。`}</ResultLine>
      )}
      {messageOf(failed).canRetry && <Button onTap={retry}>再试一次</Button>}
    </>
  )
}
