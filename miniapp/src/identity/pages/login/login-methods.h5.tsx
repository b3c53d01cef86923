import { lazy, Suspense, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Waiting } from '@/shared/components/state'
import { leaveToDesk } from './enter'
import { TicketLoginView } from './ticket-login-view'

/** Only demonstration builds have it: a deployed build contains neither this file nor its invented people. */
const DemoLogin =
  process.env.TARO_APP_DEMO === '1'
    ? lazy(() => import('./demo-login').then((module) => ({ default: module.DemoLogin })))
    : null

/** In a browser: by a phone that is logged in; in a demonstration also as somebody made up. */
export function LoginMethods({ onIn }: { onIn: () => void }) {
  const [byPhone, setByPhone] = useState(DemoLogin === null)
  if (!DemoLogin) return <TicketLoginView onIn={leaveToDesk} />
  return (
    <>
      <Suspense fallback={<Waiting />}>
        {byPhone ? <TicketLoginView onIn={leaveToDesk} /> : <DemoLogin onIn={onIn} />}
      </Suspense>
      <Button tone="quiet" onTap={() => setByPhone(!byPhone)}>
        {byPhone ? '改用演示人物登录' : '改用手机扫码登录'}
      </Button>
    </>
  )
}
