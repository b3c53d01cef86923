import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { DemoMark } from '../../city/components/demo-mark'
import { pageShown } from '../../navigation/navigation'
import { useElder } from '../../storage/settings'
import { PrivacySheet } from '../privacy-sheet'
import { BackCatcher } from './back-catcher'
import { ElderToggle } from './elder-toggle'
import { OfflineNotice } from './offline-notice'
import { RationalPlay } from './rational-play'
import css from './screen.module.scss'
import { type SkipLink, SkipLinks } from './skip-links'
import { StorageNotice } from './storage-notice'
import { TabBar, type TabName } from './tab-bar'
import { TopBar } from './top-bar'

export { Notice } from './notice'
export { PageTitle } from './page-title'

/**
 * The frame of every page: type size and theme, the bar on top, what must be said at the foot, the tabs.
 *
 * In the browser the bar on top carries the title and the way back; in WeChat its own navigation bar does, and ours
 * appears on tab pages alone, for the city and the elder switch.
 *
 * What comes and goes has a View of its own: in WeChat a child that appears sends all its siblings anew.
 */
export function Screen({
  title,
  tab,
  lead,
  notice,
  children,
  actions,
  lottery = false,
  saysStorage = tab !== undefined,
  fill = false,
  wide = false,
  over,
  skips,
  head,
  ground = '',
}: {
  title: string
  /** Makes it a tab page: tabs below, no way back, the elder switch on top. */
  tab?: TabName
  /** At the start of a tab page's top bar, e.g. the city. */
  lead?: ReactNode
  /**
   * One quiet line under the top bar of a page that shows the city's data: offline and how old. In the browser the bar itself says that
   * they are a demonstration. Where the network is gone every page says so.
   */
  notice?: ReactNode
  children: ReactNode
  /** What the thumb reaches: stays at the bottom. */
  actions?: ReactNode
  /** The rational-play line and the under-18 notice close the page, as the law wants of every lottery page. */
  lottery?: boolean
  /** Says where this phone cannot keep what it is given; tab pages do. */
  saysStorage?: boolean
  /** Content fills the space between the bars and scrolls by itself (the map, whose list ends with those lines). */
  fill?: boolean
  /** Uses the whole width of a desktop window instead of a column. */
  wide?: boolean
  /** Sheets and whatever else lies over the page. */
  over?: ReactNode
  /** For the keyboard: where else on this page one may want to be at once. */
  skips?: readonly SkipLink[]
  /** In the place of the bar on top; it holds a PageTitle then, or the content does. */
  head?: ReactNode
  /** A class that gives the screen another paper. */
  ground?: string
}) {
  const elder = useElder()
  useEffect(pageShown, [])
  useDidShow(pageShown)
  const shape = `${fill ? css.fill : ''} ${wide ? css.wide : ''} ${ground}`
  return (
    <View className={`screen ${elder ? 'elder' : ''} ${css.screen} ${shape}`}>
      <SkipLinks tab={tab !== undefined} more={skips} />
      {head ?? (
        <TopBar title={title} back={!tab} lead={lead} end={tab ? <ElderToggle /> : notice && <DemoMark />} />
      )}
      <View>{notice ?? <OfflineNotice />}</View>
      {saysStorage && <StorageNotice />}
      <View className={css.main} role="main" tabIndex={-1}>
        {children}
        {lottery && !fill && <RationalPlay />}
      </View>
      {(actions || tab) && (
        <View className={css.bottom}>
          {actions && <View className={css.actions}>{actions}</View>}
          {tab && <TabBar current={tab} />}
        </View>
      )}
      <View>
        {over}
        <PrivacySheet />
        <BackCatcher />
      </View>
    </View>
  )
}
