import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { LoginNeeded } from '@/shared/components/login-needed'
import { PageTitle, Screen } from '@/shared/components/screen'
import { Stack } from '@/shared/components/stack'
import { useMe } from '@/shared/session/session'
import { useElder } from '@/shared/storage/settings'
import { type Desk, useDesk } from '../desk'
import { opensFor } from '../registration'
import { deskPage } from '../registry'
import { DeskBar } from './bar'
import css from './frame.module.scss'
import { Navigation } from './navigation'
import { NoPower } from './no-power'

/**
 * The frame of every page of the desk. Without a login, a staff role or the power, it says who can give
 * access. On a desktop all pages that one may use stand at the side, on a phone in a menu.
 * @param path the page's own, as its domain registered it, or that of the page it stands under
 * @param isUnder it stands under that page, which the navigation leads back to
 */
export function DeskPage({
  path,
  title = deskPage(path).title,
  over,
  isUnder = false,
  children,
}: {
  path: string
  title?: string
  over?: ReactNode
  isUnder?: boolean
  children: (desk: Desk) => ReactNode
}) {
  const me = useMe()
  const desk = useDesk()
  const elder = useElder()
  const { powers } = deskPage(path)
  if (!me) {
    return (
      <Screen title={title}>
        <LoginNeeded text="市福彩中心的同事登录后，在这里办公。" />
      </Screen>
    )
  }
  if (desk === null || !opensFor(powers, desk.powers)) {
    return (
      <Screen title={title}>
        <NoPower me={me} powers={powers} isStaff={desk !== null} />
      </Screen>
    )
  }
  return (
    <Screen title={title} wide over={over} head={<DeskBar desk={desk} path={path} isUnder={isUnder} />}>
      <View className={`${css.frame} ${elder ? '' : css.dense}`}>
        <View className={css.side} role="navigation" aria-label="工作台">
          <Navigation desk={desk} path={path} isUnder={isUnder} />
        </View>
        <Stack grow>
          <PageTitle className={css.title} takesFocus>
            {title}
          </PageTitle>
          {children(desk)}
        </Stack>
      </View>
    </Screen>
  )
}
