import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { BatchCodes } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { saveFile } from '@/desk/export/save'
import { Button } from '@/shared/components/button'
import { codesCsv, codesFileName } from './codes'
import { PrintSheet } from './print-sheet'

/** The browser: a file for Excel, and a page for the printer. */
export function CodesOut({ codes: { batch, codes } }: { codes: BatchCodes }) {
  const [printing, setPrinting] = useState(false)
  const unused = codes.filter(({ used }) => !used)
  return (
    <div className={css.detail}>
      <div className={css.buttons}>
        <Button icon="download" onTap={() => saveFile(codesFileName(batch), codesCsv(batch, codes))}>
          下载表格（CSV）
        </Button>
        <Button icon="print" disabled={unused.length === 0} onTap={() => setPrinting(true)}>
          {`打印没用过的 ${unused.length} 个`}
        </Button>
      </div>
      <span className={css.hint}>表格里有全部的码和是否用过。打印的每张有码、二维码、积分和有效期。</span>
      {printing &&
        createPortal(
          <PrintSheet batch={batch} codes={unused} onDone={() => setPrinting(false)} />,
          document.body,
        )}
    </div>
  )
}
