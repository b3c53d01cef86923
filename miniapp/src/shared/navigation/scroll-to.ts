import Taro from '@tarojs/taro'

/** WeChat: brings what has this id to the top of the window. */
export function scrollToId(id: string, _block?: 'start' | 'end'): void {
  Taro.pageScrollTo({ selector: `#${id}` }).catch(() => {})
}
