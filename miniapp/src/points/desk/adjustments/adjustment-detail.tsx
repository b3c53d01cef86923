import type { Adjustment } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { decideAdjustment, withdrawAdjustment } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import type { Desk } from '@/desk/desk'
import { History } from '@/desk/history'
import type { Persons } from '@/desk/persons/use-persons'
import { ConfirmAgain } from '@/identity/confirm-again'
import { useApprovedAction } from '@/identity/use-approved-action'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { pointsText } from '@/shared/components/points'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { momentText } from '@/shared/time/moments'
import { adjustmentSign } from './view'

/** One adjustment; whoever did not propose it can decide. */
export function AdjustmentDetail({
  desk,
  adjustment,
  persons: { nameOf, whoOf },
  now,
  onDecided,
}: {
  desk: Desk
  adjustment: Adjustment
  persons: Persons
  now: number
  onDecided: (adjustment: Adjustment) => void
}) {
  const { points, text, person, proposedBy, proposedAt, until, decidedBy, decidedAt, state } = adjustment
  const when = (at: string) => momentText(Date.parse(at), now)
  return (
    <View className={css.detail}>
      <Facts
        facts={[
          ['状态', adjustmentSign(adjustment).word],
          ['积分', `${pointsText(points, true)} 分`],
          ['事由', text],
          ['给谁', nameOf(person)],
          ['提出', `${whoOf(proposedBy)}，${when(proposedAt)}`],
          ...(state === 'proposed' && until
            ? ([['等到', `${when(until)}，过了就失效`]] satisfies [string, string][])
            : []),
          ...(decidedBy && decidedAt
            ? ([[decisionName(state), `${whoOf(decidedBy)}，${when(decidedAt)}`]] satisfies [
                string,
                string,
              ][])
            : []),
        ]}
      />
      {state === 'proposed' &&
        (proposedBy === desk.me.id ? (
          <Withdraw adjustment={adjustment} onDecided={onDecided} />
        ) : (
          <Decide adjustment={adjustment} whom={nameOf(person)} onDecided={onDecided} />
        ))}
      <History desk={desk} subject={adjustment.id} version={state} />
    </View>
  )
}

const decisionName = (state: Adjustment['state']): string => {
  if (state === 'withdrawn') return '撤回'
  return state === 'approved' ? '批准' : '驳回'
}

function Withdraw({
  adjustment,
  onDecided,
}: {
  adjustment: Adjustment
  onDecided: (next: Adjustment) => void
}) {
  const withdrawing = useAction(() => withdrawAdjustment(adjustment.id), onDecided)
  return (
    <View className={css.part}>
      <ResultLine tone="waiting">你提的，要另一位有“礼品与积分”权限的同事来批。现在积分没有变。</ResultLine>
      <FailureLine failure={withdrawing.failure} />
      <Button disabled={withdrawing.busy} onTap={() => void withdrawing.run()}>
        {withdrawing.busy ? '正在撤回' : '撤回'}
      </Button>
    </View>
  )
}

function Decide({
  adjustment,
  whom,
  onDecided,
}: {
  adjustment: Adjustment
  /** As colleagues know them. */
  whom: string
  onDecided: (next: Adjustment) => void
}) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const deciding = useApprovedAction(
    (approve: boolean) => decideAdjustment(adjustment.id, approve),
    (next) => {
      setAsking(null)
      onDecided(next)
    },
  )
  const points = pointsText(adjustment.points, true)
  return (
    <View className={css.part}>
      <Text className={css.hint}>
        批准后 {whom} 马上 {points} 分，明细里写着理由，不能撤回，只能再调整一次。
      </Text>
      <View className={css.buttons}>
        <Button tone="primary" onTap={() => setAsking(true)}>
          批准
        </Button>
        <Button onTap={() => setAsking(false)}>驳回</Button>
      </View>
      {asking !== null && (
        <ConfirmAgain
          action={deciding}
          purpose={{ kind: 'decideAdjustment', approve: asking, points: adjustment.points }}
        />
      )}
      {asking !== null && !deciding.isAsking && (
        <ConfirmSheet
          title={asking ? `批准 ${whom} ${points} 分吗？` : `驳回 ${whom} 的调整吗？`}
          text={asking ? `理由：${adjustment.text}。马上生效，对方会看到。` : '积分不变，这个调整就此结束。'}
          confirm={asking ? '批准' : '驳回'}
          busy={deciding.busy}
          onConfirm={() => void deciding.run(asking)}
          onClose={() => setAsking(null)}
        >
          <FailureLine failure={deciding.failure} onApprove={deciding.ask} />
        </ConfirmSheet>
      )}
    </View>
  )
}
