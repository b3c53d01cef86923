import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { guarded } from '@/shared/navigation/leave-guard'
import { openPage } from '@/shared/navigation/navigation'
import type { Desk } from '../desk'
import { navigationFor } from '../registry'
import css from './frame.module.scss'

/** The pages that one may use, in their groups. Each is opened over the one before, so that Back leads there. */
export function Navigation({
  desk,
  path,
  isUnder,
  onOpen,
}: {
  desk: Desk
  path: string
  /** The page one is on stands under that of the path. */
  isUnder: boolean
  /** A page was chosen: what holds the navigation may close. */
  onOpen?: () => void
}) {
  return (
    <>
      {navigationFor(desk.powers).map(({ group, pages }) => (
        <View key={group} className={css.group} role="group" aria-label={group}>
          <Text className={css.groupName} aria-hidden>
            {group}
          </Text>
          {pages.map((page) => (
            <Tap
              key={page.path}
              className={`${css.pageLink} ${page.path === path ? css.current : ''}`}
              role="link"
              current={page.path === path}
              onTap={() =>
                guarded(() => {
                  onOpen?.()
                  if (page.path !== path || isUnder) openPage(`/${page.path}/index`)
                })
              }
            >
              <Icon name={page.icon} size="s" />
              <Text>{page.title}</Text>
            </Tap>
          ))}
        </View>
      ))}
    </>
  )
}
