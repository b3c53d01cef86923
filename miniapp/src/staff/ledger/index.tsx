import { err } from '@common/result'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { FailureLine } from '@/shared/components/result-line'
import type { Failure } from '@/shared/request'
import { useAction } from '@/shared/use-action'
import { fetchLedger, type Ledger } from '../api'
import { DeskPage, useEscape } from '../components/desk-page'
import type { Desk } from '../desk'
import { orderTyped } from '../typed'
import { EntriesOf } from './entries-of'
import css from './ledger.module.scss'
import { Outliers } from './outliers'

/** Somebody's ledger, found by the number of one of their orders; and who earns faster than people do. */
export default function LedgerPage() {
  const { order } = useRouter().params
  return (
    <DeskPage page="ledger">{(desk) => <Search key={desk.name} desk={desk} first={order ?? ''} />}</DeskPage>
  )
}

function Search({ desk, first }: { desk: Desk; first: string }) {
  const [typed, setTyped] = useState(first)
  const [ledger, setLedger] = useState<Ledger | null>(null)
  const looking = useAction(async (text: string) => {
    const number = orderTyped(text)
    return number ? fetchLedger(number) : err<Failure>({ code: 'unknown-order' })
  }, setLedger)
  const { run } = looking
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the number that the page was opened with
  useEffect(() => {
    if (first !== '') void run(first)
  }, [])
  useEscape(ledger ? () => setLedger(null) : null)
  function look(text: string): void {
    setTyped(text)
    setLedger(null)
    void run(text)
  }
  const isNumber = orderTyped(typed) !== null
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
              onConfirm={() => isNumber && look(typed)}
            />
          </View>
          <Button tone="primary" icon="search" disabled={!isNumber || looking.busy} onTap={() => look(typed)}>
            {looking.busy ? '正在查' : '查流水'}
          </Button>
        </View>
        <FailureLine failure={looking.failure} />
        {!ledger && <Text className={css.hint}>只能查本市的单。看到的是积分和兑换，没有姓名和电话。</Text>}
      </View>
      {ledger ? (
        <EntriesOf
          key={`${ledger.person} ${ledger.order.id}`}
          desk={desk}
          first={ledger}
          onClose={() => setLedger(null)}
        />
      ) : (
        <Outliers desk={desk} onOrder={look} />
      )}
    </View>
  )
}
