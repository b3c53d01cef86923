import { useListed } from '@/desk/components/listed'
import { PendingLines } from '@/desk/components/pending'
import type { Desk } from '@/desk/desk'
import { usePersons } from '@/desk/persons/use-persons'
import { Button } from '@/shared/components/button'
import { openPage } from '@/shared/navigation/navigation'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { mayDecide, roleProposalTitle } from '../role-proposals/view'
import { roleProposalList } from '../stores'
import { partName } from './draft'

/** Above a list there is room for as many. */
const most = 3

/** Grants that wait for another admin: of one person, or of the whole city. */
export function PendingRoles({
  desk,
  person,
  outletName,
}: {
  desk: Desk
  /** Id; undefined: of everybody. */
  person?: string
  outletName: (id: string) => string
}) {
  const now = useNow()
  const proposals = useListed(roleProposalList, desk.name).value?.proposals ?? []
  const waiting = proposals.filter(
    (one) => one.state === 'proposed' && (person === undefined || one.person === person),
  )
  const shown = person === undefined ? waiting.slice(0, most) : waiting
  const { whoOf, shortNameOf } = usePersons(
    desk,
    shown.flatMap((one) => [one.person, one.proposedBy]),
  )
  const rest = waiting.length - shown.length
  return (
    <PendingLines
      word="待同意"
      lines={shown.map((one) => {
        const { region, powers, scope } = one
        const part = scope ? `，${partName({ region, powers, scope }, outletName)}` : ''
        const title = roleProposalTitle(one, shortNameOf(one.person))
        return {
          kind: 'role',
          id: one.id,
          text: `${title}${part}。${whoOf(one.proposedBy)}，${momentText(Date.parse(one.proposedAt), now)}`,
          action: mayDecide(one, desk.me.id) ? '去审批' : '看一看',
        }
      })}
      foot={
        rest > 0 && <Button onTap={() => openPage('/desk/review/index')}>{`还有 ${rest} 条等审批`}</Button>
      }
    />
  )
}
