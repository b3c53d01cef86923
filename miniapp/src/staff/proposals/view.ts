/** What waits for a second person, in words. Pure. */
import { earningRuleSchema, type Proposal } from '@contract/points'
import { auditField, auditValue } from '../audit/view'
import { ruleFieldNames } from '../rules/draft'
import { proposedOperationNames } from '../words'

/** `修改礼品：大米`. */
export function proposalTitle({ operation, label }: Pick<Proposal, 'operation' | 'label'>): string {
  const name = proposedOperationNames[operation] ?? '其他'
  return label ? `${name}：${label}` : name
}

export const proposalStateNames: Record<Proposal['state'], string> = {
  proposed: '待复核',
  approved: '已通过',
  rejected: '未通过',
  withdrawn: '已撤回',
  expired: '已失效',
}

export type ProposalSign = { word: string; tone: 'doubt' | 'open' | 'closed' }

export function proposalSign({ state }: Pick<Proposal, 'state'>): ProposalSign {
  const tone = state === 'proposed' ? 'doubt' : state === 'approved' ? 'open' : 'closed'
  return { word: proposalStateNames[state], tone }
}

export type ChangeLine = { field: string; before: string; after: string }

/** Field by field, as the screens name them. */
export function changeLines({ changes }: Pick<Proposal, 'changes'>): ChangeLine[] {
  return changes.flatMap(({ field, before, after }): ChangeLine[] => {
    const [was, is] = [ruleFields(before), ruleFields(after)]
    if (!was || !is) {
      return [
        { field: auditField(field), before: auditValue(field, before), after: auditValue(field, after) },
      ]
    }
    return Object.keys(ruleFieldNames).flatMap((name) => {
      const [old, next] = [was[name] ?? '', is[name] ?? '']
      return old === next ? [] : [{ field: `${auditField(field)}，${fieldName(name)}`, ...both(old, next) }]
    })
  })
}

const both = (before: string, after: string) => ({ before: before || '不限', after: after || '不限' })
const fieldName = (name: string): string =>
  Object.entries(ruleFieldNames).find(([one]) => one === name)?.[1] ?? name

/** Of a rule kept as text; null for what is none. */
function ruleFields(text: string): Record<string, string> | null {
  const parsed = earningRuleSchema.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const { streak, ...fields } = parsed.data
  const all = { ...fields, every: streak?.every ?? null, bonus: streak?.points ?? null }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, value === null ? '' : String(value)]),
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What approving means, said before it. */
export function approvalText(proposal: Proposal): string {
  switch (proposal.operation) {
    case 'createBatch':
      return '通过后马上生成这批码。提出的人、复核的人和取出码的人都不能用它得积分。'
    case 'changeRules':
      return '通过后马上生效，之后得到的积分都按新规则记。已经得到的不变。'
    case 'changeGift':
      return '通过后市民马上按新的价和件数兑换。已经兑换的不变。'
    default:
      return '通过后马上生效。'
  }
}

/** Those that wait for somebody else than whoever proposed them, `me`. */
export const waitingForMe = (me: string, all: readonly Proposal[]): Proposal[] =>
  all.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== me)

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
