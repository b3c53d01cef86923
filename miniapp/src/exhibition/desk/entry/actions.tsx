import type { Entry } from '@functions/exhibition/contract/entries'
import { View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { reviewUrl } from '@/desk/waiting'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { openPage } from '@/shared/navigation/navigation'
import { useAction } from '@/shared/query/use-action'
import { useNow } from '@/shared/time/clock'
import { submitEntry, withdrawEntry } from '../api'
import { ReturnSheet } from '../review/return-sheet'
import { WhenField } from '../when'
import { Reschedule } from '../when/reschedule'
import { atOnce, isReady, sentOf, timeText } from '../when/time'
import { useServerClock } from '../when/use-clock'
import { SeveralWriters } from '../writers'

type Props = {
  desk: Desk
  entry: Entry
  /** Something is written that was not saved: it would not be submitted. */
  isDirty: boolean
  onDirty: (isDirty: boolean) => void
  onChanged: (entry: Entry) => void
}

/** What may be done with it where it stands, beside writing. */
export function Actions(props: Props) {
  const { entry } = props
  const isShown = entry.live !== null || entry.schedule !== null
  return (
    <View className={css.part}>
      {entry.state === 'draft' && <Submit {...props} />}
      {entry.state === 'in-review' && <InReview {...props} />}
      {entry.state === 'scheduled' && <Scheduled {...props} />}
      {isShown && <Withdraw {...props} />}
    </View>
  )
}

function Submit({ desk, entry, isDirty, onChanged }: Props) {
  const clock = useServerClock()
  const [when, setWhen] = useState(() => atOnce(clock))
  const submitting = useAction(
    () => submitEntry(entry.id, { revision: entry.revision, at: sentOf(when) }),
    onChanged,
  )
  const missing = entry.findings.length
  const forbidden = (entry.wording ?? []).filter(({ isRefused }) => isRefused).length
  const isRisky = entry.check === 'risky'
  return (
    <>
      <CheckLine check={entry.check} />
      <SeveralWriters desk={desk} writers={entry.writers} />
      <WhenField label="希望什么时候发布" now="审过就发布" clock={clock} value={when} onChange={setWhen} />
      <View className={css.buttons}>
        <Button
          tone="primary"
          disabled={isRisky || isDirty || missing + forbidden > 0 || submitting.busy || !isReady(when, clock)}
          onTap={() => void submitting.run()}
        >
          {submitting.busy ? '正在提交' : '提交审批'}
        </Button>
      </View>
      <Hint>{submitHint(isDirty, missing, forbidden)}</Hint>
      <FailureLine failure={submitting.failure} />
    </>
  )
}

/** What WeChat said of the text as it was saved last. */
function CheckLine({ check }: Pick<Entry, 'check'>) {
  if (check === 'risky')
    return <ResultLine tone="wrong">微信检查认为文字不合规。写的都还在，改过并保存后才能提交。</ResultLine>
  if (check === 'unchecked') return <ResultLine tone="waiting">微信：未检查。提交时再查一次。</ResultLine>
  return null
}

function submitHint(isDirty: boolean, missing: number, forbidden: number): string {
  if (isDirty) return '先保存，再提交。'
  if (missing > 0) return `还有 ${missing} 处没有写全，补上并保存后才能提交。`
  if (forbidden > 0) return `还有 ${forbidden} 处法规不允许的说法，改掉并保存后才能提交。`
  return '提交后由另一位有“发布”权限的同事审，时间也由审的人定；写过这一版的人不能审。'
}

function InReview({ desk, entry }: Props) {
  const isOwn = entry.writers.includes(desk.me.id)
  return (
    <>
      <ResultLine tone="waiting">
        {isOwn ? '正在等另一位同事审。要改就先收回来。' : '正在等审批，要改就先退回。'}
      </ResultLine>
      <SeveralWriters desk={desk} writers={entry.writers} />
      <View className={css.buttons}>
        <Button onTap={() => openPage(reviewUrl({ kind: 'entry', id: entry.id }))}>到审批里看</Button>
      </View>
    </>
  )
}

function Scheduled({ desk, entry, onDirty, onChanged }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const now = useNow()
  const { schedule } = entry
  if (!schedule) return null
  const isOwn = entry.writers.includes(desk.me.id)
  return (
    <>
      <ResultLine tone="waiting">{`已经通过，将于 ${timeText(Date.parse(schedule.at), now)} 发布。`}</ResultLine>
      <View className={css.buttons}>
        {!isOwn && <Button onTap={() => setChanging(true)}>改发布时间</Button>}
        <Button onTap={() => setOpen(true)}>{isOwn ? '收回来改' : '退回修改'}</Button>
      </View>
      <Hint>
        {isOwn
          ? '要换时间，请没写过这一版的同事来改。要改内容就先收回来，排期随之取消。'
          : '要改内容就先退回，排期随之取消。'}
      </Hint>
      {isChanging && (
        <Reschedule
          entry={entry}
          schedule={schedule}
          onChanged={onChanged}
          onClose={() => setChanging(false)}
        />
      )}
      <ReturnSheet
        entry={entry}
        version={schedule.version}
        isOwn={isOwn}
        isOpen={isOpen}
        onDirty={onDirty}
        onReturned={(next) => {
          setOpen(false)
          onChanged(next)
        }}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

function Withdraw({ entry, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false)
  const withdrawing = useAction(
    () => withdrawEntry(entry.id),
    (next) => {
      setAsking(false)
      onChanged(next)
    },
  )
  return (
    <>
      <View className={css.buttons}>
        <Button onTap={() => setAsking(true)}>撤下</Button>
      </View>
      {isAsking && (
        <ConfirmSheet
          title="撤下这一条吗？"
          text="撤下后观众两分钟内就看不到了，排好的发布也取消。写的内容和历史版本都还在，改好可以再提交。"
          confirm="撤下"
          busy={withdrawing.busy}
          onConfirm={() => void withdrawing.run()}
          onClose={() => setAsking(false)}
        >
          <FailureLine failure={withdrawing.failure} />
        </ConfirmSheet>
      )}
    </>
  )
}
