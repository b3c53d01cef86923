/** Which field of a form the server refused, said at that field. Pure. */
import type { Failure } from '@/shared/api/request'

/** @param field as the contract names it; its parts (`outlets.3`, `until`) count as the field */
export function refusedAt(failure: Failure | null, field: string): string | null {
  if (failure?.code !== 'invalid-request' || failure.field === undefined) return null
  const [name] = failure.field.split('.')
  return name === field ? '这里写的没有通过检查，没有保存。改一改再按。' : null
}
