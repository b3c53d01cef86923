import { Text, View } from '@tarojs/components'
import css from './rational-play.module.scss'

/** 彩票管理条例 wants both on every lottery page. */
export function RationalPlay() {
  return (
    <View className={css.lines} role="note">
      <Text>多人少买，寓募于乐；量力而行，理性购彩</Text>
      <Text>未满 18 周岁的未成年人不得购买彩票和兑奖</Text>
    </View>
  )
}
