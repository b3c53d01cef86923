import { View } from '@tarojs/components'
import { Hint } from '@/shared/components/text'
import { placeText } from '../../view'
import css from './exhibit.module.scss'

/** More would be smaller than one can count. */
const mostDots = 10

/** Where one stands among the exhibits of the gallery, as marks and in words. */
export function PlaceLine({ gallery, at, count }: { gallery: string; at: number; count: number }) {
  return (
    <View className={css.place}>
      {count <= mostDots && (
        <View className={css.dots} aria-hidden>
          {Array.from({ length: count }, (_, one) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no other name
            <View key={one} className={`${css.dot} ${one === at ? css.here : ''}`} />
          ))}
        </View>
      )}
      <Hint figures>{`${gallery} · ${placeText(at, count)}`}</Hint>
    </View>
  )
}
