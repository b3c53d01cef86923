import { Text } from '@tarojs/components'
import { openPage } from '../../navigation/navigation'
import { Icon } from '../icon'
import { Tap } from '../tap'
import css from './centre-line.module.scss'

/** `请联系市福彩中心`, `把编号读给市福彩中心`, `联系你所在城市的福利彩票中心`: somebody is sent there. */
const sendsToCentre = /(联系|告诉|读给)[^。，]*(福彩中心|福利彩票中心)/

export const goCentre = (): void => openPage('/about/contact/index')

/** Under a text that sends somebody to the city's centre: the way to its telephone and address. Nothing under others. */
export function CentreLine({ under }: { under: string }) {
  if (!sendsToCentre.test(under)) return null
  return (
    <Tap className={css.line} role="link" onTap={goCentre}>
      <Icon name="phone" size="s" />
      <Text className={css.words}>市福彩中心的电话和地址</Text>
      <Icon name="next" size="s" />
    </Tap>
  )
}
