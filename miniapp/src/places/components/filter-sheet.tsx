import { dayOf } from '@common/day'
import { View } from '@tarojs/components'
import { useCity } from '@/shared/city'
import { Button } from '@/shared/components/button'
import { Chip } from '@/shared/components/chip'
import { Heading } from '@/shared/components/heading'
import { Sheet } from '@/shared/components/sheet'
import { Stack, Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useAge } from '@/shared/storage/settings'
import {
  amenityOptions,
  type ChipOption,
  type Choice,
  kindOptions,
  noChoice,
  offered,
  openOption,
  roleOptions,
  withoutSelling,
} from '../choice'
import { useWordsInUse } from '../words-in-use'
import css from './filter-sheet.module.scss'

/** Every chip there is, in groups. `count` is how many places answer the choice as it stands. */
export function FilterSheet({
  choice,
  count,
  now,
  onChoice,
  onClose,
}: {
  choice: Choice
  count: number
  now: number
  onChoice: (choice: Choice) => void
  onClose: () => void
}) {
  const minor = useAge() === 'minor'
  const had = useWordsInUse()
  const city = useCity()
  const name = city.status === 'ready' ? city.region.name : ''
  const group = (title: string, all: ChipOption[]) => {
    const { shown, missing } = offered(minor ? withoutSelling(all) : all, had)
    return (
      <View role="group" aria-label={title}>
        <Heading level={3} className={css.title}>
          {title}
        </Heading>
        <Wrap>
          {shown.map((option) => (
            <Chip key={option.key} on={option.pressed} onTap={() => onChoice(option.next)}>
              {option.text}
            </Chip>
          ))}
        </Wrap>
        {missing.length > 0 && (
          <Hint>
            {name}还没有：{missing.join('、')}
          </Hint>
        )}
      </View>
    )
  }
  return (
    <Sheet title="筛选" onClose={onClose}>
      <Stack gap={4}>
        {group('时间', [openOption(choice)])}
        {group('服务', roleOptions(choice, dayOf(now)))}
        {group('设施（都要有）', amenityOptions(choice))}
        {group('地点类型（任一种）', kindOptions(choice))}
      </Stack>
      <View className={css.end}>
        <Button tone="quiet" onTap={() => onChoice(noChoice)}>
          清空
        </Button>
        <View className={css.show}>
          <Button tone="primary" block onTap={onClose}>
            {count === 0 ? '没有符合的地点' : `看这 ${count} 处`}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
