import { ok, type Result } from '@common/result'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import type { Failure } from '@/shared/request'
import { useAction } from '@/shared/use-action'
import { fetchLedger, type Ledger, type LedgerOf } from '../api'
import { DeskPage, useEscape } from '../components/desk-page'
import type { Desk } from '../desk'
import { orderTyped } from '../typed'
import { EntriesOf } from './entries-of'
import css from './ledger.module.scss'
import { Outliers } from './outliers'

/** Somebody's ledger, found by the number of one of their orders; and who earns faster than people do, with theirs. */
export default function LedgerPage() {
  const { order } = useRouter().params
  return (
    <DeskPage page="ledger">{(desk) => <Search key={desk.name} desk={desk} first={order ?? ''} />}</DeskPage>
  )
}

type Found = { of: LedgerOf; ledger: Ledger }

function Search({ desk, first }: { desk: Desk; first: string }) {
  const [typed, setTyped] = useState(first)
  const [found, setFound] = useState<Found | null>(null)
  const looking = useAction(async (of: LedgerOf): Promise<Result<Found, Failure>> => {
    const answer = await fetchLedger(of)
    return answer.ok ? ok({ of, ledger: answer.value }) : answer
  }, setFound)
  const { run } = looking
  const number = orderTyped(typed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the number that the page was opened with
  useEffect(() => {
    if (number) void run({ order: number })
  }, [])
  const close = () => setFound(null)
  useEscape(found ? close : null)
  function look(of: LedgerOf): void {
    close()
    void run(of)
  }
  const lookForNumber = () => number && look({ order: number })
  return (
    <View className={css.page}>
      <View className={css.inset}>
        <View className={css.search}>
          <View className={css.field}>
            <Field
              kind="code"
              label="兑换单号"
              value={typed}
              max={20}
              focus={first === ''}
              placeholder="260304-XXXXXXXXXX"
              hint="在对方的兑换单上。大小写、连字符都不要紧。每查一次都会记在操作记录里。"
              confirm="search"
              onChange={setTyped}
              onConfirm={lookForNumber}
            />
          </View>
          <View className={css.find}>
            <Button tone="primary" icon="search" disabled={!number || looking.busy} onTap={lookForNumber}>
              {looking.busy ? '正在查' : '查流水'}
            </Button>
          </View>
        </View>
        <FailureLine failure={looking.failure} />
        {!found && <Text className={css.hint}>只能查本市的。看到的是积分和兑换，没有姓名和电话。</Text>}
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
        <Outliers desk={desk} onPick={(person) => look({ person, region: desk.region })} />
      )}
    </View>
  )
}
