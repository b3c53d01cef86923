/** What waits for a second person, in words. Pure. */
import { type TicketPurpose, ticketPurposeSchema } from '@contract/identity'
import { earningRuleSchema, type Proposal } from '@contract/points'
import { auditField, auditValue } from '@/desk/history/words'
import { otherName, proposedOperationNames } from '@/desk/words'
import { type RuleField, ruleFieldNames, ruleFields, shownAs } from '../rules/draft'

/** Whether it brings a gift before the citizens. */
export const isPublishing = ({ changes }: Pick<Proposal, 'changes'>): boolean =>
  changes.some(({ field, after }) => field === 'isPublished' && after === 'true')

/** `修改礼品：大米`; `上架礼品：大米`. */
export function proposalTitle(proposal: Pick<Proposal, 'operation' | 'label' | 'changes'>): string {
  const { operation, label } = proposal
  const name = isPublishing(proposal) ? '上架礼品' : (proposedOperationNames[operation] ?? otherName)
  return label ? `${name}：${label}` : name
}

const stateNames: Record<Proposal['state'], string> = {
  proposed: '待复核',
  approved: '已通过',
  rejected: '未通过',
  withdrawn: '已撤回',
  expired: '已失效',
  other: otherName,
}

export type ProposalSign = { word: string; tone: 'doubt' | 'open' | 'closed' }

export function proposalSign({ state }: Pick<Proposal, 'state'>): ProposalSign {
  const tone = state === 'proposed' ? 'doubt' : state === 'approved' ? 'open' : 'closed'
  return { word: stateNames[state], tone }
}

/** What its part of changes is called; null where something stood before. */
export function newTitle(proposal: Pick<Proposal, 'operation' | 'changes'>): string | null {
  if (proposal.operation === 'createBatch') return '内容'
  return isPublishing(proposal) ? '新上架' : null
}

export type ChangeLine = { field: string; before: string; after: string }

/** Field by field, as the screens name them. */
export function changeLines({ changes }: Pick<Proposal, 'changes'>): ChangeLine[] {
  // A picture is shown, not named.
  const inWords = changes.filter(({ field }) => field !== 'picture')
  return inWords.flatMap(({ field, before, after }): ChangeLine[] => {
    const [was, is] = [readRule(before), readRule(after)]
    if (!was || !is) {
      return [{ field: auditField(field), before: valueText(field, before), after: valueText(field, after) }]
    }
    return ruleFields.flatMap((name) => {
      const [old, next] = [was[name], is[name]]
      if (old === next) return []
      const named = `${auditField(field)}，${ruleFieldNames[name]}`
      return [{ field: named, before: shownAs(name, old), after: shownAs(name, next) }]
    })
  })
}

const unlimited = ['perPerson', 'onSaleFrom', 'onSaleUntil']
const valueText = (field: string, value: string): string =>
  value === '' && unlimited.includes(field) ? '不限' : auditValue(field, value)

/** Of a rule kept as text; null for what is none. */
function readRule(kept: string): Record<RuleField, string> | null {
  const parsed = earningRuleSchema.safeParse(jsonOf(kept))
  if (!parsed.success) return null
  const { amount, perDay, perMonth, lifetime, from, until, streak } = parsed.data
  const text = (value: number | string | null | undefined): string => String(value ?? '')
  return {
    amount: text(amount),
    perDay: text(perDay),
    perMonth: text(perMonth),
    lifetime: text(lifetime),
    from: text(from),
    until: text(until),
    every: text(streak?.every),
    bonus: text(streak?.points),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What the phone is asked for where it has to confirm the decision. */
export function decisionPurpose({ operation }: Pick<Proposal, 'operation'>, approve: boolean): TicketPurpose {
  const purpose = ticketPurposeSchema.safeParse({ kind: 'decideProposal', approve, operation })
  return purpose.success ? purpose.data : { kind: 'other' }
}

/** What approving means, said before it. */
export function approvalText(proposal: Proposal): string {
  switch (proposal.operation) {
    case 'createBatch':
      return '通过后马上生成这批码。提出的人、复核的人和取出码的人都不能用它得积分。'
    case 'changeRules':
      return '通过后马上生效，之后得到的积分都按新规则记。已经得到的不变。'
    case 'changeGift':
      return '通过后市民马上按这里写的积分、件数和时间兑换。已经兑换的不变。'
    case 'changePicture':
      return '通过后市民马上看到这张图片。请看清图上有没有不该公开的内容。'
    default:
      return '通过后马上生效。'
  }
}

/** Those that wait and are about this. */
export const waitingAbout = (
  all: readonly Proposal[],
  { operation, subject }: { operation: string; subject?: string },
): Proposal[] =>
  all.filter(
    (one) =>
      one.state === 'proposed' &&
      one.operation === operation &&
      (subject === undefined || one.subject === subject),
  )
