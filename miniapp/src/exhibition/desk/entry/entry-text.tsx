import type { Entry } from '@functions/exhibition/contract/entries'
import { ResultLine } from '@/shared/components/result-line'
import { FundPreview } from '../fund/preview'
import { Preview } from '../preview'

/** As visitors see it; one that holds something unknown is not shown in part. */
export function EntryText({ content }: Pick<Entry, 'content'>) {
  if (content.kind === 'other')
    return <ResultLine tone="doubt">这个版本的程序看不全这一条，更新到最新版本后再处理。</ResultLine>
  return content.kind === 'fund' ? <FundPreview content={content} /> : <Preview content={content} />
}
