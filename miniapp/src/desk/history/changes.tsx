import type { AuditRecord } from '@contract/audit'
import { Text, View } from '@tarojs/components'
import css from './history.module.scss'
import { auditField, auditValue, isNew, isPerson } from './words'

/** What one action changed, field by field: before and after, and of what it made only what that is. */
export function RecordChanges({
  record,
  nameOf,
}: {
  record: AuditRecord
  /** What colleagues know a person by. */
  nameOf: (person: string) => string
}) {
  const shown = (field: string, value: string) => (isPerson(value) ? nameOf(value) : auditValue(field, value))
  return (
    <>
      {record.changes.map(({ field, before, after }) => (
        <View key={field} className={css.change}>
          <Text className={css.field}>{auditField(field)}</Text>
          {isNew(record) ? (
            <Text className={css.after}>{shown(field, after)}</Text>
          ) : (
            <>
              <Text className={css.before}>改前：{shown(field, before)}</Text>
              <Text className={css.after}>改后：{shown(field, after)}</Text>
            </>
          )}
        </View>
      ))}
    </>
  )
}
