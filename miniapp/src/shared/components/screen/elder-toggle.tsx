import { Text } from '@tarojs/components'
import { settings, useElder } from '../../storage/settings'
import { Icon } from '../icon'
import { Tap } from '../tap'
import css from './elder-toggle.module.scss'

/** On every tab, in the same corner: larger letters, at once. */
export function ElderToggle() {
  const elder = useElder()
  return (
    <Tap
      className={css.toggle}
      role="switch"
      checked={elder}
      label="大字版"
      onTap={() => settings.elder.set(!elder)}
    >
      <Icon name="large" size="s" />
      <Text>{elder ? '标准版' : '大字版'}</Text>
    </Tap>
  )
}
