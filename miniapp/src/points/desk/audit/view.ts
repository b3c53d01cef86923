/** To what staff did it, and what was done to their roles, in words. Pure. */
import type { AuditRecord as Audit } from '@contract/audit'
import type { Role, RoleChange } from '@contract/identity'
import { auditActionName, auditSubjectKind } from '@/desk/words'

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
  const kind = auditSubjectKind(action)
  // Whatever is about the city itself is about its rules.
  if (/^\d{6}$/.test(subject)) return auditSubjectKind('rules-changed')
  if (orderNumber.test(subject)) return `兑换单 ${subject}`
  if (kind === '地点') return `${kind} ${subject.slice(7)}`
  // An adjustment or a proposal is called by what it is about, which a page of the record may not have.
  if (kind === '调整' || kind === '复核') return `更早提出的一笔${kind}`
  return `${kind} …${subject.slice(-5)}`
}

const orderNumber = /^\d{6}-[0-9A-Z]{10}$/

/** What was done to somebody's roles, and what they are since: `收回身份：现在没有身份`. */
export function roleChangeText({ deed: action, after }: RoleChange, textOf: (role: Role) => string): string {
  const now = after.length === 0 ? '现在没有身份' : `现在是${after.map(textOf).join('；')}`
  return `${action === 'other' ? '身份有变动' : auditActionName(`role-${action}`)}：${now}`
}
