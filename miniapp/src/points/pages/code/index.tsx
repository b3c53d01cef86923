import * as endpoints from '@functions/points/endpoints/account'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Page } from '@/shared/components/page'
import { FailureLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { Hint } from '@/shared/components/text'
import { useAction } from '@/shared/query/use-action'
import { useMe } from '@/shared/session/session'
import { useAge } from '@/shared/storage/settings'
import { typedCode } from '../../code-view'
import { EarnedView } from '../../components/earned-view'
import { UnderAge } from '../../components/under-age'
import { afterEarning } from '../../stores'

/** A code from paper: typed in groups as it is printed, and checked before it is sent. */
export default function CodePage() {
  const person = useMe()?.id
  if (useAge() === 'minor')
    return (
      <Screen title="积分码">
        <UnderAge />
      </Screen>
    )
  return person === undefined ? (
    <Screen title="积分码">
      <LoginNeeded title="登录后可以用积分码" text="输入活动上发的码就能得积分。" />
    </Screen>
  ) : (
    <Form person={person} />
  )
}

function Form({ person }: { person: string }) {
  const [text, setText] = useState('')
  const { run, busy, failure, value, reset } = useAction(
    (code: string) => call(endpoints.redeemCode, { body: { code } }),
    (earned) => afterEarning(person, earned),
  )
  const { shown, code, hint, error } = typedCode(text)
  const locked = failure?.code === 'too-many-tries'

  function type(next: string): void {
    setText(next)
    // What is wrong with the last code says nothing of this one; a lock says it of all.
    if (!locked && failure) reset()
  }
  if (value) {
    return (
      <Screen title="积分码" notice={<CityNotice />} lottery>
        <Page>
          <EarnedView
            earned={value}
            another={{
              label: '再输一个',
              onTap: () => {
                setText('')
                reset()
              },
            }}
          />
        </Page>
      </Screen>
    )
  }
  return (
    <Screen
      title="积分码"
      notice={<CityNotice />}
      lottery
      actions={
        <Button
          tone="primary"
          block
          disabled={code === null || busy || locked}
          onTap={() => code && void run(code)}
        >
          {busy ? '正在核对' : '得积分'}
        </Button>
      }
    >
      <Page>
        <Field
          kind="code"
          label="12 位积分码"
          value={shown}
          placeholder="例如 XXXX-XXXX-XXXX"
          hint={hint ?? '照着纸上输，大小写、横线都可以不管。'}
          error={error}
          max={40}
          confirm="done"
          onChange={type}
          onConfirm={() => code && !locked && void run(code)}
        />
        <FailureLine failure={failure} />
        <Hint>码印在活动发的卡片上，一个码只能用一次。一小时里输错 10 次会锁一小时，免得有人乱猜。</Hint>
      </Page>
    </Screen>
  )
}
