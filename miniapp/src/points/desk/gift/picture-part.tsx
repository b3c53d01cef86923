import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Picture } from '@/shared/components/picture'
import { ResultLine } from '@/shared/components/result-line'
import own from './gift.module.scss'
import type { PicturePartProps } from './picture-props'

/** WeChat: the picture that citizens see; another is uploaded in a browser. */
export function PicturePart({ gift }: PicturePartProps) {
  return (
    <View className={own.picture}>
      <View className={own.photo}>
        <Picture path={gift.picture} label={gift.picture ? `${gift.name}的图片` : '还没有图片'} />
      </View>
      <View className={css.grow}>
        <ResultLine tone="waiting">加图片、换图片要用浏览器打开福驿，电脑上最方便。</ResultLine>
      </View>
    </View>
  )
}
