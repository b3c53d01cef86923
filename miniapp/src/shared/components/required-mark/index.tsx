import { Text } from '@tarojs/components'
import css from './required-mark.module.scss'

/** Beside the name of what has to be filled in; who hears the page is told by the field's own name. */
export function RequiredMark() {
  return (
    <Text className={css.mark} aria-hidden>
      *
    </Text>
  )
}
