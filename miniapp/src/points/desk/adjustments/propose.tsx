import { err, ok, type Result } from '@common/result'
import type { Adjustment } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { fetchLedger, proposeAdjustment } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Consequences, Facts } from '@/desk/components/facts'
import type { Desk } from '@/desk/desk'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { findPerson, ledgerOf } from '@/desk/persons/find'
import { usePersons } from '@/desk/persons/use-persons'
import { type LedgerTyped, ledgerTyped, orderTyped, personTyped } from '@/desk/typed'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Field, TextArea } from '@/shared/components/field'
import { pointsText } from '@/shared/components/points'
import { FailureLine } from '@/shared/components/result-line'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { adjustmentOf, adjustmentProblems, proposalSentence } from './view'

type Whom = { person: string; balance: number | null }

/**
 * Whom, by their number or that of one of their orders, or as somebody whose ledger was just looked into; how many; and
 * why. Nothing moves before somebody else approves.
 */
export function Propose({
  desk,
  order,
  person,
  onDirty,
  onProposed,
}: {
  desk: Desk
  order: string | null
  person: string | null
  onDirty: (isDirty: boolean) => void
  onProposed: (adjustment: Adjustment) => void
}) {
  const [whom, setWhom] = useState<Whom | null>(person === null ? null : { person, balance: null })
  const { nameOf } = usePersons(desk, [whom?.person])
  const [points, setPoints] = useState('')
  const [text, setText] = useState('')
  const draft = { points, text }
  const wanted = adjustmentOf(draft)
  const problems = adjustmentProblems(draft)
  const action = useIdempotentAction(JSON.stringify([whom?.person, wanted]))
  const sentence = whom && proposalSentence(draft, whom.balance)
  const proposing = useAction(async () => {
    if (!whom || !wanted) return err<Failure>({ code: 'invalid-request' })
    const body = { region: desk.region, person: whom.person, ...wanted }
    const answer = await proposeAdjustment(body, await action.key())
    action.onAnswer(answer)
    return answer
  }, onProposed)
  const isDirty = points !== '' || text !== ''
  useTellDirty(isDirty, onDirty)
  const propose = () => void (whom && wanted && proposing.run())
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    // What was refused was about something else.
    if (proposing.failure) proposing.reset()
  }
  return (
    <View className={css.detail}>
      {person === null && <Find desk={desk} first={order ?? ''} onFound={setWhom} />}
      {whom && (
        <>
          <Facts
            facts={[
              ['给谁', nameOf(whom.person)],
              ...(whom.balance === null
                ? []
                : ([['余额', `${pointsText(whom.balance)} 分`]] satisfies [string, string][])),
            ]}
          />
          <Field
            label="加减几分"
            isRequired
            value={points}
            max={8}
            placeholder="例如 20 或 -20"
            error={points === '' ? null : problems.points}
            onChange={change(setPoints)}
            onConfirm={propose}
          />
          <TextArea
            label="事由"
            isRequired
            value={text}
            max={220}
            hint="对方在明细里会看到这句话，审计也会"
            error={text === '' ? null : problems.text}
            onChange={change(setText)}
          />
          <Consequences sentences={sentence ? [sentence] : []} />
          <FailureLine failure={proposing.failure} />
          <Button tone="primary" block disabled={!wanted || proposing.busy} onTap={propose}>
            {proposing.busy ? '正在提出' : '提交审批'}
          </Button>
          {!wanted && (
            <Text className={css.hint}>
              {points === '' || text.trim() === '' ? '请填写带 * 的项目。' : '请改正标红的项目。'}
            </Text>
          )}
        </>
      )}
    </View>
  )
}

/** By number, or for whoever may look into ledgers by one of the person's orders too, and then with the balance. */
function Find({ desk, first, onFound }: { desk: Desk; first: string; onFound: (whom: Whom | null) => void }) {
  const [typed, setTyped] = useState(first)
  const mayLook = desk.powers.includes('audit')
  const whom = mayLook ? ledgerTyped(typed) : personTyped(typed)
  // What stands below is not about whoever was typed before, also when the answer about them comes late.
  const inField = useRef(first)
  const looking = useAction(async (): Promise<Result<Whom | null, Failure>> => {
    if (!whom) return err<Failure>({ code: 'unknown-person' })
    const answer = await whomOf(desk, whom)
    return inField.current === typed ? answer : ok(null)
  }, onFound)
  const look = () => void (whom && looking.run())
  return (
    <>
      <Field
        kind="code"
        label={mayLook ? '人员编号或兑换单号' : '人员编号'}
        value={typed}
        max={28}
        focus
        placeholder="例如 3E8C A0HE"
        hint={
          mayLook
            ? '查一次会记在操作记录里'
            : '对方在“我的”里能看到 8 位编号。没有“查账”权限看不到余额，批准时积分不够会不成功。'
        }
        error={!mayLook && orderTyped(typed) !== null ? '按单号查人要有“查账”权限，请写人员编号' : null}
        confirm="search"
        onChange={(text) => {
          setTyped(text)
          inField.current = text
          onFound(null)
          if (looking.failure) looking.reset()
        }}
        onConfirm={look}
      />
      <FailureLine failure={looking.failure} />
      <Button disabled={!whom || looking.busy} onTap={look}>
        {looking.busy ? '正在查' : '查这个人'}
      </Button>
      {!whom && <Text className={css.hint}>{typed === '' ? '写上编号，就能查。' : '编号还不完整。'}</Text>}
    </>
  )
}

async function whomOf(desk: Desk, typed: LedgerTyped): Promise<Result<Whom, Failure>> {
  if (!desk.powers.includes('audit') && !('order' in typed)) {
    const person = await findPerson(desk, typed)
    return person.ok ? ok({ person: person.value.id, balance: null }) : person
  }
  const of = await ledgerOf(desk, typed)
  if (!of.ok) return of
  const ledger = await fetchLedger(of.value)
  return ledger.ok ? ok({ person: ledger.value.person, balance: ledger.value.balance }) : ledger
}
