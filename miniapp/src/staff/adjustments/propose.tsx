import { err } from '@common/result'
import type { Adjustment } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Field, TextArea } from '@/shared/components/field'
import { pointsText } from '@/shared/components/points'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useDeed } from '@/shared/idempotency'
import type { Failure } from '@/shared/request'
import { useAction } from '@/shared/use-action'
import { fetchLedger, proposeAdjustment } from '../api'
import css from '../components/desk.module.scss'
import { Consequences, Facts } from '../components/facts'
import type { Desk } from '../desk'
import { orderTyped, personIdTyped } from '../typed'
import { adjustmentOf, adjustmentProblems, proposalSentence } from './view'

type Whom = { person: string; balance: number | null }

/**
 * Whom, by the number of one of their orders or as somebody whose ledger was just looked into; how many; and why. Nothing
 * moves before somebody else approves.
 */
export function Propose({
  desk,
  order,
  person,
  onProposed,
}: {
  desk: Desk
  order: string | null
  person: string | null
  onProposed: (adjustment: Adjustment) => void
}) {
  const [whom, setWhom] = useState<Whom | null>(person === null ? null : { person, balance: null })
  const [points, setPoints] = useState('')
  const [text, setText] = useState('')
  const draft = { points, text }
  const wanted = adjustmentOf(draft)
  const problems = adjustmentProblems(draft)
  const deed = useDeed(JSON.stringify([whom?.person, wanted]))
  const sentence = whom && proposalSentence(draft, whom.balance)
  const proposing = useAction(async () => {
    if (!whom || !wanted) return err<Failure>({ code: 'invalid-request' })
    const body = { region: desk.region, person: whom.person, ...wanted }
    const answer = await proposeAdjustment(body, await deed.key())
    deed.hear(answer)
    return answer
  }, onProposed)
  const propose = () => void (whom && wanted && proposing.run())
  return (
    <View className={css.detail}>
      {person !== null ? null : desk.powers.includes('audit') ? (
        <ByOrder first={order ?? ''} onFound={setWhom} />
      ) : (
        <ByPerson onFound={setWhom} />
      )}
      {whom && (
        <>
          <Facts
            facts={[
              ['给谁', whom.person],
              ...(whom.balance === null
                ? []
                : ([['余额', `${pointsText(whom.balance)} 分`]] satisfies [string, string][])),
            ]}
          />
          <Field
            label="加减几分"
            value={points}
            max={8}
            placeholder="例如 20 或 -20"
            error={points === '' ? null : problems.points}
            onChange={setPoints}
            onConfirm={propose}
          />
          <TextArea
            label="为什么"
            value={text}
            max={220}
            hint="对方在明细里会看到这句话，审计也会"
            error={text === '' ? null : problems.text}
            onChange={setText}
          />
          <Consequences sentences={sentence ? [sentence] : []} />
          <FailureLine failure={proposing.failure} />
          <Button tone="primary" block disabled={!wanted || proposing.busy} onTap={propose}>
            {proposing.busy ? '正在提出' : '提交审批'}
          </Button>
        </>
      )}
    </View>
  )
}

function ByOrder({ first, onFound }: { first: string; onFound: (whom: Whom) => void }) {
  const [typed, setTyped] = useState(first)
  const number = orderTyped(typed)
  const looking = useAction(
    async () => (number ? fetchLedger({ order: number }) : err<Failure>({ code: 'unknown-order' })),
    ({ person, balance }) => onFound({ person, balance }),
  )
  const look = () => void (number && looking.run())
  return (
    <>
      <Field
        kind="code"
        label="这个人的一个兑换单号"
        value={typed}
        max={20}
        focus
        placeholder="260304-XXXXXXXXXX"
        hint="查一次会记在操作记录里"
        confirm="search"
        onChange={setTyped}
        onConfirm={look}
      />
      <FailureLine failure={looking.failure} />
      <Button disabled={!number || looking.busy} onTap={look}>
        {looking.busy ? '正在查' : '查这个人'}
      </Button>
    </>
  )
}

/** Without the power to look into ledgers: whoever has it reads the person's number out. */
function ByPerson({ onFound }: { onFound: (whom: Whom) => void }) {
  const [typed, setTyped] = useState('')
  function type(text: string): void {
    setTyped(text)
    const person = personIdTyped(text)
    if (person) onFound({ person, balance: null })
  }
  return (
    <>
      <ResultLine tone="waiting">
        按单号查人要有“查账”权限。请有这个权限的同事查出来，把人员编号给你。
      </ResultLine>
      <Field kind="code" label="人员编号（20 位）" value={typed} max={24} onChange={type} />
      <Text className={css.hint}>看不到这个人的余额，批准时积分不够会不成功。</Text>
    </>
  )
}
