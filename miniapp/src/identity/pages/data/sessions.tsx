import type { ExportResponse } from '@contract/identity'
import * as endpoints from '@functions/identity/endpoints/sessions'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { openTab } from '@/shared/navigation/navigation'
import { useAction } from '@/shared/query/use-action'
import { session } from '@/shared/session/session'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { deviceText } from '../../device-text'
import css from './data.module.scss'

const home = () => openTab('me')

/** Where one is logged in, and the ways out: here, or everywhere at once. */
export function Sessions({
  sessions,
  onEnded,
}: {
  sessions: ExportResponse['sessions']
  onEnded: () => void
}) {
  const [asking, setAsking] = useState(false)
  // On this phone one is out whatever the server heard, so there is nothing to say of a failure.
  const here = useAction(async () => {
    await session.logout()
    return { ok: true as const, value: null }
  }, home)
  const everywhere = useAction(session.logoutEverywhere, home)
  return (
    <Card title="登录设备" flush>
      <View>
        {sessions.map((device, n) => (
          <Device key={device.id} device={device} first={n === 0} onEnded={onEnded} />
        ))}
      </View>
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
            text="手机和电脑上的登录都会失效：店主和工作人员的权限马上停用，其余最多十五分钟。积分和兑换单不受影响，再登录就能看到。"
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

/** Pressed, it asks whether that device shall be logged out; the one that is being used has its own button below. */
function Device({
  device: { id, since, lastUsed, device, current },
  first,
  onEnded,
}: {
  device: ExportResponse['sessions'][number]
  first: boolean
  onEnded: () => void
}) {
  const now = useNow()
  const when = (instant: string) => momentText(Date.parse(instant), now)
  const [asking, setAsking] = useState(false)
  const ending = useAction((id: string) => call(endpoints.endDevice, { params: { id } }), onEnded)
  const name = deviceText(device)
  const text = `${when(since)} 登录，${when(lastUsed)} 用过`
  if (current) return <Row first={first} icon="screen" title={`${name}（正在用）`} text={text} />
  return (
    <>
      <Row first={first} icon="screen" title={name} text={text} end="退出" onTap={() => setAsking(true)} />
      {asking && (
        <ConfirmSheet
          title="退出这台设备上的登录？"
          text={`${name}，${when(since)} 登录。退出后，那台设备上要再登录一次才能用。`}
          confirm="退出那台设备"
          busyText="正在退出"
          busy={ending.busy}
          onConfirm={() => void ending.run(id)}
          onClose={() => setAsking(false)}
        >
          <FailureLine failure={ending.failure} />
        </ConfirmSheet>
      )}
    </>
  )
}
