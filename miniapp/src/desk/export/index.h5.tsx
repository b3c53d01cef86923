import { ok, type Result } from '@common/result'
import { csvName, csvText } from '@common/sheet/write'
import { useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { useCity } from '@/shared/city'
import { cityNames } from '@/shared/city/city-names'
import { Button } from '@/shared/components/button'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useWindowSize } from '@/shared/platform/window-size'
import { useAction } from '@/shared/query/use-action'
import { desktop } from '../use-picked'
import type { ExportProps } from './props'
import { namesOf, readAll } from './read-all'
import { saveFile } from './save'

type Exported = { count: number; note: string | null }

/**
 * A list as a file: the whole of it, whatever is shown of it, read from the server page by page; the server puts each page on
 * record. On a desktop alone: lists are worked on in a spreadsheet there, and a phone is passed around.
 */
export function ExportButton<T>(props: ExportProps<T>) {
  const isWide = useWindowSize().width >= desktop
  return isWide ? <Exporting {...props} /> : null
}

function Exporting<T>({ desk, name, columns, load, noteOf, personsIn }: ExportProps<T>) {
  const [count, setCount] = useState(0)
  const cityName = cityNames(useCity().regions)
  const exporting = useAction(async (): Promise<Result<Exported, Failure>> => {
    setCount(0)
    const rows = await readAll(load, setCount)
    if (!rows.ok) return rows
    const ids = rows.value.flatMap((row) => personsIn?.(row) ?? []).filter((id) => typeof id === 'string')
    const names = await namesOf(desk.region, ids)
    if (!names.ok) return names
    const who = (id: string) => names.value.get(id) ?? '已注销'
    const cells = rows.value.map((row) => columns.map(({ cell }) => cell(row, who)))
    saveFile(
      // Files of several cities lie in one folder.
      csvName(`${cityName(desk.region)}-${name}`),
      csvText(
        columns.map(({ head }) => head),
        cells,
      ),
    )
    return ok({ count: rows.value.length, note: noteOf?.(cells) ?? null })
  })
  return (
    <>
      <Button icon="download" disabled={exporting.busy} onTap={() => void exporting.run()}>
        {exporting.busy ? `正在导出，已取 ${count} 行` : '导出全部'}
      </Button>
      <FailureLine failure={exporting.failure} />
      {exporting.value !== null && (
        <ResultLine tone="done">{`已导出 ${exporting.value.count} 行，这一次记在操作记录里。`}</ResultLine>
      )}
      {exporting.value?.note && <ResultLine tone="doubt">{exporting.value.note}</ResultLine>}
    </>
  )
}
