import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Picture } from '@/shared/components/picture'
import { ResultLine } from '@/shared/components/result-line'
import { Uploaded } from '../proposals/proposed-picture'
import own from './gift.module.scss'
import type { PicturePartProps } from './picture-props'
import { useIsGone, useWaitingPicture } from './pictures'

/** WeChat: the picture that citizens see; another is uploaded in a browser. */
export function PicturePart({ desk, gift }: PicturePartProps) {
  const waiting = useWaitingPicture(desk, gift.id)
  const isGone = useIsGone(gift)
  return (
    <View className={own.picture}>
      <View className={own.photo}>
        <Picture path={gift.picture} label={gift.picture ? `${gift.name}的图片` : '还没有图片'} />
      </View>
      {waiting?.media && <Uploaded title="等复核的新图片" id={waiting.media} />}
      <View className={css.grow}>
        {isGone && <ResultLine tone="wrong">这张图片没有通过，市民看到的是一张图画。</ResultLine>}
        <ResultLine tone="waiting">加图片、换图片要用浏览器打开福驿，电脑上最方便。</ResultLine>
      </View>
    </View>
  )
}
