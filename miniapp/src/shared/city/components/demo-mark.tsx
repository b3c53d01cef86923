import { Text } from '@tarojs/components'
import { useIsOffline } from '@/shared/platform/offline-state'
import { useCity } from '..'
import css from './demo-mark.module.scss'

/**
 * Says in the bar on top that the city is a demonstration: a line of its own would push down what one is reading when the city has
 * come. The notice of one who is offline says it as well.
 */
export function DemoMark() {
  const city = useCity()
  const isOffline = useIsOffline()
  if (city.status !== 'ready' || !city.region.demo || city.offline || isOffline) return null
  return <Text className={css.mark}>演示数据</Text>
}
