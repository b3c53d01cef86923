import { Text, View } from '@tarojs/components'
import { goAid, goSearch } from '@/places/go'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { type Finding, useFinding } from './main-links'
import css from './shortcuts.module.scss'

/** Search and the two ways in, in one row: for large type in a low window, where they would push the answer away. */
export function Shortcuts() {
  const finding: Finding = useFinding()
  return (
    <View className={css.row}>
      <Tap className={`${css.way} ${css.search}`} role="link" label="找网点、地址、编号" onTap={goSearch}>
        <Icon name="search" />
      </Tap>
      <Tap className={css.way} role="link" onTap={finding.onTap}>
        <Text>{finding.title}</Text>
      </Tap>
      <Tap className={`${css.way} ${css.aid}`} role="link" onTap={goAid}>
        <Text>需要帮助</Text>
      </Tap>
    </View>
  )
}
