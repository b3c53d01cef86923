import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { TextArea } from '@/shared/components/field'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { personalNumberProblem } from '@/shared/personal-number'
import { useAction } from '@/shared/query/use-action'
import { approveEntry, returnEntry } from '../api'

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
  const { entry, me, isRead, onDecided } = props
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
      <Return {...props} isOwn={isOwn} isOpen={asking === 'return'} onDecided={decided} onClose={close} />
    </View>
  )
}

type Asking = Props & { onClose: () => void }

function Approve({ entry, version, onDecided, onClose }: Asking) {
  const approving = useAction(() => approveEntry(entry.id, { version, at: null }), onDecided)
  return (
    <ConfirmSheet
      title="通过这一版吗？"
      text="通过后马上发布，观众两分钟内看到。"
      confirm="通过并发布"
      busy={approving.busy}
      onConfirm={() => void approving.run()}
      onClose={onClose}
    >
      <FailureLine failure={approving.failure} />
    </ConfirmSheet>
  )
}

function Return(props: Asking & { isOwn: boolean; isOpen: boolean }) {
  const { entry, version, isOwn, isOpen, onDirty, onDecided, onClose } = props
  const [why, setWhy] = useState('')
  const reason = why.trim()
  const number = personalNumberProblem(why)
  // Also while its dialog is closed: another row would lose it.
  useTellDirty(reason !== '', onDirty)
  const returning = useAction(() => returnEntry(entry.id, { version, reason }), onDecided)
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
