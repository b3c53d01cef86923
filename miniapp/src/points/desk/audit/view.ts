/** What staff did, in words. Pure. */
import { dayOf } from '@common/day'
import type { AuditRecord as Audit } from '@contract/audit'
import { personIdSchema, type Role, type RoleChange } from '@contract/identity'
import type { PlacesAuditAction, ReportDecision } from '@contract/places'
import { earningRuleIdSchema, type PointsAuditAction } from '@contract/points'
import { adjustmentStateNames, auditActionName, otherName, proposedOperationNames } from '@/desk/words'
import { amenityNames, reportFactNames } from '@/places/words'
import { categoryNames, wayNames } from '@/points/words'
import { clockText } from '@/shared/time/days'
import { giftFieldNames } from '../gift/draft'
import { limitNames } from '../rules/draft'

const fieldNames: Record<string, string> = {
  ...giftFieldNames,
  ...limitNames,
  total: '总件数',
  picture: '图片',
  label: '用在哪里',
  count: '几个码',
  points: '积分',
  until: '有效到',
  isStopped: '停用',
  person: '给谁',
  text: '为什么',
  state: '状态',
  decidedBy: '谁决定',
  decidedAt: '何时决定',
  limits: '总的上限',
  fact: '反映的问题',
  amenity: '哪样设施',
  settled: '是否已解决',
  award: '给报告的人积分',
  operation: '事项',
  why: '原因',
}

const awardNames: Record<ReportDecision['award'], string> = {
  given: '给了',
  none: '没有给',
  'cap-reached': '没有给，已经到上限',
  'monthly-cap-reached': '没有给，已经到上限',
  'rule-not-in-force': '没有给，规则没有开',
  'account-closed': '没有给，对方已经注销',
  other: '其他',
}

/** Of the fields whose values have names of their own, what each is called. */
const valueNames: Record<string, Record<string, string>> = {
  category: categoryNames,
  state: adjustmentStateNames,
  fact: reportFactNames,
  amenity: amenityNames,
  award: awardNames,
  operation: proposedOperationNames,
}

/** A field by its name on the screens; one that no screen has keeps its own. */
export function auditField(field: string): string {
  const [first = field, ...rest] = field.split('.')
  const rule = earningRuleIdSchema.safeParse(first === 'rules' ? rest[0] : first)
  if (rule.success) return wayNames[rule.data]
  return fieldNames[field] ?? fieldNames[rest[rest.length - 1] ?? ''] ?? field
}

/** A value as text on one line: lists by how many they hold. */
export function auditValue(field: string, value: string): string {
  if (value === '') return '（空）'
  if (value === 'true') return '是'
  if (value === 'false') return '否'
  if (field === 'outlets') return outletsText(value)
  if (instant.test(value)) return `${dayOf(Date.parse(value))} ${clockText(Date.parse(value))}`
  return valueNames[field]?.[value] ?? value
}

/** As data has it, ISO 8601; people read it by the clock on their wall. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

function outletsText(value: string): string {
  const ids = value.match(/\d{6}-[0-9A-Za-z-]+/g) ?? []
  return `${ids.length} 个网点`
}

/** Of what is new every field is: only its kind is said. */
const wholes: readonly (PointsAuditAction | PlacesAuditAction)[] = [
  'gift-created',
  'picture-changed',
  'batch-created',
  'batch-stopped',
  'adjustment-proposed',
  'adjustment-approved',
  'adjustment-rejected',
  'adjustment-withdrawn',
  'proposal-made',
  'proposal-approved',
  'proposal-rejected',
  'proposal-withdrawn',
  'report-accepted',
  'report-rejected',
]

/** `修改礼品：积分、说明`. */
export function auditTitle({ action, changes }: Audit): string {
  const name = auditActionName(action)
  if (wholes.some((whole) => whole === action)) return name
  const fields = [...new Set(changes.map(({ field }) => auditField(field)))]
  return fields.length === 0 ? name : `${name}：${fields.join('、')}`
}

/** What each deed is done to. Rules are the city's own, and need no number. */
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
  'report-accepted': '地点',
  'report-rejected': '地点',
} as const satisfies Record<PointsAuditAction | PlacesAuditAction, string>
const subjectKind = (action: string): string =>
  Object.entries(subjectKinds).find(([known]) => known === action)?.[1] ?? otherName

/** Whether it is a person's id: nothing else that is kept has this form. */
export const isPerson = (text: string): boolean => personIdSchema.safeParse(text).success

/** Ids of everybody in these lines: who did it, to whom, and who stands in what changed. */
export const personsIn = (deeds: readonly Audit[]): string[] =>
  deeds
    .flatMap(({ by, subject, changes }) => [
      by,
      subject,
      ...changes.flatMap(({ before, after }) => [before, after]),
    ])
    .filter(isPerson)

/** Names that deeds gave to what they made or renamed, by its id; the newest deed first, as the record has them. */
export function namesIn(deeds: readonly Audit[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { subject, changes } of deeds) {
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

const beginnings: readonly (PointsAuditAction | PlacesAuditAction)[] = [
  'gift-created',
  'batch-created',
  'adjustment-proposed',
  'report-accepted',
  'report-rejected',
]

/** Made by this deed: there was nothing before. */
export function isNew({ action }: Audit): boolean {
  return beginnings.some((beginning) => beginning === action)
}

const roleDeedNames: Record<RoleChange['deed'], string> = {
  granted: '授予或改变身份',
  revoked: '收回身份',
  left: '本人注销，身份随之收回',
  other: '身份有变动',
}

/** What was done to somebody's roles, and what they are since: `收回身份：现在没有身份`. */
export function roleChangeText({ deed, after }: RoleChange, textOf: (role: Role) => string): string {
  const now = after.length === 0 ? '现在没有身份' : `现在是${after.map(textOf).join('；')}`
  return `${roleDeedNames[deed]}：${now}`
}
