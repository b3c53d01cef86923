import type { BulletinCard } from '@functions/exhibition/contract/bulletins'
import { Text, View } from '@tarojs/components'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { goBulletin } from '../../go'
import css from './bulletins.module.scss'

type Hung = { id: string; year: number; award: string; who: string }

/** Honours as plaques on a wall, year by year. */
export function HonoursWall({ honours }: { honours: readonly BulletinCard[] }) {
  const all = honours.map(
    ({ id, title, date, honour }): Hung => ({
      id,
      year: honour?.year ?? Number(date.slice(0, 4)),
      award: honour?.award ?? title,
      who: honour?.who ?? '',
    }),
  )
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a)
  return (
    <Stack gap={4}>
      {years.map((year) => (
        <Stack key={year} gap={3}>
          <Heading level={2} className={css.number}>
            {`${year} 年`}
          </Heading>
          <View role="list" aria-label={`${year} 年的荣誉`} className={css.plaques}>
            {all
              .filter((one) => one.year === year)
              .map(({ id, award, who }) => (
                <View key={id} role="listitem">
                  <Tap className={css.plaque} onTap={() => goBulletin(id)}>
                    <Icon name="star-full" className={css.star} />
                    <Text className={css.award}>{award}</Text>
                    {who !== '' && <Text className={css.who}>{who}</Text>}
                  </Tap>
                </View>
              ))}
          </View>
        </Stack>
      ))}
    </Stack>
  )
}
