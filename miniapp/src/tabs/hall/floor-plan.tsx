import { galleryKindOf, type Hall } from '@contract/exhibition'
import { Text, View } from '@tarojs/components'
import { goGallery } from '@/exhibition/go'
import { galleryIcon } from '@/exhibition/icons'
import { useGalleryProgress } from '@/exhibition/progress'
import { tintOf } from '@/exhibition/tints'
import { countText, type GalleryKind, type HallGallery, isShut, shutText } from '@/exhibition/view'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { useAge } from '@/shared/storage/settings'
import css from './floor-plan.module.scss'
import './plan.scss'

const places: Readonly<Record<GalleryKind, string | undefined>> = {
  history: css.history,
  games: css.games,
  footprints: css.footprints,
  stories: css.stories,
  stations: css.stations,
  rational: css.rational,
}

/** The hall from above (icons/drawings.ts): six rooms along a walk, each of which opens. A gallery without a room is in the list alone. */
export function FloorPlan({ hall: { region, galleries } }: { hall: Hall }) {
  return (
    <View className={css.plan} role="group" aria-label="展馆平面图">
      <View className={`${css.layer} ${css.things} plan-things`} aria-hidden />
      {galleries.map((gallery) => {
        const kind = galleryKindOf(gallery.gallery)
        return kind === 'other' ? null : (
          <Room key={kind} region={region} gallery={gallery} place={places[kind] ?? ''} />
        )
      })}
      <View className={`${css.layer} ${css.walls} plan-walls`} aria-hidden />
      <View className={`${css.layer} ${css.walk} plan-walk`} aria-hidden />
      <View className={css.entrance}>
        <Text>入口</Text>
      </View>
    </View>
  )
}

function Room({ region, gallery, place }: { region: string; gallery: HallGallery; place: string }) {
  const at = { region, gallery: gallery.gallery }
  const own = useGalleryProgress(at)
  const shut = isShut(gallery, useAge())
  const look = `${css.room} ${place} ${tintOf(gallery.gallery)}`
  const inside = (
    <>
      <Icon name={shut ? 'lock' : galleryIcon(gallery.gallery)} />
      <Text className={css.name}>{gallery.title}</Text>
      <Text className={css.count}>{shut ? '未开放' : `${gallery.exhibits.length} 件`}</Text>
    </>
  )
  if (shut)
    return (
      <View className={look} role="note" aria-label={`${gallery.title}，${shutText}`}>
        {inside}
      </View>
    )
  return (
    <Tap
      className={look}
      role="link"
      label={`${gallery.title}，${countText(gallery.exhibits, own)}`}
      onTap={() => goGallery(at)}
    >
      {inside}
    </Tap>
  )
}
