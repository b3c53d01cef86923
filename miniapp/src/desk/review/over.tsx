import { ResultLine } from '@/shared/components/result-line'

/** In place of what a link or another desk has opened, and a colleague has decided meanwhile. */
export function Over() {
  return <ResultLine tone="waiting">这一条已经处理，或者已经收回。请看下一条。</ResultLine>
}
