import { dayOf } from '@common/day'
import type { Entry } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { numberName } from '@/counter/place'
import { fetchLedger, type Ledger, type LedgerOf } from '@/desk/api'
import { Facts } from '@/desk/components/facts'
import type { Desk } from '@/desk/desk'
import { type Column, List } from '@/desk/list'
import { usePersons } from '@/desk/persons/use-persons'
import { entryView } from '@/points/entry-view'
import { orderWhen } from '@/points/order-view'
import { orderStateNames } from '@/points/words'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Points, pointsText } from '@/shared/components/points'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Stack, Wrap } from '@/shared/components/stack'
import { openPage } from '@/shared/navigation/navigation'
import { useAction } from '@/shared/query/use-action'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import css from './ledger.module.scss'

type Props = { desk: Desk; of: LedgerOf; first: Ledger; onClose: () => void }

/** Every entry with its reason, newest first; and the order by which it was found, or the last of whoever was. */
export function EntriesOf({ desk, of, first, onClose }: Props) {
  const now = useNow()
  const placeOf = usePlaceName()
  const { nameOf } = usePersons(desk, [first.person])
  const [entries, setEntries] = useState(first.entries)
  const [cursor, setCursor] = useState(first.cursor)
  const more = useAction(
    () => fetchLedger(of, cursor ?? undefined),
    (page) => {
      setEntries([...entries, ...page.entries])
      setCursor(page.cursor)
    },
  )
  const placeName = (id: string) => placeOf(id) ?? numberName(id)
  const { order, person, balance, isClosed } = first
  const search = order ? `order=${order.id}` : `person=${person}`
  return (
    <Stack gap={3}>
      <View className={css.inset}>
        <ResultLine tone="waiting">这一次查看已经记在操作记录里。</ResultLine>
        <View className={css.head}>
          <View className={css.facts}>
            <Facts
              facts={[
                ['人员', nameOf(person)],
                ['余额', isClosed ? '账户已注销' : <Points key="balance" value={balance} size="l" />],
              ]}
            />
          </View>
          <View className={css.facts}>
            <Facts
              facts={
                order
                  ? [
                      [
                        'order' in of ? '这一单' : '最近一单',
                        `${order.gift.name}，${pointsText(order.points)} 分`,
                      ],
                      ['状态', `${orderStateNames[order.state]}，${orderWhen(order, now, dayOf(now))}`],
                      ['网点', placeName(order.outlet)],
                    ]
                  : [['兑换', '还没有兑换过']]
              }
            />
          </View>
        </View>
        <Wrap>
          <Button onTap={onClose}>查另一个</Button>
          {desk.powers.includes('gifts') && !isClosed && (
            <Button onTap={() => openPage(`/desk/pages/points/adjustments/index?${search}`)}>提出调整</Button>
          )}
        </Wrap>
      </View>
      <List
        label="流水"
        columns={columnsAt(now, placeName)}
        rows={entries}
        keyOf={({ seq }) => String(seq)}
        empty="还没有流水。"
      />
      <View className={css.inset}>
        <FailureLine failure={more.failure} />
        {cursor !== null && (
          <Button disabled={more.busy} onTap={() => void more.run()}>
            {more.busy ? '正在取' : '再看更早的'}
          </Button>
        )}
      </View>
    </Stack>
  )
}

function columnsAt(now: number, placeName: (id: string) => string): Column<Entry>[] {
  return [
    { head: '事由', cell: (entry) => <Text>{entryView(entry, placeName).title}</Text> },
    { head: '说明', cell: (entry) => <Text>{entryView(entry, placeName).text ?? '—'}</Text> },
    { head: '时间', cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text> },
    { head: '积分', end: true, cell: ({ points }) => <Points value={points} size="s" signed /> },
    { head: '余额', end: true, cell: ({ balance }) => <Text>{pointsText(balance)}</Text> },
    { head: '序号', end: true, cell: ({ seq }) => <Text>{seq}</Text> },
  ]
}
