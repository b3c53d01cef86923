import { ok } from '@common/result'
import type { AuditRecord } from '@contract/audit'
import { exportAudit } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { ExportButton } from '@/desk/export'
import type { ExportColumn } from '@/desk/export/props'
import { auditTitle, isPerson } from '@/desk/history/words'
import { exportedMoment } from '../exports'

type Props = {
  desk: Desk
  month: string
  /** What it was done to, as the list calls it. */
  subjectOf: (record: AuditRecord) => string
}

/** A month of the record as a file: the columns of the list, without what stands in the details about persons. */
export function ExportAudit({ desk, month, subjectOf }: Props) {
  return (
    <ExportButton
      desk={desk}
      // What was saved of one month is not said beside another.
      key={month}
      name={`操作记录-${month}`}
      columns={columnsOf(subjectOf)}
      load={async (from) => {
        const page = await exportAudit(desk.region, month, from)
        if (!page.ok) return page
        return ok({ export: page.value.export, rows: page.value.audit, cursor: page.value.cursor })
      }}
      personsIn={({ by, subject }) => [by, isPerson(subject) ? subject : null]}
    />
  )
}

const columnsOf = (subjectOf: Props['subjectOf']): readonly ExportColumn<AuditRecord>[] => [
  { head: '操作时间', cell: ({ at }) => exportedMoment(at) },
  { head: '操作人', cell: ({ by }, who) => who(by) },
  { head: '操作内容', cell: auditTitle },
  {
    head: '对象',
    cell: (record, who) => (isPerson(record.subject) ? who(record.subject) : subjectOf(record)),
  },
  { head: '编号', cell: ({ subject }) => (isPerson(subject) ? '' : subject) },
]
