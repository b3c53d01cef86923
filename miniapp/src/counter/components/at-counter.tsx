import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Row } from '@/shared/components/row'
import { Screen } from '@/shared/components/screen'
import { Tap } from '@/shared/components/tap'
import { useMe } from '@/shared/session/session'
import { chooseOutlet, useOutletName, useOutlets } from '../use-outlet'
import css from './at-counter.module.scss'
import { NoCounter } from './no-counter'

type Parts = { children: ReactNode; actions?: ReactNode; over?: ReactNode }

/**
 * The frame of every page behind a counter. Whoever is not logged in, has no outlet, or has several and has not said
 * which, reads that instead.
 */
export function AtCounter({ title, page }: { title: string; page: (outlet: string) => ReactNode }) {
  const me = useMe()
  const { outlets, outlet } = useOutlets()
  if (!me) {
    return (
      <Screen title={title}>
        <LoginNeeded text="网点的人登录后，可以交付礼品、显示打卡码。" />
      </Screen>
    )
  }
  if (outlets.length === 0) {
    return (
      <Screen title={title}>
        <NoCounter no={me.no} />
      </Screen>
    )
  }
  if (outlet === null) {
    return (
      <Screen title={title}>
        <View className={css.page}>
          <Card title="你在哪个网点" flush>
            {outlets.map((id, n) => (
              <OutletRow key={id} id={id} first={n === 0} />
            ))}
          </Card>
        </View>
      </Screen>
    )
  }
  return page(outlet)
}

/** A page of one counter: its name on top, and the way to another. */
export function CounterScreen({
  title,
  outlet,
  children,
  actions,
  over,
}: Parts & { title: string; outlet: string }) {
  const name = useOutletName(outlet)
  const { outlets } = useOutlets()
  return (
    <Screen title={title} actions={actions} over={over}>
      <View className={css.page}>
        <View className={css.outlet}>
          <Icon name="outlet" size="s" />
          <Text className={css.name}>{name}</Text>
          {outlets.length > 1 && (
            <Tap className={css.change} label={`${name}，换一个网点`} onTap={() => chooseOutlet(null)}>
              <Text>换一个</Text>
            </Tap>
          )}
        </View>
        {children}
      </View>
    </Screen>
  )
}

function OutletRow({ id, first }: { id: string; first: boolean }) {
  const name = useOutletName(id)
  return <Row first={first} icon="outlet" title={name} onTap={() => chooseOutlet(id)} />
}
