import type { TicketPurpose, TicketView } from '@contract/identity'
import * as endpoints from '@functions/identity/endpoints/tickets'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Field } from '@/shared/components/field'
import { Page } from '@/shared/components/page'
import { FailureLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { useAction } from '@/shared/query/use-action'
import { useAnswer } from '@/shared/query/use-answer'
import { address, useElder } from '@/shared/storage/settings'
import { ageText, deviceText } from '../../device-text'
import { purposeText } from '../../purpose-text'
import { leave } from '../login/enter'
import css from './approve.module.scss'

/** Who asks, and the digits that only they who sit before that screen can read. */
export function Judge({ id, onOther }: { id: string; onOther: () => void }) {
  const { value, failure, retry } = useAnswer(id, (ticket) =>
    call(endpoints.viewTicket, { params: { id: ticket } }),
  )
  const [refused, setRefused] = useState(false)
  const [digits, setDigits] = useState('')
  const approval = useAction(() => call(endpoints.approveTicket, { params: { id }, body: { digits } }))
  const words = value?.purpose ? confirming : loggingIn
  if (approval.value) return <Done page={words.page} {...words.done} />
  if (refused) return <Done page={words.page} {...words.refused} />
  const ready = /^\d{4}$/.test(digits)
  const allow = () => void (ready && approval.run())
  return (
    <Screen
      title={words.page}
      actions={
        value && (
          <View className={css.buttons}>
            <Button tone="primary" block disabled={approval.busy || !ready} onTap={allow}>
              {approval.busy ? '正在提交' : words.yes}
            </Button>
            <Button block disabled={approval.busy} onTap={() => setRefused(true)}>
              {words.no}
            </Button>
          </View>
        )
      }
    >
      <Page foot>
        {failure && (
          <FailureView failure={failure} onRetry={retry} other={{ label: '换一个登录码', onTap: onOther }} />
        )}
        {!value && !failure && <Waiting />}
        {value && (
          <>
            {value.purpose && <Purpose purpose={value.purpose} />}
            <Field
              kind="digits"
              label={words.digits}
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
      </Page>
    </Screen>
  )
}

const loggingIn = {
  page: '登录电脑',
  digits: '电脑上登录码下面的四位数字',
  yes: '允许登录',
  no: '不是我，不允许',
  who: '谁在请求登录',
  opened: '打开的登录码',
  warning:
    '允许后，那台电脑就是用你的身份登录，最长 12 小时。别人发来的数字不要填，不是你自己在登录就按“不允许”。',
  done: { title: '已经允许', text: '电脑上过几秒会自己进去。用完记得在电脑上退出。' },
  refused: { title: '没有允许', text: '那个登录码几分钟后自己失效，谁也进不去。' },
}
const confirming: typeof loggingIn = {
  page: '确认操作',
  digits: '电脑上显示的四位数字',
  yes: '确认',
  no: '不是我，不确认',
  who: '谁在请求确认',
  opened: '打开的码',
  warning:
    '确认后，电脑上会马上做这件事，10 分钟内再做这一类的事不用再确认。别人发来的数字不要填，不是你自己在做就按“不确认”。',
  done: { title: '已经确认', text: '电脑上过几秒会自己做完，结果在电脑上看。' },
  refused: { title: '没有确认', text: '电脑上什么也没有做，那个码几分钟后自己失效。' },
}

/** What the phone's person is about to let happen. */
function Purpose({ purpose }: { purpose: TicketPurpose }) {
  return (
    <Card>
      <Text className={css.about}>确认一次敏感操作</Text>
      <Text className={css.purpose}>{purposeText(purpose)}</Text>
    </Card>
  )
}

function Asker({ view: { device, city, age, purpose } }: { view: TicketView }) {
  const elder = useElder()
  const words = purpose ? confirming : loggingIn
  return (
    <Card title={words.who} flush>
      <Row first icon="screen" title={deviceText(device)} text={city ? `网络大概在 ${city}` : undefined} />
      <Row icon="clock" title={`${ageText(age)}${words.opened}`} />
      <Text className={css.warning}>{address(elder, words.warning)}</Text>
    </Card>
  )
}

function Done({ page, title, text }: { page: string; title: string; text: string }) {
  return (
    <Screen title={page}>
      <StateView scene="empty" title={title} text={text} action={{ label: '好', onTap: leave }} />
    </Screen>
  )
}
