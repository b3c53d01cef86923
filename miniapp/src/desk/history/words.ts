/** What staff did, in words: of the record of a city, and of the history of one thing. Pure. */
import { dayOf } from '@common/day'
import type { AuditRecord as Audit } from '@contract/audit'
import { personIdSchema } from '@contract/identity'
import type { ReportDecision } from '@contract/places'
import { earningRuleIdSchema } from '@contract/points'
import type { AuditAuditAction } from '@functions/audit/contract/audit-actions'
import type { ExhibitionAuditAction } from '@functions/exhibition/contract/audit-actions'
import type { IdentityAuditAction } from '@functions/identity/contract/audit-actions'
import type { PlacesAuditAction } from '@functions/places/contract/audit-actions'
import { districtOfAdcode } from '@functions/places/rules/divisions'
import type { PointsAuditAction } from '@functions/points/contract/audit-actions'
import { declaredPowers } from '@functions/powers'
import { amenityNames, reportFactNames } from '@/places/words'
import { giftFieldNames } from '@/points/desk/gift/draft'
import { limitNames } from '@/points/desk/rules/draft'
import { categoryNames, earningRuleNames } from '@/points/words'
import { roleKindNames } from '@/shared/session/role-names'
import { clockText } from '@/shared/time/days'
import {
  adjustmentStateNames,
  auditActionName,
  exportedListNames,
  otherName,
  proposedOperationNames,
} from '../words'

const fieldNames: Record<string, string> = {
  ...giftFieldNames,
  ...limitNames,
  ...roleKindNames,
  powers: '权限',
  scope: '范围',
  total: '总件数',
  picture: '图片',
  label: '用在哪里',
  count: '几个码',
  points: '积分',
  until: '有效到',
  isStopped: '停用',
  person: '给谁',
  text: '事由',
  state: '状态',
  decidedBy: '决定人',
  decidedAt: '决定时间',
  limits: '总的上限',
  fact: '反映的问题',
  amenity: '哪样设施',
  settled: '是否已解决',
  award: '给报告的人积分',
  operation: '事项',
  why: '原因',
  list: '清单',
  rows: '行数',
  month: '月份',
  revision: '第几次保存',
  version: '第几版',
  at: '发布时间',
  check: '微信检查',
  reason: '原因',
  type: '格式',
  bytes: '字节数',
  description: '画面说明',
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
  list: exportedListNames,
  check: { pass: '通过', risky: '不通过', unchecked: '没有检查到，由审核人负责' },
  isPublished: { true: '已上架', false: '未上架' },
}

/** A field by its name on the screens; one that no screen has keeps its own. */
export function auditField(field: string): string {
  const [first = field, ...rest] = field.split('.')
  const rule = earningRuleIdSchema.safeParse(first === 'rules' ? rest[0] : first)
  if (rule.success) return earningRuleNames[rule.data]
  if (first === 'powers' && rest.length > 0) return `${fieldNames.powers}（${scopeText(rest.join('.'))}）`
  return fieldNames[field] ?? fieldNames[rest[rest.length - 1] ?? ''] ?? field
}

/** A value as text on one line: lists by how many they hold. */
export function auditValue(field: string, value: string): string {
  if (value === '') return '（空）'
  const named = valueNames[field]?.[value]
  if (named) return named
  if (value === 'true') return '是'
  if (value === 'false') return '否'
  if (holdsOutlets.includes(field)) return outletsText(value)
  if (field === 'manager') return value.split(',').join('、')
  if (field === 'scope') return scopeText(value)
  if (field.split('.')[0] === 'powers') return value.split(',').map(powerText).join('、')
  if (instant.test(value)) return `${dayOf(Date.parse(value))} ${clockText(Date.parse(value))}`
  return value
}

const holdsOutlets = ['outlets', 'owner', 'salesperson']

const powerText = (name: string): string =>
  Object.entries(declaredPowers).find(([known]) => known === name)?.[1].title ?? otherName

const scopeNames: Record<string, string> = { district: '区县', outlet: '网点', team: '团队' }

/** A part of a city: `outlet.320800-32080290` as `网点 32080290`. */
function scopeText(scope: string): string {
  const [kind = '', id = ''] = scope.split('.')
  const district = kind === 'district' ? districtOfAdcode(id) : null
  if (district) return district
  return `${scopeNames[kind] ?? otherName} ${id.replace(/^\d{6}-/, '')}`
}

/** As data has it, ISO 8601; people read it by the clock on their wall. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

function outletsText(value: string): string {
  const ids = value.match(/\d{6}-[0-9A-Za-z-]+/g) ?? []
  return `${ids.length} 个网点`
}

/** Of what is new every field is: only its kind is said. */
const wholes: readonly (PointsAuditAction | PlacesAuditAction | AuditAuditAction | ExhibitionAuditAction)[] =
  [
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
    'points-exported',
    'audit-exported',
    'entries-exported',
    'entry-created',
    'entry-saved',
    'entry-submitted',
    'entry-approved',
    'entry-rescheduled',
    'entry-published',
    'entry-returned',
    'entry-withdrawn',
    'entry-restored',
    'entry-imported',
  ]

/** `修改礼品：积分、说明`. */
export function auditTitle({ action, changes }: Audit): string {
  const name = auditActionName(action)
  if (wholes.some((whole) => whole === action)) return name
  const fields = [...new Set(changes.map(({ field }) => auditField(field)))]
  return fields.length === 0 ? name : `${name}：${fields.join('、')}`
}

/** Whether it is a person's id: nothing else that is kept has this form. */
export const isPerson = (text: string): boolean => personIdSchema.safeParse(text).success

/** Ids of everybody in these lines: who did it, to whom, and who stands in what changed. */
export const personsIn = (records: readonly Audit[]): string[] =>
  records
    .flatMap(({ by, subject, changes }) => [
      by,
      subject,
      ...changes.flatMap(({ before, after }) => [before, after]),
    ])
    .filter(isPerson)

const beginnings: readonly (PointsAuditAction | PlacesAuditAction | IdentityAuditAction)[] = [
  'gift-created',
  'batch-created',
  'adjustment-proposed',
  'report-accepted',
  'report-rejected',
  'role-proposed',
  'role-approved',
  'role-rejected',
  'role-withdrawn',
]

/** Made by this action: there was nothing before. */
export function isNew({ action }: Audit): boolean {
  return beginnings.some((beginning) => beginning === action)
}
