import type { FundYear } from '@functions/exhibition/contract/fund'
import { View } from '@tarojs/components'
import { Row } from '@/shared/components/row'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { Bar } from './bar'
import { ChartCard } from './chart-card'
import { amountText, exactText, spentOf } from './money'
import { originCells } from './sources'

export type PlaceLinks = {
  /** Null for a place that this phone does not know: it is left out. */
  nameOf: (place: string) => string | null
  onPlace: (place: string) => void
}

/** What the city spent it on, down to what stands on the map. */
export function Uses({ year, nameOf, onPlace }: { year: FundYear } & PlaceLinks) {
  const { uses } = year
  const most = Math.max(0, ...uses.map(({ amount }) => amount))
  const rows = uses.map((use) => [use.title, exactText(use.amount), use.about, ...originCells(use)])
  return (
    <ChartCard
      title={`本市用了 ${amountText(spentOf(year))}`}
      table={{ columns: ['用在', '万元', '说明', '来源', '日期'], rows }}
      origins={uses}
    >
      <Stack gap={4}>
        {uses.map(({ id, title, about, amount, places }) => (
          <View key={id}>
            <Bar name={title} value={amountText(amount)} {...{ amount, most }} />
            {about !== '' && <Hint>{about}</Hint>}
            {places.map((place) => {
              const name = nameOf(place)
              return name === null ? null : (
                <Row
                  key={place}
                  first
                  icon="project"
                  title={name}
                  text="在地图上"
                  onTap={() => onPlace(place)}
                />
              )
            })}
          </View>
        ))}
      </Stack>
    </ChartCard>
  )
}
