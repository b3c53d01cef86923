import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { FailureLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { guarded } from '@/shared/navigation/leave-guard'
import { openTab } from '@/shared/navigation/navigation'
import { useAction } from '@/shared/query/use-action'
import { personNoText } from '@/shared/session/person-no'
import { powerName } from '@/shared/session/role-names'
import { session } from '@/shared/session/session'
import { Facts } from '../components/facts'
import type { Desk } from '../desk'
import { NameForm } from '../persons/name-form'
import css from './frame.module.scss'

/** Who sits here: number, internal name and powers; the way out. */
export function OneSelf({
  desk,
  onDirty,
  onDone,
}: {
  desk: Desk
  onDirty: (isDirty: boolean) => void
  onDone: () => void
}) {
  const [isNaming, setNaming] = useState(false)
  const leaving = useAction(session.logout)
  const { id, no, names } = desk.me
  const name = names?.[desk.region]
  return (
    <View className={css.oneSelf}>
      <Facts
        facts={[
          ['我的编号', personNoText(no)],
          ['内部称呼', name ?? '还没有，同事只看到编号'],
          ['权限', desk.powers.map(powerName).join('、')],
        ]}
      />
      {isNaming && (
        <NameForm desk={desk} person={{ id, name }} onDirty={onDirty} onNamed={() => void session.look()} />
      )}
      <FailureLine failure={leaving.failure} />
      <Wrap>
        {!isNaming && (
          <Button icon="edit" onTap={() => setNaming(true)}>
            {name ? '改称呼' : '起个内部称呼'}
          </Button>
        )}
        <Button
          icon="me"
          onTap={() =>
            guarded(() => {
              onDone()
              openTab('me')
            })
          }
        >
          回到“我的”
        </Button>
        <Button icon="logout" disabled={leaving.busy} onTap={() => guarded(() => void leaving.run())}>
          {leaving.busy ? '正在退出' : '退出登录'}
        </Button>
      </Wrap>
    </View>
  )
}
