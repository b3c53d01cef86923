import { Text, View } from '@tarojs/components'
import { Tap } from '@/shared/components/tap'
import css from './tabs.module.scss'

export type TabOf<T extends string> = { value: T; label: string; count?: number | string }

/** Parts of one list, each with how many it holds. */
export function Tabs<T extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string
  tabs: readonly TabOf<T>[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <View className={css.tabs} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <Tap
          key={tab.value}
          className={`${css.tab} ${tab.value === value ? css.on : ''}`}
          role="tab"
          current={tab.value === value}
          onTap={() => onChange(tab.value)}
        >
          <Text>{tab.label}</Text>
          {tab.count !== undefined && <Text className={css.count}>{tab.count}</Text>}
        </Tap>
      ))}
    </View>
  )
}
