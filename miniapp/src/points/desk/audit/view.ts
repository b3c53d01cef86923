/** To what staff did it, and what was done to their roles, in words. Pure. */
import type { AuditRecord as Audit } from '@contract/audit'
import type { Role, RoleChange } from '@contract/identity'
import type { AuditAction } from '@functions/domains'
import { otherName } from '@/desk/words'

/** What each action is done to. Rules are the city's own, and need no number. */
const subjectKinds = {
  'gift-created': '礼品',
  'gift-changed': '礼品',
  'picture-changed': '礼品',
  'stock-changed': '礼品',
  'rules-changed': '积分规则',
  'batch-created': '积分码',
  'batch-stopped': '积分码',
  'codes-read': '积分码',
  'adjustment-proposed': '调整',
  'adjustment-approved': '调整',
  'adjustment-rejected': '调整',
  'adjustment-withdrawn': '调整',
  'proposal-made': '复核',
  'proposal-approved': '复核',
  'proposal-rejected': '复核',
  'proposal-withdrawn': '复核',
  'ledger-read': '人员',
  'points-exported': '文件',
  'audit-exported': '文件',
  'report-accepted': '地点',
  'report-rejected': '地点',
  'role-proposed': '人员',
  'role-approved': '人员',
  'role-rejected': '人员',
  'role-withdrawn': '人员',
  'role-granted': '人员',
  'role-revoked': '人员',
  'role-left': '人员',
  'entry-created': '展馆内容',
  'entry-submitted': '展馆内容',
  'entry-approved': '展馆内容',
  'entry-published': '展馆内容',
  'entry-returned': '展馆内容',
  'entry-withdrawn': '展馆内容',
  'entry-restored': '展馆内容',
} as const satisfies Record<AuditAction, string>
const subjectKind = (action: string): string =>
  Object.entries(subjectKinds).find(([known]) => known === action)?.[1] ?? otherName

/** Names that actions gave to what they made or renamed, by its id; the newest action first, as in the audit. */
export function namesIn(records: readonly Audit[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { subject, changes } of records) {
    const named = changes.find(
      ({ field, after }) => ['name', 'label', 'text'].includes(field) && after !== '',
    )
    if (named && !names.has(subject)) names.set(subject, named.after)
  }
  return names
}

/** `杂粮礼包`, or where nobody here knows its name `礼品 …qxa4t`. An order's and an outlet's number are names themselves. */
export function subjectText(
  { action, subject }: Pick<Audit, 'action' | 'subject'>,
  nameOf: (id: string) => string | null,
): string {
  const name = nameOf(subject)
  if (name !== null) return name
  const kind = subjectKind(action)
  // Whatever is about the city itself is about its rules.
  if (/^\d{6}$/.test(subject)) return subjectKinds['rules-changed']
  if (orderNumber.test(subject)) return `兑换单 ${subject}`
  if (kind === '地点') return `${kind} ${subject.slice(7)}`
  // An adjustment or a proposal is called by what it is about, which a page of the record may not have.
  if (kind === '调整' || kind === '复核') return `更早提出的一笔${kind}`
  return `${kind} …${subject.slice(-5)}`
}

const orderNumber = /^\d{6}-[0-9A-Z]{10}$/

const roleActionNames: Record<RoleChange['deed'], string> = {
  granted: '授予或改变身份',
  revoked: '收回身份',
  left: '本人注销，身份随之收回',
  other: '身份有变动',
}

/** What was done to somebody's roles, and what they are since: `收回身份：现在没有身份`. */
export function roleChangeText({ deed: action, after }: RoleChange, textOf: (role: Role) => string): string {
  const now = after.length === 0 ? '现在没有身份' : `现在是${after.map(textOf).join('；')}`
  return `${roleActionNames[action]}：${now}`
}
