import type { Batch } from '@contract/points'
import { useEffect } from 'react'
import { Button } from '@/shared/components/button'
import { qrPicture } from '@/shared/components/qr/matrix'
import { useDialogFocus } from '@/shared/components/sheet/focus'
import { useLayer } from '@/shared/navigation/use-layer'
import './print-sheet.scss'

/**
 * The codes as they come out of the printer, three abreast on A4, to be cut apart. It lies over the page; printed is
 * nothing else. Only the browser has it.
 */
export function PrintSheet({
  batch,
  codes,
  onDone,
}: {
  batch: Batch
  codes: readonly { code: string }[]
  onDone: () => void
}) {
  useEffect(() => {
    document.body.classList.add('is-printing-codes')
    return () => document.body.classList.remove('is-printing-codes')
  }, [])
  const id = useDialogFocus()
  useLayer(onDone)
  return (
    <div
      id={id}
      className="screen print-sheet"
      role="dialog"
      aria-modal
      aria-label="打印积分码"
      tabIndex={-1}
    >
      <div className="print-bar">
        <span className="print-title">
          {batch.label}：{codes.length} 张，A4 纸一行 3 张
        </span>
        <Button tone="primary" icon="print" onTap={() => window.print()}>
          打印
        </Button>
        <Button onTap={onDone}>关闭</Button>
      </div>
      <ol className="print-codes">
        {codes.map(({ code }) => (
          <li key={code} className="print-code">
            <img className="print-qr" src={qrPicture(code)} alt={`二维码 ${code}`} />
            <div className="print-words">
              <strong className="print-points">{batch.points} 积分</strong>
              <span>{batch.label}</span>
              <span className="print-number">{code}</span>
              <span className="print-how">在福驿“积分码”里输入或扫码，{batch.until} 前有效，用一次</span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
