import type { Hall } from '@contract/exhibition'
import { View } from '@tarojs/components'
import { goGallery } from '@/exhibition/go'
import { galleryIcon } from '@/exhibition/icons'
import { useGalleryProgress } from '@/exhibition/progress'
import { tintOf } from '@/exhibition/tints'
import { countText, type HallGallery, isShut, shutText } from '@/exhibition/view'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint, Name } from '@/shared/components/text'
import { useAge } from '@/shared/storage/settings'
import css from './gallery-list.module.scss'

/** The rooms of the plan in the order of a walk, with what each is about. */
export function GalleryList({ hall: { region, galleries } }: { hall: Hall }) {
  return (
    <Card title="展厅" flush>
      <View role="list" aria-label="展厅">
        {galleries.map((gallery) => (
          <View key={gallery.gallery} role="listitem" className={css.item}>
            <GalleryRow region={region} gallery={gallery} />
          </View>
        ))}
      </View>
    </Card>
  )
}

function GalleryRow({ region, gallery }: { region: string; gallery: HallGallery }) {
  const at = { region, gallery: gallery.gallery }
  const own = useGalleryProgress(at)
  const shut = isShut(gallery, useAge())
  const inside = (
    <>
      <View className={`${css.sign} ${tintOf(gallery.gallery)}`}>
        <Icon name={shut ? 'lock' : galleryIcon(gallery.gallery)} />
      </View>
      <Stack grow gap={1}>
        <Name>{gallery.title}</Name>
        <Hint>{shut ? shutText : gallery.about.split('\n')[0]}</Hint>
        {!shut && <Hint figures>{countText(gallery.exhibits, own)}</Hint>}
      </Stack>
      {!shut && <Icon name="next" size="s" className={css.arrow} />}
    </>
  )
  if (shut) return <View className={css.row}>{inside}</View>
  return (
    <Tap className={css.row} role="link" onTap={() => goGallery(at)}>
      {inside}
    </Tap>
  )
}
