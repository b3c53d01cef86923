import { View } from '@tarojs/components'
import { Tap } from '../tap'
import css from './switch.module.scss'

/** On or off, at once. The knob's place and a tick say which, not the colour alone. */
export function Switch({
  on,
  onChange,
  label,
}: {
  on: boolean
  onChange: (on: boolean) => void
  label: string
}) {
  return (
    <Tap className={css.tap} role="switch" checked={on} label={label} onTap={() => onChange(!on)}>
      <View className={`${css.track} ${on ? css.on : ''}`}>
        <View className={css.knob} />
      </View>
    </Tap>
  )
}
