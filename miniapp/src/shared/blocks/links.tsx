import { View } from '@tarojs/components'
import { Row } from '@/shared/components/row'
import type { BlockOf } from './block-of'
import css from './blocks.module.scss'

/** A place of the map, which opens its page. */
export function PlaceBlock({
  block: { place, note },
  name,
  onPlace,
}: {
  block: BlockOf<'place'>
  name: string | null
  onPlace: (place: string) => void
}) {
  return (
    <View className={css.card}>
      <Row
        first
        icon="pin"
        title={name ?? '地图上的地点'}
        text={note === '' ? undefined : note}
        onTap={() => onPlace(place)}
      />
    </View>
  )
}

/** One that was withdrawn since says so itself once it is opened. */
export function BulletinBlock({
  block: { bulletin, title },
  onBulletin,
}: {
  block: BlockOf<'bulletin'>
  onBulletin: (bulletin: string) => void
}) {
  if (title === undefined) return null
  return (
    <View className={css.card}>
      <Row first icon="document" title={title} text="公益发布" onTap={() => onBulletin(bulletin)} />
    </View>
  )
}
