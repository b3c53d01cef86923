import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { ShareAction } from '@/shared/components/share-action'
import { Tap } from '@/shared/components/tap'
import { favourites, useIsFavourite } from '../../favourites'
import type { ExhibitAt } from '../../go'
import css from './exhibit.module.scss'

/** What one does with an exhibit that one likes: keep it, or show it to somebody. */
export function Keeping({ at, title }: { at: ExhibitAt; title: string }) {
  const isKept = useIsFavourite(at)
  return (
    <View className={css.keeping}>
      <Tap className={css.keep} onTap={() => favourites.toggle({ ...at, title })}>
        <Icon name={isKept ? 'star-full' : 'star'} />
        <Text>{isKept ? '已收藏' : '收藏'}</Text>
      </Tap>
      <ShareAction name={title} className={css.keep ?? ''} />
    </View>
  )
}
