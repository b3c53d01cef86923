import { Text, View } from '@tarojs/components'
import { openTab } from '../../navigation/navigation'
import { Icon, type IconName } from '../icon'
import { Tap } from '../tap'
import css from './tab-bar.module.scss'

const tabs = [
  { name: 'home', icon: 'home', text: '首页' },
  { name: 'map', icon: 'map', text: '地图' },
  { name: 'hall', icon: 'exhibition', text: '展馆' },
  { name: 'points', icon: 'points', text: '积分' },
  { name: 'me', icon: 'me', text: '我的' },
] as const satisfies readonly { name: string; icon: IconName; text: string }[]

export type TabName = (typeof tabs)[number]['name']

export function TabBar({ current }: { current: TabName }) {
  return (
    <View className={css.bar} role="navigation" aria-label="主导航">
      {tabs.map(({ name, icon, text }) => (
        <Tap
          key={name}
          className={`${css.tab} ${name === current ? css.current : ''}`}
          role="link"
          current={name === current}
          onTap={() => name !== current && openTab(name)}
        >
          <Icon name={icon} />
          <Text className={css.word}>{text}</Text>
        </Tap>
      ))}
    </View>
  )
}
