import { loginText } from '@rules/points/rolling-code'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Qr } from '@/shared/components/qr'
import { ResultLine } from '@/shared/components/result-line'
import { StateView, Waiting } from '@/shared/components/state'
import { session } from '@/shared/session'
import { useStore } from '@/shared/store'
import { collectTicket, openTicket } from '../api'
import css from './login.module.scss'
import { createTicketLogin } from './ticket-login'

const create = () =>
  createTicketLogin({
    open: openTicket,
    collect: collectTicket,
    begin: session.begin,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
  })

/** A browser has no WeChat: a phone that is logged in scans the code and says yes. */
export function TicketWay({ onIn }: { onIn: () => void }) {
  const [login] = useState(create)
  const now = useStore(login)
  useEffect(() => {
    void login.start()
    return login.stop
  }, [login])
  useEffect(() => {
    if (now.step === 'in') onIn()
  }, [now.step, onIn])
  switch (now.step) {
    case 'opening':
    case 'in':
      return <Waiting text="正在准备登录码" />
    case 'failed':
      return <FailureView failure={now.failure} onAgain={() => void login.start()} />
    case 'asleep':
      return (
        <StateView
          scene="empty"
          title="登录码已经失效"
          text="为了安全，一个码只显示几分钟。"
          action={{ label: '换一个新的', onTap: () => void login.start() }}
        />
      )
    case 'shown':
      return <Shown id={now.ticket.id} digits={now.ticket.digits} unheard={now.unheard} onNew={login.start} />
  }
}

function Shown({
  id,
  digits,
  unheard,
  onNew,
}: {
  id: string
  digits: string
  unheard: boolean
  onNew: () => Promise<void>
}) {
  return (
    <Card title="用手机登录">
      <View className={css.ticket}>
        <Qr text={loginText(id)} label="登录码" />
        <Text className={css.digits} aria-label={`数字 ${[...digits].join(' ')}`}>
          {digits}
        </Text>
        <View className={css.steps}>
          <Text>1. 在手机微信里打开福驿，进“我的”，按“登录电脑”。</Text>
          <Text>2. 扫上面的码，在手机上填这四位数字：{digits}。</Text>
          <Text>3. 在手机上按“允许登录”，这里会自己进去。</Text>
          <Text>登录后最长 12 小时，过后再扫一次。</Text>
        </View>
        <Text className={css.typed}>扫不了就在手机上输入：{spaced(id)}</Text>
        {unheard && <ResultLine tone="doubt">网络断了，连上后会接着等。登录码还有效。</ResultLine>}
        <Button tone="quiet" icon="refresh" onTap={() => void onNew()}>
          换一个码
        </Button>
      </View>
    </Card>
  )
}

/** In groups of four, to be read and typed. */
const spaced = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ')
