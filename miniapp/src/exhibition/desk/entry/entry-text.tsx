import type { Entry } from '@functions/exhibition/contract/entries'
import { ResultLine } from '@/shared/components/result-line'
import { Preview } from '../preview'

/** As visitors see it; one that holds something unknown is not shown in part. */
export function EntryText({ content }: Pick<Entry, 'content'>) {
  return content.kind === 'other' ? (
    <ResultLine tone="doubt">这个版本的程序看不全这一条，更新到最新版本后再处理。</ResultLine>
  ) : (
    <Preview content={content} />
  )
}
