import type { Me, Power } from '@contract/identity'
import { NoAccess } from '@/shared/components/no-access'
import { powerName } from '@/shared/session/role-names'

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
  const names = powers.map((power) => `“${powerName(power)}”`).join('或')
  return (
    <NoAccess
      no={me.no}
      title={isStaff && powers.length > 0 ? `这一页要有${names}权限` : '这里给市福彩中心的同事用'}
      text={`请市中心里有“${powerName('admin')}”权限的同事，按你的编号开通。开通以后回到这里，按一下就能用。`}
    />
  )
}
