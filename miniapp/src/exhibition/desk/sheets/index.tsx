import { DeskPage } from '@/desk/frame/desk-page'
import { Sheets } from './sheets'

/** Bulletins and years of the fund as files: out, and in again as drafts. */
export default function SheetsPage() {
  return (
    <DeskPage path="desk/pages/exhibition/entries" isUnder title="用表格导入、导出">
      {(desk) => <Sheets key={desk.name} desk={desk} />}
    </DeskPage>
  )
}
