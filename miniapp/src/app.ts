// Imported once in the main package: a library that only subpackages import is copied into each of them.
import '@common/zod'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { watchPrivacy } from './shared/privacy'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') watchPrivacy()
  })
  return children
}
