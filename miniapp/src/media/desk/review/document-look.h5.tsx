import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import type { DocumentLookProps } from './document-look'
import own from './looked.module.scss'

export type { DocumentLookProps }

/** In a window of its own, by the browser's reader. */
export function DocumentLook({ address }: DocumentLookProps) {
  return address === undefined ? null : (
    <View className={css.part}>
      <a className={own.link} href={address} target="_blank" rel="noreferrer">
        打开文件看
      </a>
    </View>
  )
}
