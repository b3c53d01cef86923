import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { chooseCity, useCity } from '@/shared/city'
import { Icon } from '@/shared/components/icon'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Screen } from '@/shared/components/screen'
import { Select } from '@/shared/components/select'
import { Tap } from '@/shared/components/tap'
import { openPage, replacePage } from '@/shared/navigation'
import { useMe } from '@/shared/session'
import { useElder } from '@/shared/settings'
import { type Desk, type DeskPageName, doors, doorsFor, useDesk } from '../desk'
import css from './desk-page.module.scss'
import { NoPower } from './no-power'

/**
 * The frame of every page of the desk. Whoever is not logged in, is no staff, or lacks the power, is told who can let
 * them in. On a desktop all pages that one may use stand at the side.
 */
export function DeskPage({
  page,
  title = titleOf(page),
  actions,
  over,
  children,
}: {
  page: DeskPageName
  title?: string
  actions?: (desk: Desk) => ReactNode
  over?: ReactNode
  children: (desk: Desk) => ReactNode
}) {
  const me = useMe()
  const desk = useDesk()
  const elder = useElder()
  const power = doors.find((door) => door.page === page)?.power ?? null
  const isBarred = desk === null || (power !== null && !desk.powers.includes(power))
  if (!me) {
    return (
      <Screen title={title}>
        <LoginNeeded text="市福彩中心的同事登录后，在这里办公。" />
      </Screen>
    )
  }
  if (isBarred) {
    return (
      <Screen title={title}>
        <NoPower me={me} power={power} isStaff={desk !== null} />
      </Screen>
    )
  }
  return (
    <Screen title={title} wide actions={actions?.(desk)} over={over}>
      <View className={`${css.frame} ${elder ? '' : css.dense}`}>
        <Side desk={desk} page={page} />
        <View className={css.content}>{children(desk)}</View>
      </View>
    </Screen>
  )
}

const titleOf = (page: DeskPageName): string => doors.find((door) => door.page === page)?.title ?? ''

/** From page to page without piling them up: the way back leads out of the desk. */
export function goDesk(page: DeskPageName, replace = false): void {
  const door = doors.find((one) => one.page === page)
  if (!door) return
  const url = `/${door.path}/index`
  if (replace) replacePage(url)
  else openPage(url)
}

function Side({ desk, page }: { desk: Desk; page: DeskPageName }) {
  return (
    <View className={css.side} role="navigation" aria-label="工作台">
      <CityOf desk={desk} />
      {doorsFor(desk.powers).map((door) => (
        <Tap
          key={door.page}
          className={`${css.door} ${door.page === page ? css.current : ''}`}
          role="link"
          current={door.page === page}
          onTap={() => door.page !== page && goDesk(door.page, true)}
        >
          <Icon name={door.icon} size="s" />
          <Text>{door.title}</Text>
        </Tap>
      ))}
    </View>
  )
}

/** The city's name; a choice for whoever works for several. */
export function CityOf({ desk: { region, cities } }: { desk: Desk }) {
  const { regions } = useCity()
  const nameOf = (adcode: string) => regions.find((one) => one.adcode === adcode)?.name ?? adcode
  if (cities.length === 1) return <Text className={css.city}>{nameOf(region)}市福彩中心</Text>
  return (
    <View className={css.cities}>
      <Select
        label="城市"
        options={cities.map((value) => ({ value, label: nameOf(value) }))}
        value={region}
        onChange={chooseCity}
      />
    </View>
  )
}

/** Escape puts away what is open beside the table. A dialog over the page has its own. */
export function useEscape(close: (() => void) | null): void {
  useEffect(() => {
    if (!close || process.env.TARO_ENV === 'weapp') return
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !document.querySelector('[role="dialog"]')) close?.()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [close])
}
