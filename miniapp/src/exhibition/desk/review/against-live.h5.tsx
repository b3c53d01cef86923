import css from '@/desk/components/desk.module.scss'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { useAnswer } from '@/shared/query/use-answer'
import { fetchVersion } from '../api'
import { Comparison } from '../versions/comparison'
import type { AgainstLiveProps } from './props'

/** What would become other than it is public now, before whoever decides on it. */
export function AgainstLive({ id, live, version, content }: AgainstLiveProps) {
  const { value, failure, retry } = useAnswer(`${id} ${live.version}`, () => fetchVersion(id, live.version))
  const before = value?.content
  return (
    <section className={css.part} aria-label="和现在公开的比较">
      <Heading level={3} size="row">
        和现在公开的比较
      </Heading>
      {!before && failure && <FailureView failure={failure} onRetry={retry} />}
      {!before && !failure && <Waiting rows={3} />}
      {before?.kind === 'other' && (
        <ResultLine tone="doubt">现在公开的那一版有这个程序看不懂的内容，更新到最新版本后再比较。</ResultLine>
      )}
      {before && before.kind !== 'other' && (
        <Comparison
          before={{ name: `第 ${live.version} 版，现在公开`, content: before }}
          after={{ name: `第 ${version} 版，待审批`, content }}
        />
      )}
    </section>
  )
}
