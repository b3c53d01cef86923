import { ok, type Result } from '@common/result'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { fetchLedger, type Ledger, type LedgerOf } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { ledgerOf } from '@/desk/persons/find'
import { type LedgerTyped, ledgerTyped } from '@/desk/typed'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import { Hint } from '@/shared/components/text'
import { useLayer } from '@/shared/navigation/use-layer'
import { useAction } from '@/shared/query/use-action'
import { EntriesOf } from './entries-of'
import css from './ledger.module.scss'
import { Outliers } from './outliers'

/** Somebody's ledger, found by their number or by that of one of their orders; and who earns faster than people do, with theirs. */
export default function LedgerPage() {
  const { order, no } = useRouter().params
  return (
    <DeskPage path="desk/pages/points/ledger">
      {(desk) => <Search key={desk.name} desk={desk} first={order ?? no ?? ''} />}
    </DeskPage>
  )
}

type Found = { of: LedgerOf; ledger: Ledger }

function Search({ desk, first }: { desk: Desk; first: string }) {
  const [typed, setTyped] = useState(first)
  const [found, setFound] = useState<Found | null>(null)
  // Whose ledger is to be shown: an answer about anybody else comes too late.
  const wanted = useRef<LedgerTyped | null>(null)
  const looking = useAction(async (by: LedgerTyped): Promise<Result<Found | null, Failure>> => {
    const answer = await lookUp(desk, by)
    return isSame(by, wanted.current) ? answer : ok(null)
  }, looked)
  const { run } = looking
  const by = ledgerTyped(typed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the number that the page was opened with
  useEffect(() => {
    if (by) look(by)
  }, [])
  const close = () => setFound(null)
  // What was looked up lies over the page: Back and Escape put it away. It stands in no address, for the history of a shared desktop
  // would hold whose points somebody looked at (docs/decisions/062).
  useLayer(found ? close : undefined)
  function look(whom: LedgerTyped): void {
    close()
    wanted.current = whom
    void run(whom)
  }
  function looked(answer: Found | null): void {
    if (answer) setFound(answer)
    // Asked for while the one before was on its way.
    else if (wanted.current) void run(wanted.current)
  }
  const lookForTyped = () => by && look(by)
  function type(text: string): void {
    setTyped(text)
    // What stands below is about what was typed before.
    close()
    wanted.current = null
    if (looking.failure) looking.reset()
  }
  return (
    <View className={css.page}>
      <View className={css.inset}>
        <View className={css.search}>
          <View className={css.field}>
            <Field
              kind="code"
              label="人员编号或兑换单号"
              value={typed}
              max={28}
              focus={first === ''}
              placeholder="例如 3E8C A0HE"
              hint="对方在“我的”里能看到 8 位编号。大小写、空格都不要紧。每查一次都会记在操作记录里。"
              confirm="search"
              onChange={type}
              onConfirm={lookForTyped}
            />
          </View>
          <View className={css.find}>
            <Button tone="primary" icon="search" disabled={!by || looking.busy} onTap={lookForTyped}>
              {looking.busy ? '正在查' : '查流水'}
            </Button>
          </View>
        </View>
        <FailureLine failure={looking.failure} />
        {typed !== '' && !by && <Hint>还不是完整的编号：人员编号 8 位，兑换单号 16 位。</Hint>}
        {!found && <Hint>只能查本市的。看到的是积分和兑换，没有姓名和电话。</Hint>}
      </View>
      {found ? (
        <EntriesOf
          key={JSON.stringify(found.of)}
          desk={desk}
          of={found.of}
          first={found.ledger}
          onClose={close}
        />
      ) : (
        <Outliers desk={desk} onPick={(id) => look({ id })} />
      )}
    </View>
  )
}

async function lookUp(desk: Desk, by: LedgerTyped): Promise<Result<Found, Failure>> {
  const of = await ledgerOf(desk, by)
  if (!of.ok) return of
  const answer = await fetchLedger(of.value)
  return answer.ok ? ok({ of: of.value, ledger: answer.value }) : answer
}

const isSame = (one: LedgerTyped, other: LedgerTyped | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
