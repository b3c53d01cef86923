/** What staff did, in words. Pure. */
import { dayOf } from '@common/day'
import type { Role, RoleChange } from '@contract/identity'
import { type Audit, earningRuleIdSchema } from '@contract/points'
import { clockText } from '@/places/days'
import { wayNames } from '@/points/words'
import { giftFieldNames } from '../gift/draft'
import { limitNames } from '../rules/draft'
import { adjustmentStateNames, auditActionNames } from '../words'

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
  for (const [state, name] of Object.entries(adjustmentStateNames))
    if (field === 'state' && state === value) return name
  return value
}

/** As data has it, ISO 8601; people read it by the clock on their wall. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

function outletsText(value: string): string {
  const ids = value.match(/\d{6}-[0-9A-Za-z-]+/g) ?? []
  return `${ids.length} 个网点`
}

/** Of what is new every field is: only its kind is said. */
const wholes: readonly Audit['action'][] = [
  'gift-created',
  'picture-changed',
  'batch-created',
  'batch-stopped',
  'adjustment-proposed',
  'adjustment-approved',
  'adjustment-rejected',
]

/** `修改礼品：积分、说明`. */
export function auditTitle({ action, changes }: Audit): string {
  if (wholes.includes(action)) return auditActionNames[action]
  const fields = [...new Set(changes.map(({ field }) => auditField(field)))]
  return fields.length === 0 ? auditActionNames[action] : `${auditActionNames[action]}：${fields.join('、')}`
}

/** Made by this deed: there was nothing before. */
export function isNew({ action }: Audit): boolean {
  return action === 'gift-created' || action === 'batch-created' || action === 'adjustment-proposed'
}

const roleDeedNames: Record<RoleChange['deed'], string> = {
  granted: '授予或改变身份',
  revoked: '收回身份',
  left: '本人注销，身份随之收回',
}

/** What was done to somebody's roles, and what they are since: `收回身份：现在没有身份`. */
export function roleChangeText({ deed, after }: RoleChange, textOf: (role: Role) => string): string {
  const now = after.length === 0 ? '现在没有身份' : `现在是${after.map(textOf).join('；')}`
  return `${roleDeedNames[deed]}：${now}`
}
