import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLayer } from '../../navigation/use-layer'
import { Heading } from '../heading'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { useDialogFocus } from './focus'
import css from './sheet.module.scss'

/**
 * Asks or offers something over the page, from the bottom, where the thumb is. Without `onClose` it must be
 * answered. Render it inside a Screen.
 */
export function Sheet({
  title,
  children,
  onClose,
}: {
  title: string
  children: ReactNode
  onClose?: () => void
}) {
  const id = useDialogFocus()
  useLayer(onClose)
  return (
    <View className={css.layer}>
      <View className={css.shade} onClick={onClose} catchMove aria-hidden />
      <View
        id={id}
        className={css.sheet}
        role="dialog"
        aria-role="dialog"
        aria-modal
        aria-label={title}
        tabIndex={-1}
      >
        <View className={css.head}>
          <Heading level={2} size="part">
            {title}
          </Heading>
          {onClose && (
            <Tap className={css.close} label="关闭" onTap={onClose}>
              <Icon name="close" />
            </Tap>
          )}
        </View>
        <View className={css.body}>{children}</View>
      </View>
    </View>
  )
}
