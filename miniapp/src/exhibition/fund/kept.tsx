import type { FundYear } from '@functions/exhibition/contract/fund'
import { Stack } from '@/shared/components/stack'
import { Bar } from './bar'
import { ChartCard } from './chart-card'
import { amountText, exactText } from './money'
import { originCells } from './sources'

/** Who keeps what was raised; not shown where it was not published. */
export function Kept({ year: { raised, kept } }: { year: FundYear }) {
  if (!kept) return null
  const parts = [
    { name: '留在本市（含区县）', amount: kept.city, isCity: true },
    { name: '省里统筹', amount: kept.province, isCity: false },
    { name: '上缴中央', amount: kept.nation, isCity: false },
  ]
  const rows = [
    ['筹集公益金', exactText(raised.amount), ...originCells(raised)],
    ...parts.map(({ name, amount }) => [name, exactText(amount), ...originCells(kept)]),
  ]
  // Parts of one sum: half of it is half as long as its track.
  const most = kept.city + kept.province + kept.nation
  return (
    <ChartCard
      title={`筹集的 ${amountText(raised.amount)}归哪里`}
      table={{ columns: ['归哪里', '万元', '来源', '日期'], rows }}
      origins={[raised, kept]}
    >
      <Stack gap={3}>
        {parts.map(({ name, amount, isCity }) => (
          <Bar key={name} {...{ name, amount, most }} value={amountText(amount)} quiet={!isCity} />
        ))}
      </Stack>
    </ChartCard>
  )
}
