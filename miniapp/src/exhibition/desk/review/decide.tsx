import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { useAction } from '@/shared/query/use-action'
import { approveEntry } from '../api'
import { WhenField } from '../when'
import { isReady, sentOf, timeText, whenOf } from '../when/time'
import { useServerClock } from '../when/use-clock'
import { SeveralWriters } from '../writers'
import { ReturnSheet } from './return-sheet'

type Props = {
  entry: EntrySummary
  /** The one that waits. */
  version: number
  desk: Desk
  /** It is on the screen, whole: nothing is approved unseen. */
  isRead: boolean
  onDirty: (isDirty: boolean) => void
  onDecided: (entry: Entry) => void
}

/** Approve, or send back with a reason. Whoever wrote some of it may only take it back. */
export function Decide(props: Props) {
  const { desk, entry, version, isRead, onDirty, onDecided } = props
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null)
  const isOwn = entry.writers.includes(desk.me.id)
  const close = () => setAsking(null)
  function decided(next: Entry): void {
    close()
    onDecided(next)
  }
  return (
    <View className={css.part}>
      {isOwn ? (
        <ResultLine tone="waiting">这一版你写过，要另一位有“发布”权限的同事来审。</ResultLine>
      ) : (
        <Text className={css.hint}>通过后观众看到的就是上面这一版。请看清事实、来源和用词。</Text>
      )}
      <SeveralWriters desk={desk} writers={entry.writers} />
      <View className={css.buttons}>
        {!isOwn && (
          <Button tone="primary" disabled={!isRead} onTap={() => setAsking('approve')}>
            通过
          </Button>
        )}
        <Button onTap={() => setAsking('return')}>{isOwn ? '收回来改' : '退回'}</Button>
      </View>
      {asking === 'approve' && <Approve {...props} onDecided={decided} onClose={close} />}
      <ReturnSheet
        {...{ entry, version, isOwn, onDirty }}
        isOpen={asking === 'return'}
        onReturned={decided}
        onClose={close}
      />
    </View>
  )
}

const uncheckedText =
  '微信没有检查过这一版，由你来把关：全文读过、确认可以公开，再通过。这会记在操作记录里。通过后马上发布。'

type Asking = Props & { onClose: () => void }

function Approve({ entry, version, onDecided, onClose }: Asking) {
  const clock = useServerClock()
  const proposed = entry.review?.proposed
  const [when, setWhen] = useState(() => whenOf(proposed, clock))
  const isUnchecked = entry.check === 'unchecked'
  const body = { version, at: sentOf(when), ...(isUnchecked && { acceptUnchecked: true as const }) }
  const approving = useAction(() => approveEntry(entry.id, body), onDecided)
  const confirm = when.isLater ? '通过，到时发布' : '通过并发布'
  const becomes = when.isLater
    ? '通过后到时间自动发布，之前都可以改时间或撤下。'
    : '通过后马上发布，观众两分钟内看到。'
  return (
    <ConfirmSheet
      title="通过这一版吗？"
      text={isUnchecked ? uncheckedText : becomes}
      confirm={isUnchecked ? `我读过了，${confirm}` : confirm}
      busy={approving.busy}
      disabled={!isReady(when, clock)}
      onConfirm={() => void approving.run()}
      onClose={onClose}
    >
      {proposed && <Hint>{proposalText(Date.parse(proposed), clock)}</Hint>}
      <View className={css.below}>
        <WhenField label="什么时候发布" now="马上发布" clock={clock} value={when} onChange={setWhen} />
      </View>
      <FailureLine failure={approving.failure} />
    </ConfirmSheet>
  )
}

const proposalText = (at: number, now: number): string =>
  `提交的人希望 ${timeText(at, now)} 发布${at <= now ? '，这个时间已经过了' : ''}。`
