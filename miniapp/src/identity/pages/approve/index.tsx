import { useState } from 'react'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Screen } from '@/shared/components/screen'
import { useMe } from '@/shared/session/session'
import { Find } from './find'
import { Judge } from './judge'

/**
 * A login on another screen: found by its code, allowed by typing the digits that stand there. The code is scanned or typed
 * here and never taken from a link: whoever sends somebody his own code wants to be let in.
 */
export default function Approve() {
  const me = useMe()
  const [found, setFound] = useState<string | null>(null)
  if (!me)
    return (
      <Screen title="登录电脑">
        <LoginNeeded title="先在这部手机上登录" text="登录后，才能允许别的屏幕用你的身份登录。" />
      </Screen>
    )
  return found ? <Judge id={found} onOther={() => setFound(null)} /> : <Find onFound={setFound} />
}
