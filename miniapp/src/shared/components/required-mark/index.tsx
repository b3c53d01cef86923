import { Text } from '@tarojs/components'
import css from './required-mark.module.scss'

/** Beside the name of what has to be filled in; a screen reader hears it in the field’s own name. */
export function RequiredMark() {
  return (
    <Text className={css.mark} aria-hidden>
      *
    </Text>
  )
}
