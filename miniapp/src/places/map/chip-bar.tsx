import { dayOf } from '@common/day'
import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Chip } from '@/shared/components/chip'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { type Choice, countOf, offered, pressedKeys, quickOptions } from '../choice'
import { goSearch } from '../go'
import { useWordsInUse } from '../words-in-use'
import css from './chip-bar.module.scss'

/** One row over the map: search, all filters, and what people ask for most. */
export function ChipBar({
  choice,
  only,
  now,
  onChoice,
  onMore,
  onAll,
}: {
  choice: Choice
  /** Some places alone: what the chip says that undoes it. */
  only: string | null
  now: number
  onChoice: (choice: Choice) => void
  onMore: () => void
  onAll: () => void
}) {
  const count = countOf(choice)
  const had = useWordsInUse()
  // What was chosen elsewhere comes to the front; what is pressed here stays under the finger.
  const pressedHere = useRef(choice)
  const [first, setFirst] = useState(() => pressedKeys(choice))
  useEffect(() => {
    if (choice !== pressedHere.current) setFirst(pressedKeys(choice))
  }, [choice])
  function press(next: Choice): void {
    pressedHere.current = next
    onChoice(next)
  }
  return (
    // Another order is another row: it begins at its start.
    <ScrollView key={first.join()} className={css.bar} scrollX enableFlex showScrollbar={false}>
      <View className={css.row} role="group" aria-label="筛选">
        <Tap className={css.tool} label="搜索" onTap={goSearch}>
          <Icon name="search" size="s" />
        </Tap>
        <Tap className={css.tool} label={count > 0 ? `筛选${count} 项` : '筛选'} onTap={onMore}>
          <Icon name="filter" size="s" />
          <Text>筛选</Text>
          {count > 0 && <Text className={css.count}>{count}</Text>}
        </Tap>
        {only !== null && (
          <Chip on onTap={onAll}>
            {only}
          </Chip>
        )}
        {offered(quickOptions(choice, dayOf(now), first), had).shown.map((option) => (
          <Chip key={option.key} on={option.pressed} onTap={() => press(option.next)}>
            {option.text}
          </Chip>
        ))}
      </View>
    </ScrollView>
  )
}
