import { err } from '@common/result'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { Agreement } from './agreement'
import { enter } from './enter'

/** On WeChat: one press, with WeChat's own code. */
export function LoginMethods({ onIn }: { onIn: () => void }) {
  const [agreed, setAgreed] = useState(false)
  const [asked, setAsked] = useState(false)
  const { run, busy, failure } = useAction(withWechat, onIn)
  return (
    <>
      <Agreement on={agreed} onChange={setAgreed} />
      {asked && !agreed && <ResultLine tone="doubt">先看过说明，在上面打勾，再登录。</ResultLine>}
      <FailureLine failure={failure} />
      <Button
        tone="primary"
        block
        disabled={busy}
        onTap={() => {
          setAsked(true)
          if (agreed) void run()
        }}
      >
        {busy ? '正在登录' : '微信登录'}
      </Button>
    </>
  )
}

async function withWechat() {
  try {
    const { code } = await Taro.login()
    return enter(code)
  } catch {
    // WeChat gave no code: it has no network, or is busy with itself.
    return err({ code: 'login-busy' as const })
  }
}
