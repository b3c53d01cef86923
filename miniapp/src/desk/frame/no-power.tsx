import type { Me, Power } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { FailureLine } from '@/shared/components/result-line'
import { StateView } from '@/shared/components/state'
import { personNoText } from '@/shared/person-no'
import { useAction } from '@/shared/query/use-action'
import { powerName } from '@/shared/role-names'
import { session } from '@/shared/session'
import css from './no-power.module.scss'

/** For somebody who may not use a page: which power it takes, who can give it, and by which number. */
export function NoPower({
  me,
  powers,
  isStaff,
}: {
  me: Me
  /** One of these opens the page. */
  powers: readonly Power[]
  isStaff: boolean
}) {
  const look = useAction(session.renew)
  const names = powers.map((power) => `“${powerName(power)}”`).join('或')
  return (
    <View className={css.page}>
      <StateView
        scene="permission"
        title={isStaff && powers.length > 0 ? `这一页要有${names}权限` : '这里给市福彩中心的同事用'}
        text={`请市中心里有“${powerName('admin')}”权限的同事，按你的编号开通。开通以后回到这里，按一下就能用。`}
      />
      <View className={css.no} role="note">
        <Text className={css.label}>我的编号</Text>
        <Text className={css.number}>{personNoText(me.no)}</Text>
      </View>
      <FailureLine failure={look.failure} />
      <Button disabled={look.busy} onTap={() => void look.run()}>
        {look.busy ? '正在看' : '已经开通了，再看看'}
      </Button>
    </View>
  )
}
