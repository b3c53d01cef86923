import type { FundYear } from '@functions/exhibition/contract/fund'
import { Stack } from '@/shared/components/stack'
import { Bar } from './bar'
import { ChartCard } from './chart-card'
import { amountText, exactText, spentOf } from './money'

/** What was raised and spent year by year; not shown of a single year. */
export function Years({ years }: { years: readonly FundYear[] }) {
  if (years.length < 2) return null
  const most = Math.max(...years.flatMap((year) => [year.raised.amount, spentOf(year)]))
  const rows = years.map((year) => [
    String(year.year),
    exactText(year.sales.amount),
    exactText(year.raised.amount),
    exactText(spentOf(year)),
    year.jobs ? String(year.jobs.count) : '',
  ])
  return (
    <ChartCard
      title="逐年比一比"
      table={{ columns: ['年份', '销售（万元）', '筹集（万元）', '本市使用（万元）', '岗位'], rows }}
      origins={years.flatMap(({ raised, uses }) => [raised, ...uses])}
    >
      <Stack gap={4}>
        {years.map((year) => (
          <Stack key={year.year} gap={2}>
            <Bar
              name={`${year.year} 年筹集`}
              value={amountText(year.raised.amount)}
              {...{ amount: year.raised.amount, most }}
            />
            <Bar
              quiet
              name="本市使用"
              value={amountText(spentOf(year))}
              {...{ amount: spentOf(year), most }}
            />
          </Stack>
        ))}
      </Stack>
    </ChartCard>
  )
}
