import { ok } from '@common/result'
import type { AuditRecord } from '@contract/audit'
import { exportAudit } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { ExportButton } from '@/desk/export'
import type { ExportColumn } from '@/desk/export/props'
import { auditTitle, isPerson } from '@/desk/history/words'
import { exportedMoment } from '../exports'

/** A month of the record as a file: the columns of the list, without what stands in the details about persons. */
export function ExportAudit({ desk, month }: { desk: Desk; month: string }) {
  return (
    <ExportButton
      desk={desk}
      name={`操作记录-${month}`}
      columns={columns}
      load={async (from) => {
        const page = await exportAudit(desk.region, month, from)
        if (!page.ok) return page
        return ok({ export: page.value.export, rows: page.value.audit, cursor: page.value.cursor })
      }}
      personsIn={({ by, subject }) => [by, isPerson(subject) ? subject : null]}
    />
  )
}

const columns: readonly ExportColumn<AuditRecord>[] = [
  { head: '何时', cell: ({ at }) => exportedMoment(at) },
  { head: '谁', cell: ({ by }, who) => who(by) },
  { head: '做了什么', cell: auditTitle },
  { head: '对象', cell: ({ subject }, who) => (isPerson(subject) ? who(subject) : subject) },
]
