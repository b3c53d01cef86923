/**
 * The people of a demonstration, whom the local run makes up. Their codes come from the stand-in for WeChat, and go to
 * the server the way a code of `wx.login` does.
 */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import type { Me } from '@contract/identity'
import { useState } from 'react'
import { ask, type Failure } from '@/shared/api/request'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { useAction } from '@/shared/query/use-action'
import { useAnswer } from '@/shared/query/use-answer'
import { Agreement } from './agreement'
import { enter } from './enter'

const people = '/stand-in/people'
const codes = '/stand-in/codes'
const peopleSchema = z.object({
  people: z.array(z.object({ key: z.string(), name: z.string(), about: z.string() })),
})
const codeSchema = z.object({ code: z.string() })

async function enterAs(person: string): Promise<Result<Me, Failure>> {
  const answer = await ask({ path: codes, schema: codeSchema, body: { person } })
  return answer.ok ? enter(answer.value.code) : answer
}

export function DemoLogin({ onIn }: { onIn: () => void }) {
  const { value, failure, retry } = useAnswer(people, (path) => ask({ path, schema: peopleSchema }))
  const [agreed, setAgreed] = useState(false)
  const [asked, setAsked] = useState(false)
  const entering = useAction(enterAs, onIn)
  if (failure) return <FailureView failure={failure} onRetry={retry} />
  if (!value) return <Waiting />
  return (
    <>
      <Hint>演示：下面的人都是虚构的，选一位进去看看。</Hint>
      <Agreement on={agreed} onChange={setAgreed} />
      {asked && !agreed && <ResultLine tone="doubt">先看过说明，在上面打勾，再选一位。</ResultLine>}
      {entering.busy && <ResultLine tone="waiting">正在登录</ResultLine>}
      <FailureLine failure={entering.failure} />
      <Card title="选一位演示人物" flush>
        {value.people.map(({ key, name, about }) => (
          <Row
            key={key}
            icon="me"
            title={name}
            text={about}
            onTap={() => {
              setAsked(true)
              if (agreed) void entering.run(key)
            }}
          />
        ))}
      </Card>
    </>
  )
}
