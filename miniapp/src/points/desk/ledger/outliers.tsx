import { Text, View } from '@tarojs/components'
import type { Outlier } from '@/desk/api'
import { ListedView, useListed } from '@/desk/components/listed'
import { MonthPicker } from '@/desk/components/month-picker'
import type { Desk } from '@/desk/desk'
import { type Column, List } from '@/desk/list'
import { usePersons } from '@/desk/persons/use-persons'
import { monthNamed, monthOf } from '@/desk/typed'
import { useAddressed } from '@/desk/use-addressed'
import { Heading } from '@/shared/components/heading'
import { pointsText } from '@/shared/components/points'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { outlierList } from '../stores'
import css from './ledger.module.scss'

/** Who earns much faster than people do, by month. A line leads to the person's ledger. */
export function Outliers({ desk, onPick }: { desk: Desk; onPick: (person: string) => void }) {
  const now = useNow()
  const thisMonth = monthOf(now)
  const [written, setMonth] = useAddressed('month')
  const month = monthNamed(written, thisMonth)
  const listed = useListed(outlierList, `${desk.name} ${month}`)
  const { nameOf } = usePersons(desk, listed.value?.outliers.map(({ person }) => person) ?? [])
  return (
    <Stack gap={3}>
      <View className={css.inset}>
        <View className={css.head}>
          <Heading level={2} size="part">
            积分增长异常
          </Heading>
          <MonthPicker
            month={month}
            last={thisMonth}
            onChange={(next) => setMonth(next === thisMonth ? null : next)}
          />
        </View>
      </View>
      <ListedView listed={listed}>
        {({ outliers }) => (
          <List
            label="积分增长异常"
            columns={columnsAt(now, nameOf)}
            rows={outliers}
            keyOf={({ person }) => person}
            onPick={(person) => person && onPick(person)}
            empty="这个月没有积分增长异常的人。"
          />
        )}
      </ListedView>
      <View className={css.inset}>
        <Hint>增长快不一定有问题。点一行看这个人的流水，看一次记一次。</Hint>
      </View>
    </Stack>
  )
}

function columnsAt(now: number, nameOf: (id: string) => string): Column<Outlier>[] {
  return [
    { head: '人员', cell: ({ person }) => <Text>{nameOf(person)}</Text> },
    {
      head: '本月获得',
      end: true,
      cell: ({ points }) => <Text>{pointsText(points)} 分</Text>,
      sort: ({ points }) => points,
    },
    {
      head: '几次',
      end: true,
      cell: ({ entries }) => <Text>{pointsText(entries)}</Text>,
      sort: ({ entries }) => entries,
    },
    { head: '最近一次', cell: ({ lastAt }) => <Text>{momentText(Date.parse(lastAt), now)}</Text> },
    { head: '单号', cell: ({ order }) => <Text>{order ?? '还没有兑换'}</Text> },
  ]
}
