import { Text, View } from '@tarojs/components'
import { openTab } from '../../navigation'
import { Icon, type IconName } from '../icon'
import { Tap } from '../tap'
import css from './tab-bar.module.scss'

const tabs = [
  { name: 'home', text: '首页' },
  { name: 'map', text: '地图' },
  { name: 'points', text: '积分' },
  { name: 'me', text: '我的' },
] as const satisfies readonly { name: IconName; text: string }[]

export type TabName = (typeof tabs)[number]['name']

export function TabBar({ current }: { current: TabName }) {
  return (
    <View className={css.bar} role="navigation" aria-label="主导航">
      {tabs.map(({ name, text }) => (
        <Tap
          key={name}
          className={`${css.tab} ${name === current ? css.current : ''}`}
          role="link"
          current={name === current}
          onTap={() => name !== current && openTab(name)}
        >
          <Icon name={name} />
          <Text className={css.word}>{text}</Text>
        </Tap>
      ))}
    </View>
  )
}
