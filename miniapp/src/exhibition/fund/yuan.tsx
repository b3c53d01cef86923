import type { FundYear } from '@functions/exhibition/contract/fund'
import { Text, View } from '@tarojs/components'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { ChartCard } from './chart-card'
import css from './fund.module.scss'
import { amountText, coinsText, exactText, hundredths, partsOfSales } from './money'
import { originCells } from './sources'

/** In the order of the parts: light, middle and dark, so that they differ without colour, too. */
const tones = [css.prizes, css.fund, css.issue]

/** What became of each yuan that was paid for a ticket. */
export function Yuan({ year }: { year: FundYear }) {
  const parts = partsOfSales(year)
  const shares = hundredths(parts)
  const { sales, prizes, raised } = year
  const worked = '销售减去奖金和公益金'
  const rows = [
    ['销售', exactText(sales.amount), '1 元', ...originCells(sales)],
    ...parts.map(({ name, amount }, at) => {
      const from = [originCells(prizes), originCells(raised)][at] ?? [worked, '']
      return [name, exactText(amount), coinsText(shares[at] ?? 0), ...from]
    }),
  ]
  if (parts.length === 0) return null
  return (
    <ChartCard
      title="一元钱的去向"
      table={{ columns: ['项目', '万元', '一元里', '来源', '日期'], rows }}
      origins={[sales, prizes, raised]}
    >
      <Stack gap={3}>
        <Hint figures>{`全年销售 ${amountText(sales.amount)}，平均每一元：`}</Hint>
        <View className={css.yuan} aria-hidden>
          {parts.map(({ name }, at) => (
            <View
              key={name}
              className={`${css.piece} ${tones[at]}`}
              style={{ width: `${shares[at] ?? 0}%` }}
            />
          ))}
        </View>
        <View role="list" aria-label="一元钱的去向">
          {parts.map(({ name, amount }, at) => (
            <View key={name} className={css.labels} role="listitem">
              <View className={css.key}>
                <View className={`${css.swatch} ${tones[at]}`} aria-hidden />
                <Text className={css.name}>{`${name} ${coinsText(shares[at] ?? 0)}`}</Text>
              </View>
              <Hint figures>{amountText(amount)}</Hint>
            </View>
          ))}
        </View>
      </Stack>
    </ChartCard>
  )
}
