import { dayOf } from '@common/day'
import { ok } from '@common/result'
import type { SheetKind } from '@functions/exhibition/contract/sheets'
import type { Desk } from '@/desk/desk'
import { ExportButton } from '@/desk/export'
import { desktop } from '@/desk/use-picked'
import { Hint } from '@/shared/components/text'
import { useWindowSize } from '@/shared/platform/window-size'
import { useNow } from '@/shared/time/clock'
import { exportSheet } from '../api'
import { entryKindNames } from '../view'
import { columnsOf, cutText } from './words'

/** The whole list of the city as the file that is imported again. */
export function ExportSheet({ desk, kind }: { desk: Desk; kind: SheetKind }) {
  const now = useNow()
  if (useWindowSize().width < desktop) return <Hint>在电脑上打开这一页，才能导出。</Hint>
  return (
    <ExportButton<string[]>
      desk={desk}
      name={`${entryKindNames[kind]}-${dayOf(now)}`}
      noteOf={cutText}
      columns={columnsOf[kind].map((head, at) => ({ head, cell: (row) => row[at] ?? '' }))}
      load={async (from) => {
        const page = await exportSheet({ region: desk.region, kind, ...from })
        return page.ok ? ok(page.value) : page
      }}
    />
  )
}
