import type { Entry, VersionSummary } from '@functions/exhibition/contract/entries'
import { useEffect, useRef } from 'react'
import { bringIntoView } from '@/desk/edit/bring-into-view'
import { FailureView } from '@/shared/components/failure-view'
import { ResultLine } from '@/shared/components/result-line'
import { Select } from '@/shared/components/select'
import { Waiting } from '@/shared/components/state'
import { Comparison } from './comparison'
import { useText, type Which, whichName } from './use-text'
import css from './versions.module.scss'

export type Pair = { before: Which; after: Which }
type Props = {
  entry: Entry
  versions: readonly VersionSummary[]
  pair: Pair
  onChange: (pair: Pair) => void
}

/** Any two texts of the entry side by side. */
export function Comparing({ entry, versions, pair, onChange }: Props) {
  const [before, after] = [useText(entry, pair.before), useText(entry, pair.after)]
  const options = (['working', ...versions.map(({ version }) => version)] as const).map((which) => ({
    value: String(which),
    label: whichName(which),
  }))
  const whichOf = (value: string): Which => (value === 'working' ? value : Number(value))
  const failed = [before, after].find(({ failure }) => failure !== null)
  const [first, second] = [before.content, after.content]
  const section = useBroughtIntoView(failed !== undefined || (first !== null && second !== null))
  return (
    <section ref={section} className={`${css.comparing} ${css.opened}`} aria-label="比较两版" tabIndex={-1}>
      <div className={css.choices}>
        <Select
          label="比较"
          options={options}
          value={String(pair.before)}
          onChange={(value) => onChange({ ...pair, before: whichOf(value) })}
        />
        <Select
          label="和"
          options={options}
          value={String(pair.after)}
          onChange={(value) => onChange({ ...pair, after: whichOf(value) })}
        />
      </div>
      {failed?.failure && <FailureView failure={failed.failure} onRetry={failed.retry} />}
      {!failed && (first === null || second === null) && <Waiting rows={3} />}
      {(first === 'unknown' || second === 'unknown') && (
        <ResultLine tone="doubt">其中一版有这个程序看不懂的内容，更新到最新版本后再比较。</ResultLine>
      )}
      {first && second && first !== 'unknown' && second !== 'unknown' && (
        <Comparison
          before={{ name: whichName(pair.before), content: first }}
          after={{ name: whichName(pair.after), content: second }}
        />
      )}
    </section>
  )
}

/** Once, when there is something to see: whoever then chooses another version stays at the choice. */
function useBroughtIntoView(isThere: boolean) {
  const section = useRef<HTMLElement>(null)
  const isBrought = useRef(false)
  useEffect(() => {
    if (!isThere || isBrought.current) return
    isBrought.current = true
    bringIntoView(section.current)
  }, [isThere])
  return section
}
