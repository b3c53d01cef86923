import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { FailureLine } from '@/shared/components/result-line'
import { StateView } from '@/shared/components/state'
import { personNoText } from '@/shared/person-no'
import type { Failure } from '@/shared/request'
import { session } from '@/shared/session'
import css from './no-counter.module.scss'

/** For somebody who stands behind no counter: who can let them in, and by which number. */
export function NoCounter({ no }: { no: string }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  async function look(): Promise<void> {
    setAsking(true)
    const answer = await session.renew()
    setFailure(answer.ok ? null : answer.error)
    setAsking(false)
  }
  return (
    <View className={css.page}>
      <StateView
        scene="permission"
        title="这里给网点的人用"
        text="代销者和销售员在这里交付礼品。请把你的编号告诉市福彩中心，由他们开通。"
      />
      <View className={css.no} role="note">
        <Text className={css.label}>我的编号</Text>
        <Text className={css.number}>{personNoText(no)}</Text>
      </View>
      <FailureLine failure={failure} />
      <Button disabled={asking} onTap={() => void look()}>
        {asking ? '正在看' : '已经开通了，再看看'}
      </Button>
    </View>
  )
}
