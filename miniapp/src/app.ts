// Imported once in the main package: a library that only subpackages import is copied into each of them.
import '@common/zod'
import { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { forgetOthersSeen } from './points/own-seen'
import { clearOldPickups } from './points/pickups-day'
import { standInForAbsent } from './shared/absent-apis'
import { keepAgeTold } from './shared/age-told'
import { followSession } from './shared/follow-session'
import { openTab, watchNavigation } from './shared/navigation'
import { keepProgram } from './shared/offline'
import { watchPrivacy } from './shared/privacy'
import './app.scss'

if (process.env.TARO_ENV === 'weapp') standInForAbsent()
// Before the router listens to the browser's Back.
watchNavigation()

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') watchPrivacy()
    else keepProgram()
    followSession()
    keepAgeTold()
    clearOldPickups()
    forgetOthersSeen()
  })
  // An old link leads home, not to an empty page.
  usePageNotFound(() => openTab('home'))
  return children
}
