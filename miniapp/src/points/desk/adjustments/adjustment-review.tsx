import type { Adjustment } from '@contract/points'
import { useListed } from '@/desk/components/listed'
import { changeListed } from '@/desk/named'
import { usePersons } from '@/desk/persons/use-persons'
import type { ReviewProps } from '@/desk/registration'
import { Over } from '@/desk/review/over'
import { withOne } from '@/desk/waiting-pages'
import { pointsText } from '@/shared/components/points'
import { adjustmentList } from '../stores'
import { AdjustmentDetail } from './adjustment-detail'
import { adjustmentSign } from './view'

/** An adjustment among everything that waits. */
export function AdjustmentReview({ desk, id, now, onDone }: ReviewProps) {
  const page = useListed(adjustmentList, desk.name).value
  const adjustment = page?.items.find((one) => one.id === id)
  const persons = usePersons(desk, [adjustment?.person, adjustment?.proposedBy, adjustment?.decidedBy])
  if (!adjustment) return <Over />
  function decided(next: Adjustment): void {
    changeListed(adjustmentList, desk.name, (page) => withOne(page, next))
    const whom = persons.nameOf(next.person)
    onDone(`${adjustmentSign(next).word}：${whom} ${pointsText(next.points, true)} 分，${next.text}。`)
  }
  return (
    <AdjustmentDetail desk={desk} adjustment={adjustment} persons={persons} now={now} onDecided={decided} />
  )
}
