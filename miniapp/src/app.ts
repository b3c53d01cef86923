// Imported once in the main package: a library that only subpackages import is copied into each of them.
import '@common/zod'
import { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { forgetOthersSeen } from '@/shared/query/own-seen'
import { sendWaitingReports } from './places/reports'
import { clearOldPickups } from './points/pickups-day'
import { movedTo } from './shared/navigation/moved-pages'
import { openTab, replacePage, watchNavigation } from './shared/navigation/navigation'
import { standInForAbsent } from './shared/platform/absent-apis'
import { registerServiceWorker } from './shared/platform/offline'
import { watchPrivacy } from './shared/platform/privacy'
import { syncAgeAnswer } from './shared/session/age-answer'
import { followSession } from './shared/session/follow-session'
import './app.scss'

if (process.env.TARO_ENV === 'weapp') standInForAbsent()
// Before the router listens to the browser's Back.
watchNavigation()

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') watchPrivacy()
    else registerServiceWorker()
    followSession()
    syncAgeAnswer()
    clearOldPickups()
    forgetOthersSeen()
    sendWaitingReports()
  })
  // An old link leads to where its page is now, or home, never to an empty page.
  usePageNotFound(({ path, query }) => {
    const url = movedTo(path, query)
    if (url) replacePage(url)
    else openTab('home')
  })
  return children
}
