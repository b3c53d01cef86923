import { csvName, csvText } from '@common/sheet/write'
import { type SheetKind, sheetKinds } from '@functions/exhibition/contract/sheets'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { saveFile } from '@/desk/export/save'
import { Button } from '@/shared/components/button'
import { Choice } from '@/shared/components/choice'
import { Heading } from '@/shared/components/heading'
import { Hint } from '@/shared/components/text'
import { entryKindNames } from '../view'
import { ExportSheet } from './export-sheet'
import { ImportSheet } from './import-sheet'
import own from './sheets.module.scss'
import { columnsOf } from './words'

/** The browser: which of the two, then out or in. */
export function Sheets({ desk }: { desk: Desk }) {
  const [kind, setKind] = useState<SheetKind>('bulletin')
  return (
    <div className={own.page}>
      <Choice
        row
        label="哪一种内容"
        options={sheetKinds.map((value) => ({ value, label: entryKindNames[value] }))}
        value={kind}
        onChange={setKind}
      />
      <div className={css.part}>
        <Heading level={2} size="part">
          导出
        </Heading>
        <Hint>
          {kind === 'bulletin'
            ? '一行一条，包括草稿。改好的文件可以原样导入。'
            : '一行一个数字，一年一年排下来，包括草稿。改好的文件可以原样导入。'}
        </Hint>
        <div className={css.buttons}>
          <ExportSheet key={kind} desk={desk} kind={kind} />
          <Button
            onTap={() => saveFile(csvName(`${entryKindNames[kind]}-空表`), csvText(columnsOf[kind], []))}
          >
            下载空表
          </Button>
        </div>
      </div>
      <ImportSheet key={kind} desk={desk} kind={kind} />
    </div>
  )
}
