import type { TicketView } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Field } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { address, useElder } from '@/shared/settings'
import { useAction } from '@/shared/use-action'
import { useAnswer } from '@/shared/use-answer'
import { approveTicket, viewTicket } from '../api'
import { ageText, deviceText } from '../device-text'
import { leave } from '../login/enter'
import css from './approve.module.scss'

/** Who asks, and the digits that only they who sit before that screen can read. */
export function Judge({ id, onOther }: { id: string; onOther: () => void }) {
  const { value, failure, again } = useAnswer(id, viewTicket)
  const [refused, setRefused] = useState(false)
  const [digits, setDigits] = useState('')
  const approval = useAction(approveTicket)
  if (approval.value) return <Done title="已经允许" text="电脑上过几秒会自己进去。用完记得在电脑上退出。" />
  if (refused) return <Done title="没有允许" text="那个登录码几分钟后自己失效，谁也进不去。" />
  const ready = /^\d{4}$/.test(digits)
  const allow = () => void (ready && approval.run({ id, digits }))
  return (
    <Screen
      title="登录电脑"
      actions={
        value && (
          <View className={css.buttons}>
            <Button tone="primary" block disabled={approval.busy || !ready} onTap={allow}>
              {approval.busy ? '正在提交' : '允许登录'}
            </Button>
            <Button block disabled={approval.busy} onTap={() => setRefused(true)}>
              不是我，不允许
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
        {value && (
          <>
            <Field
              kind="digits"
              label="电脑上登录码下面的四位数字"
              value={digits}
              onChange={setDigits}
              max={4}
              confirm="go"
              onConfirm={allow}
            />
            <FailureLine failure={approval.failure} />
            <Asker view={value} />
          </>
        )}
      </View>
    </Screen>
  )
}

function Asker({ view: { device, city, age } }: { view: TicketView }) {
  const elder = useElder()
  return (
    <Card title="谁在请求登录" flush>
      <Row first icon="screen" title={deviceText(device)} text={city ? `网络大概在 ${city}` : undefined} />
      <Row icon="clock" title={`${ageText(age)}打开的登录码`} />
      <Text className={css.warning}>
        {address(
          elder,
          '允许后，那台电脑就是用你的身份登录，最长 12 小时。别人发来的数字不要填，不是你自己在登录就按“不允许”。',
        )}
      </Text>
    </Card>
  )
}

function Done({ title, text }: { title: string; text: string }) {
  return (
    <Screen title="登录电脑">
      <StateView scene="empty" title={title} text={text} action={{ label: '好', onTap: leave }} />
    </Screen>
  )
}
