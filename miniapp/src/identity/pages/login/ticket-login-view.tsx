import type { TicketPurpose } from '@contract/identity'
import * as endpoints from '@functions/identity/endpoints/tickets'
import { loginText } from '@functions/points/rules/rolling-code'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { call } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Qr } from '@/shared/components/qr'
import { ResultLine } from '@/shared/components/result-line'
import { StateView, Waiting } from '@/shared/components/state'
import { session } from '@/shared/session/session'
import { useStore } from '@/shared/storage/store'
import css from './login.module.scss'
import { createTicketLogin, type TicketStep } from './ticket-login'

const create = (purpose?: TicketPurpose) =>
  createTicketLogin({
    // A confirmation is requested as the person logged in; a login has no person yet.
    open: () =>
      call(endpoints.openTicket, { body: purpose ? { purpose } : {} }, { asPerson: purpose !== undefined }),
    collect: ({ id, secret }) => call(endpoints.collectTicket, { params: { id }, body: { secret } }),
    begin: session.begin,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
  })

/**
 * A browser has no WeChat: a phone that is logged in scans the code and says yes.
 * @param purpose what somebody who is logged in here wants approved; absent: a login
 */
export function TicketLoginView({ purpose, onIn }: { purpose?: TicketPurpose; onIn: () => void }) {
  const [login] = useState(() => create(purpose))
  const now = useStore(login)
  const isIn = useRef(false)
  useEffect(() => {
    void login.start()
    return login.stop
  }, [login])
  useEffect(() => {
    if (now.step !== 'in' || isIn.current) return
    isIn.current = true
    onIn()
  }, [now.step, onIn])
  switch (now.step) {
    case 'opening':
    case 'in':
      return <Waiting text={purpose ? '正在准备确认码' : '正在准备登录码'} />
    case 'failed':
      return <FailureView failure={now.failure} onRetry={() => void login.start()} />
    case 'asleep':
      return (
        <StateView
          scene="empty"
          title={purpose ? '这个码已经失效，什么也没有做' : '登录码已经失效'}
          text="为了安全，一个码只显示几分钟。"
          action={{ label: '换一个新的', onTap: () => void login.start() }}
        />
      )
    case 'shown':
      return purpose ? (
        <Shown now={now} label="确认码" onNew={login.start}>
          <Text>1. 在自己的手机微信里打开福驿，进“我的”，按“登录电脑”。</Text>
          <Text>2. 扫上面的码，看清楚要确认什么，填这四位数字：{now.ticket.digits}。</Text>
          <Text>3. 在手机上按“确认”，这里会自己接着做完。</Text>
        </Shown>
      ) : (
        <Card title="用手机登录">
          <Shown now={now} label="登录码" onNew={login.start}>
            <Text>1. 在手机微信里打开福驿，进“我的”，按“登录电脑”。</Text>
            <Text>2. 扫上面的码，在手机上填这四位数字：{now.ticket.digits}。</Text>
            <Text>3. 在手机上按“允许登录”，这里会自己进去。</Text>
            <Text>登录后最长 12 小时，过后再扫一次。</Text>
          </Shown>
        </Card>
      )
  }
}

/** The code, its digits, and what to do with them. */
function Shown({
  now: { ticket, unreachable, byAnother },
  label,
  children,
  onNew,
}: {
  now: Extract<TicketStep, { step: 'shown' }>
  label: string
  children: ReactNode
  onNew: () => Promise<void>
}) {
  const { id, digits } = ticket
  return (
    <View className={css.ticket}>
      {byAnother && (
        <ResultLine tone="wrong">刚才扫码的手机上登录的是另一个人，没有确认。请用你自己的手机扫。</ResultLine>
      )}
      <Qr text={loginText(id)} label={label} />
      <Text className={css.digits} aria-label={`数字 ${[...digits].join(' ')}`}>
        {digits}
      </Text>
      <View className={css.steps}>{children}</View>
      <Text className={css.typed}>扫不了就在手机上输入：{spaced(id)}</Text>
      {unreachable && <ResultLine tone="doubt">网络断了，连上后会接着等。这个码还有效。</ResultLine>}
      <Button tone="quiet" icon="refresh" onTap={() => void onNew()}>
        换一个码
      </Button>
    </View>
  )
}

/** In groups of four, to be read and typed. */
const spaced = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ')
