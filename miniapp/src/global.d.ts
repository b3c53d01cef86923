/// <reference types="@tarojs/taro" />
import '@tarojs/components'

declare module '@tarojs/components/types/common' {
  /** `role` is the browser's word, `aria-role` WeChat's; both read `aria-*`. */
  interface StandardProps {
    role?: string
    tabIndex?: number
    'aria-role'?: string
    'aria-label'?: string
    'aria-hidden'?: boolean
    'aria-live'?: 'polite' | 'assertive'
    'aria-pressed'?: boolean
    'aria-checked'?: boolean
    'aria-selected'?: boolean
    'aria-expanded'?: boolean
    'aria-current'?: 'page'
    'aria-disabled'?: boolean
    'aria-modal'?: boolean
    'aria-labelledby'?: string
    'aria-setsize'?: number
    'aria-posinset'?: number
  }
}
