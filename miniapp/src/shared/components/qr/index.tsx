import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { qrPicture } from './matrix'
import css from './qr.module.scss'

/**
 * A QR code, as wide as its place and no wider than a phone's scanner likes.
 * @param label what a screen reader says, e.g. 领取码
 */
export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return (
    <View className={css.paper}>
      <View
        className={css.code}
        style={{ backgroundImage: `url("${picture}")` }}
        role="img"
        aria-role="img"
        aria-label={label}
      />
    </View>
  )
}
