import { dayOf } from '@common/day'
import type { Batch } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type BatchCodes, fetchCodes, stopBatch } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import type { Desk } from '@/desk/desk'
import { History } from '@/desk/history'
import { usePersons } from '@/desk/persons/use-persons'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Heading } from '@/shared/components/heading'
import { pointsText } from '@/shared/components/points'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { momentText } from '@/shared/time/moments'
import own from './batches.module.scss'
import { batchStatus } from './codes'
import { CodesOut } from './codes-out'

/** One batch: how far it is used, its codes for the printer, and its end. */
export function BatchDetail({
  desk,
  batch,
  now,
  onChanged,
}: {
  desk: Desk
  batch: Batch
  now: number
  onChanged: (batch: Batch) => void
}) {
  const [codes, setCodes] = useState<BatchCodes | null>(null)
  const reading = useAction(
    () => fetchCodes(batch.id),
    (answer) => {
      setCodes(answer)
      onChanged(answer.batch)
    },
  )
  const { proposedBy, approvedBy } = batch
  const { whoOf } = usePersons(desk, [proposedBy, approvedBy])
  const status = batchStatus(batch, dayOf(now))
  return (
    <View className={css.detail}>
      <Facts
        facts={[
          ['状态', status.word],
          ['每个', `${pointsText(batch.points)} 分`],
          ['已用', <Used key="used" batch={batch} />],
          ['有效到', `${batch.until} 当天`],
          ['生成', momentText(Date.parse(batch.at), now)],
          ...(proposedBy ? [['提出', whoOf(proposedBy)] satisfies [string, string]] : []),
          ...(approvedBy ? [['复核', whoOf(approvedBy)] satisfies [string, string]] : []),
        ]}
      />
      <View className={css.part}>
        <Heading level={3} size="row">
          打印
        </Heading>
        {codes ? (
          <CodesOut codes={codes} />
        ) : (
          <>
            <Text className={css.hint}>码就是积分：谁先输入谁得。每次取出都会记在操作记录里。</Text>
            <FailureLine failure={reading.failure} />
            <Button icon="print" disabled={reading.busy} onTap={() => void reading.run()}>
              {reading.busy ? '正在取' : '取出这批码'}
            </Button>
          </>
        )}
      </View>
      {status.tone === 'open' && <Stop batch={batch} onChanged={onChanged} />}
      <History desk={desk} subject={batch.id} version={`${status.word} ${codes !== null}`} />
    </View>
  )
}

function Used({ batch: { used, count } }: { batch: Batch }) {
  const part = Math.round((used / count) * 100)
  return (
    <View className={own.used}>
      <Text>
        {pointsText(used)} / {pointsText(count)} 个（{part}%）
      </Text>
      <View className={own.track} aria-hidden>
        <View className={own.done} style={{ width: `${part}%` }} />
      </View>
    </View>
  )
}

function Stop({ batch, onChanged }: { batch: Batch; onChanged: (batch: Batch) => void }) {
  const [asking, setAsking] = useState(false)
  const stopping = useAction(
    () => stopBatch(batch.id),
    (stopped) => {
      setAsking(false)
      onChanged(stopped)
    },
  )
  const unused = pointsText(batch.count - batch.used)
  return (
    <View className={css.part}>
      <Heading level={3} size="row">
        停用
      </Heading>
      <Text className={css.hint}>印错了、弄丢了，可以停用。已经得到的积分不会收回。</Text>
      <Button onTap={() => setAsking(true)}>停用这一批</Button>
      {asking && (
        <ConfirmSheet
          title={`停用“${batch.label}”吗？`}
          text={`还没用的 ${unused} 个码马上作废，手里有码的人再输入会看到“已经过期”。停用以后不能恢复。`}
          confirm="停用"
          onConfirm={() => void stopping.run()}
          onClose={() => setAsking(false)}
          busy={stopping.busy}
        >
          <FailureLine failure={stopping.failure} />
        </ConfirmSheet>
      )}
    </View>
  )
}
