import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { approveEntry } from '../api'
import { ReturnSheet } from './return-sheet'

type Props = {
  entry: EntrySummary
  /** The one that waits. */
  version: number
  me: string
  /** It is on the screen, whole: nothing is approved unseen. */
  isRead: boolean
  onDirty: (isDirty: boolean) => void
  onDecided: (entry: Entry) => void
}

/** Approve, or send back with a reason. Whoever wrote some of it may only take it back. */
export function Decide(props: Props) {
  const { entry, version, me, isRead, onDirty, onDecided } = props
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null)
  const isOwn = entry.writers.includes(me)
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
  const isUnchecked = entry.check === 'unchecked'
  const body = { version, at: null, ...(isUnchecked && { acceptUnchecked: true as const }) }
  const approving = useAction(() => approveEntry(entry.id, body), onDecided)
  return (
    <ConfirmSheet
      title="通过这一版吗？"
      text={isUnchecked ? uncheckedText : '通过后马上发布，观众两分钟内看到。'}
      confirm={isUnchecked ? '我读过了，通过并发布' : '通过并发布'}
      busy={approving.busy}
      onConfirm={() => void approving.run()}
      onClose={onClose}
    >
      <FailureLine failure={approving.failure} />
    </ConfirmSheet>
  )
}
