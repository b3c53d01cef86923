import { View } from '@tarojs/components'
import { useState } from 'react'
import { useNow } from '@/places/clock'
import { momentText } from '@/points/moments'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { openTab } from '@/shared/navigation'
import { session } from '@/shared/session'
import { useAction } from '@/shared/use-action'
import type { Export } from '../api'
import css from './data.module.scss'

const home = () => openTab('me')

/** Where one is logged in, and the ways out: here, or everywhere at once. */
export function Sessions({ sessions }: { sessions: Export['sessions'] }) {
  const now = useNow()
  const when = (instant: string) => momentText(Date.parse(instant), now)
  const [asking, setAsking] = useState(false)
  // On this phone one is out whatever the server heard, so there is nothing to say of a failure.
  const here = useAction(async () => {
    await session.logout()
    return { ok: true as const, value: null }
  }, home)
  const everywhere = useAction(session.logoutEverywhere, home)
  return (
    <Card title="登录设备" flush>
      {sessions.map(({ id, since, lastUsed }, n) => (
        <Row
          key={id}
          first={n === 0}
          icon="screen"
          title={`${when(since)} 登录`}
          text={`最近用过：${when(lastUsed)}`}
        />
      ))}
      <View className={css.ways}>
        <Button block icon="logout" disabled={here.busy} onTap={() => void here.run()}>
          {here.busy ? '正在退出' : '退出这台设备'}
        </Button>
        <Button block onTap={() => setAsking(true)}>
          全部退出
        </Button>
      </View>
      <View>
        {asking && (
          <ConfirmSheet
            title="在所有地方退出登录？"
            text="手机和电脑上的登录都会失效，最多十五分钟内全部停用。积分和兑换单不受影响，再登录就能看到。"
            confirm="全部退出"
            busy={everywhere.busy}
            onConfirm={() => void everywhere.run()}
            onClose={() => setAsking(false)}
          >
            <FailureLine failure={everywhere.failure} />
          </ConfirmSheet>
        )}
      </View>
    </Card>
  )
}
