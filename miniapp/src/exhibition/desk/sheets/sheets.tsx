import type { Desk } from '@/desk/desk'
import { ResultLine } from '@/shared/components/result-line'

/** WeChat has no files that a person can reach. */
export function Sheets(_props: { desk: Desk }) {
  return <ResultLine tone="waiting">导入和导出要用浏览器打开福驿，电脑上最方便。</ResultLine>
}
