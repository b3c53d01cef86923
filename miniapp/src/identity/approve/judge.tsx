import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { address, useElder } from '@/shared/settings'
import { useAction } from '@/shared/use-action'
import { useAnswer } from '@/shared/use-answer'
import { approveTicket, viewTicket } from '../api'
import { leave } from '../login/enter'
import css from './approve.module.scss'

/** The same two digits on both screens: else it is somebody else's login that would be let in. */
export function Judge({ id, onOther }: { id: string; onOther: () => void }) {
  const { value, failure, again } = useAnswer(id, viewTicket)
  const [refused, setRefused] = useState(false)
  const approval = useAction(approveTicket)
  if (approval.value)
    return (
      <Screen title="登录电脑">
        <StateView
          scene="empty"
          title="已经允许"
          text="电脑上过几秒会自己进去。用完记得在电脑上退出。"
          action={{ label: '好', onTap: leave }}
        />
      </Screen>
    )
  if (refused)
    return (
      <Screen title="登录电脑">
        <StateView
          scene="empty"
          title="没有允许"
          text="那个登录码几分钟后自己失效，谁也进不去。"
          action={{ label: '好', onTap: leave }}
        />
      </Screen>
    )
  return (
    <Screen
      title="登录电脑"
      actions={
        value && (
          <View className={css.buttons}>
            <Button block disabled={approval.busy} onTap={() => setRefused(true)}>
              不一样，不允许
            </Button>
            <Button tone="primary" block disabled={approval.busy} onTap={() => void approval.run(id)}>
              {approval.busy ? '正在提交' : '一样，允许登录'}
            </Button>
          </View>
        )
      }
    >
      <View className={css.page}>
        {failure && (
          <FailureView failure={failure} onAgain={again} other={{ label: '换一个登录码', onTap: onOther }} />
        )}
        {!value && !failure && <Waiting />}
        {value && <Pair pair={value.pair} />}
        <FailureLine failure={approval.failure} />
      </View>
    </Screen>
  )
}

function Pair({ pair }: { pair: string }) {
  const elder = useElder()
  return (
    <Card title="电脑上也是这两个数字吗">
      <View className={css.compare}>
        <Text className={css.pair}>{pair}</Text>
        <Text>
          {address(
            elder,
            '允许后，那台电脑就是用你的身份登录，能看到你的积分和兑换单。不是你自己在登录，就不要允许。',
          )}
        </Text>
      </View>
    </Card>
  )
}
