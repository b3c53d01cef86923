import { ResultLine } from '@/shared/components/result-line'

export interface DocumentLookProps {
  /** Absent where nothing is to be seen. */
  address: string | undefined
}

/** WeChat opens documents of declared hosts alone, and pages are read on a desktop. */
export function DocumentLook(_: DocumentLookProps) {
  return <ResultLine tone="waiting">这是一份 PDF，请在电脑上打开工作台来看。</ResultLine>
}
