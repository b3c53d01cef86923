/** Where a gift or the rules stand on the way to the citizens, which two people go. Pure. */
import type { Proposal, StaffGift } from '@contract/points'
import type { Step } from '@/desk/edit/steps'
import { leftOf } from '../gift/draft'
import { isPublishing } from './view'

type Stand = { at: number; steps: Step[] }
type WhoOf = (person: string) => string

/** @param waiting what waits for a second person and is about the gift */
export function giftSteps(
  gift: Pick<StaffGift, 'isPublished' | 'picture' | 'total' | 'taken'>,
  waiting: readonly Proposal[],
  whoOf: WhoOf,
): Stand {
  const proposal = waiting.find(isPublishing)
  const at = gift.isPublished ? 2 : proposal ? 1 : 0
  const missing = [gift.picture === null && '图片', leftOf(gift) <= 0 && '库存'].filter(Boolean).join('、')
  const notes = [
    missing ? `还没有${missing}` : '可以提交上架',
    proposal ? waitsText(proposal, whoOf) : '',
    '市民能看到',
  ]
  return stand(['草稿', '待上架', '已上架'], at, notes)
}

/** @param form whether something is written, and whether that takes a second person */
export function rulesSteps(
  { isDirty, needsSecond }: { isDirty: boolean; needsSecond: boolean },
  [proposal]: readonly Proposal[],
  whoOf: WhoOf,
): Stand {
  const at = isDirty ? 0 : proposal ? 1 : 2
  const notes = [
    needsSecond ? '还没有提交' : '保存后才生效',
    proposal ? waitsText(proposal, whoOf) : '',
    '市民按这里的规则得积分',
  ]
  return stand(['草稿', '待复核', '已生效'], at, notes)
}

const waitsText = ({ proposedBy }: Proposal, whoOf: WhoOf): string =>
  `${whoOf(proposedBy)}提出，还差另一位同事复核`

/** The step that it is in alone says more. */
const stand = (labels: readonly string[], at: number, notes: readonly string[]): Stand => ({
  at,
  steps: labels.map((label, index) => ({ label, ...(index === at && { note: notes[index] }) })),
})
