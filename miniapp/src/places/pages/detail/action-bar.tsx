import type { ShownPlace } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { ShareAction } from '@/shared/components/share-action'
import { Tap } from '@/shared/components/tap'
import { callPlace } from '@/shared/phone/call'
import { useDirections } from '../../directions/use-directions'
import { toggleFavourite, useIsFavourite } from '../../favourites'
import css from './action-bar.module.scss'

/** The four things one does with a place, where the thumb is. */
export function ActionBar({ place }: { place: ShownPlace }) {
  const favourite = useIsFavourite(place.id)
  const showWay = useDirections()
  const { phone } = place
  return (
    <View className={css.bar}>
      <Tap className={`${css.action} ${css.strong}`} onTap={() => showWay(place)}>
        <Icon name="navigate" />
        <Text>导航</Text>
      </Tap>
      <Tap
        className={css.action}
        disabled={!phone}
        label={phone ? '电话' : '电话，未登记'}
        onTap={() => callPlace(place)}
      >
        <Icon name="phone" />
        <Text>电话</Text>
      </Tap>
      <Tap className={css.action} onTap={() => toggleFavourite(place.id)}>
        <Icon name={favourite ? 'star-full' : 'star'} />
        <Text>{favourite ? '已收藏' : '收藏'}</Text>
      </Tap>
      <ShareAction name={place.name} className={css.action ?? ''} />
    </View>
  )
}
