import { View } from '@tarojs/components'
import { phoneStore, type Shortage } from '../../storage/storage'
import { useStore } from '../../storage/store'
import { Notice } from './notice'

/** One quiet line where this phone cannot keep what it was given: it works until the program is closed. */
export function StorageNotice() {
  const shortage = useStore(phoneStore.shortage)
  // A View of its own: in WeChat a child that appears sends all its siblings anew.
  return <View>{shortage && <Notice tone="doubt">{shortageText(shortage)}</Notice>}</View>
}

function shortageText(shortage: Shortage): string {
  if (shortage.cause === 'full') return `手机存储已满，没有存下${shortage.lost.join('、')}，关闭后就没有了`
  return process.env.TARO_ENV === 'h5'
    ? '浏览器不允许保存数据，收藏、设置和登录关闭后不保留'
    : '手机不能保存数据，收藏、设置和登录关闭后不保留'
}
